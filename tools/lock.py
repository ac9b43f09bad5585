"""Writes the locks in requirements/: every package pinned, with the SHA-256 of each wheel that our machines can need.

    python tools/lock.py               keep the versions that are pinned, add what is new, drop what is not needed
    python tools/lock.py --upgrade     take the newest versions that pyproject.toml allows

pip resolves and names the wheels (`pip install --dry-run --report`); nothing is installed. pip decides what a package
needs by the interpreter it runs on, whatever platform it is asked for, so the environment markers are evaluated here,
for every target. The locks hold no index address: what they pin is the same wherever it comes from.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
PYTHONS = ("3.11", "3.12", "3.13")
ROUNDS = 4
"""Resolutions per Python at most: each round adds what only a foreign target needs."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A kind of machine, and the platform tags that its pip accepts: an old system's and a new one's."""

    system: str
    arch: str
    accepts: tuple[tuple[str, ...], ...]


def _glibc(newest: int, arch: str) -> tuple[str, ...]:
    """The wheel tags of a Linux with glibc 2.`newest`, best first: pip wants each one named."""
    return (*(f"manylinux_2_{n}_{arch}" for n in range(newest, 16, -1)), f"manylinux2014_{arch}")


def _macos(newest: int) -> tuple[str, ...]:
    """The wheel tags of a macOS on arm64; pip adds the older versions itself."""
    return (f"macosx_{newest}_0_arm64", f"macosx_{newest}_0_universal2")


# A package may ship one wheel for old systems and a better one for new: pip takes the better, so both are locked.
MACHINES = (
    Machine("linux", "x86_64", (_glibc(39, "x86_64"), _glibc(28, "x86_64"))),
    Machine("linux", "aarch64", (_glibc(39, "aarch64"), _glibc(28, "aarch64"))),
    Machine("darwin", "arm64", (_macos(15), _macos(13))),
)


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One Python on one kind of machine."""

    python: str
    system: str
    arch: str

    def environment(self, extra: str) -> dict[str, str]:
        """The values of environment markers there."""
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{self.python}.0",
            "os_name": "posix",
            "platform_machine": self.arch,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": {"linux": "Linux", "darwin": "Darwin"}[self.system],
            "platform_version": "",
            "python_full_version": f"{self.python}.0",
            "python_version": self.python,
            "sys_platform": self.system,
            "extra": extra,
        }


@dataclass(frozen=True, slots=True)
class Package:
    """A package as pip resolved it."""

    name: str
    version: str
    requires: tuple[Requirement, ...]


@dataclass(slots=True)
class Pin:
    """A line of a lock: a version, the targets that need it, the hashes of its wheels."""

    name: str
    version: str
    targets: set[Target] = field(default_factory=set)
    hashes: set[str] = field(default_factory=set)


TARGETS = tuple(Target(python, m.system, m.arch) for python in PYTHONS for m in MACHINES)


class LockError(Exception):
    """The locks cannot be written as asked; the old ones stand."""


def roots() -> dict[str, list[Requirement]]:
    """The requirements of each lock, in the order in which a package goes to the first lock that needs it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    build = [*project["build-system"]["requires"], "editables"]  # hatchling asks for editables when it installs -e
    groups = {
        "runtime": project["project"]["dependencies"],
        "build": build,
        "dev": project["project"]["optional-dependencies"]["dev"],
    }
    return {name: [Requirement(line) for line in lines] for name, lines in groups.items()}


def pip_report(
    arguments: Iterable[str], python: str, platforms: Iterable[str], constraints: Iterable[str] = ()
) -> list[dict[str, Any]]:
    """What pip would install, as its report lists it."""
    with tempfile.TemporaryDirectory() as folder:
        report, held = Path(folder) / "report.json", Path(folder) / "constraints.txt"
        held.write_text("\n".join(constraints), "utf-8")
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet"]
        command += [
            "--report",
            str(report),
            "--constraint",
            str(held),
            "--target",
            folder,
            "--only-binary",
            ":all:",
            "--implementation",
            "cp",
        ]
        command += ["--python-version", python, *(p for tag in platforms for p in ("--platform", tag)), *arguments]
        done = subprocess.run(command, text=True, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
        if done.returncode:
            raise LockError(f"pip found no set of wheels for Python {python}:\n{done.stderr.strip()}")
        return list(json.loads(report.read_text("utf-8"))["install"])


def pinned_now() -> list[str]:
    """The `name==version` lines of the locks as they stand."""
    lines = [line for path in sorted(LOCKS.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    return [line.split()[0] for line in lines if "==" in line and not line.startswith((" ", "#"))]


def resolve_all(wanted: list[Requirement], kept: Iterable[str]) -> dict[str, dict[str, Package]]:
    """The packages for each Python: the oldest one's versions wherever they serve, so that results do not differ."""
    resolved: dict[str, dict[str, Package]] = {}
    common = list(kept)
    for python in PYTHONS:
        print(f"  resolving for Python {python}", file=sys.stderr)
        try:
            resolved[python] = resolve(python, wanted, common)
        except LockError:
            if not resolved:
                raise
            resolved[python] = resolve(python, wanted, ())
        common = [f"{p.name}=={p.version}" for p in resolved[PYTHONS[0]].values()]
    return resolved


def resolve(python: str, wanted: list[Requirement], constraints: Iterable[str]) -> dict[str, Package]:
    """The packages that `wanted` leads to on any target of this Python."""
    asked, missing = [str(r) for r in wanted], set[str]()
    for _ in range(ROUNDS):
        report = pip_report(asked, python, MACHINES[0].accepts[0], constraints)
        found = [_package(item) for item in report]
        packages = {p.name: p for p in found}
        targets = [t for t in TARGETS if t.python == python]
        missing = {
            str(r) for t in targets for r in _walk(wanted, packages, t) if canonicalize_name(r.name) not in packages
        }
        if not missing:
            return packages
        asked += sorted(missing)
    raise LockError(f"the needs of Python {python} did not settle in {ROUNDS} rounds: {', '.join(sorted(missing))}")


def _package(item: Mapping[str, Any]) -> Package:
    about = item["metadata"]
    requires = tuple(Requirement(line) for line in about.get("requires_dist") or ())
    return Package(canonicalize_name(about["name"]), about["version"], requires)


def _walk(wanted: Iterable[Requirement], packages: Mapping[str, Package], target: Target) -> Iterator[Requirement]:
    """Every requirement that holds on `target`, without its marker; those of packages not resolved too."""
    waiting = [(r, "") for r in wanted]
    seen: set[tuple[str, str]] = set()
    while waiting:
        requirement, of_extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate(target.environment(of_extra)):
            continue
        bare = Requirement(str(requirement))
        bare.marker = None
        yield bare
        name = canonicalize_name(requirement.name)
        for extra in ("", *sorted(requirement.extras)):
            if (name, extra) not in seen and name in packages:
                seen.add((name, extra))
                waiting += [(r, extra) for r in packages[name].requires]


def pins(
    groups: Mapping[str, list[Requirement]], resolved: Mapping[str, Mapping[str, Package]]
) -> dict[str, list[Pin]]:
    """The lines of each lock; a package stands in the first lock that needs it on any target."""
    home: dict[str, str] = {}
    found: dict[tuple[str, str], Pin] = {}
    for group, wanted in groups.items():
        for target in TARGETS:
            packages = resolved[target.python]
            for name in {canonicalize_name(r.name) for r in _walk(wanted, packages, target)}:
                home.setdefault(name, group)
                version = packages[name].version
                found.setdefault((name, version), Pin(name, version)).targets.add(target)
    return {group: [found[key] for key in sorted(found) if home[key[0]] == group] for group in groups}


def gather_hashes(every: Iterable[Pin]) -> None:
    """Add to each pin the hash of every wheel that a target's pip would take."""
    waiting = list(every)
    for machine in MACHINES:
        for python in PYTHONS:
            for platforms in machine.accepts:
                target = Target(python, machine.system, machine.arch)
                asked = {p.name: p for p in waiting if target in p.targets}
                arguments = ["--no-deps", *(f"{p.name}=={p.version}" for p in asked.values())]
                print(f"  wheels of {len(asked)} packages for {platforms[0]}, Python {python}", file=sys.stderr)
                for item in pip_report(arguments, python, platforms) if asked else ():
                    pin = asked[canonicalize_name(item["metadata"]["name"])]
                    if _add_hash(pin, item["download_info"]):
                        waiting.remove(pin)


def _add_hash(pin: Pin, download: Mapping[str, Any]) -> bool:
    """Add the wheel's hash; True where this one wheel serves every target."""
    url = str(download["url"])
    if url.startswith("file:"):
        raise LockError(
            f"{url}: a wheel of this machine is no ground for a lock; run with PIP_CONFIG_FILE={os.devnull}"
        )
    pin.hashes.add(download["archive_info"]["hashes"]["sha256"])
    tags = parse_wheel_filename(url.rsplit("/", 1)[-1])[3]
    return any(t.interpreter == "py3" and t.platform == "any" for t in tags)


def marker(targets: set[Target]) -> str:
    """The environment marker that holds on exactly these of our targets; empty where it is all of them."""
    if targets == set(TARGETS):
        return ""
    pythons = sorted({t.python for t in targets})
    if targets == {t for t in TARGETS if t.python in pythons}:
        return " ; " + " or ".join(f'python_version == "{p}"' for p in pythons)
    each = (
        f'(python_version == "{t.python}" and sys_platform == "{t.system}" and platform_machine == "{t.arch}")'
        for t in sorted(targets)
    )
    return " ; " + " or ".join(each)


def written(group: str, lines: Iterable[Pin]) -> str:
    """The lock's text."""
    text = f"# The {group} lock, written by tools/lock.py (`make lock`); edit pyproject.toml instead.\n"
    text += "# Wheels for CPython 3.11 to 3.13 on Linux x86-64 and aarch64 (glibc) and macOS arm64.\n"
    for pin in lines:
        hashes = "".join(f" \\\n    --hash=sha256:{h}" for h in sorted(pin.hashes))
        text += f"{pin.name}=={pin.version}{marker(pin.targets)}{hashes}\n"
    return text


def lock(*, upgrade: bool) -> None:
    """Write every lock, or none."""
    groups = roots()
    resolved = resolve_all(
        [r for requirements in groups.values() for r in requirements], () if upgrade else pinned_now()
    )
    lines = pins(groups, resolved)
    gather_hashes(pin for group in lines.values() for pin in group)
    LOCKS.mkdir(exist_ok=True)
    for group, of_group in lines.items():
        (LOCKS / f"{group}.txt").write_text(written(group, of_group), "utf-8")
        print(f"requirements/{group}.txt: {len(of_group)} packages")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Write the locks in requirements/.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that pyproject.toml allows")
    try:
        lock(upgrade=parser.parse_args().upgrade)
    except LockError as error:
        sys.exit(f"tools/lock.py: {error}")


if __name__ == "__main__":
    main()
