"""The tools beside the package: what a newcomer's machine is told, and how locks are written."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
MAKE_VENV = ROOT / "tools" / "make-venv.sh"

PYTHON_STAND_IN = """#!/bin/sh
# Answers as a Python of one version does; without ensurepip where told so.
case "$2" in
    *ensurepip*) exit {lacks_ensurepip} ;;
    *"sys.exit"*) exit {out_of_range} ;;
    *print*) echo {version} ;;
esac
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder to stand for all of PATH: the shell's own tools and nothing else."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("sh", "uname", "grep", "true"):
        (folder / tool).symlink_to(str(shutil.which(tool)))
    return folder


def _python(machine: Path, name: str, version: str, *, ensurepip: bool) -> None:
    in_range = version in ("3.11", "3.12", "3.13")
    (machine / name).write_text(
        PYTHON_STAND_IN.format(lacks_ensurepip=int(not ensurepip), out_of_range=int(not in_range), version=version)
    )
    (machine / name).chmod(0o755)


def _debian(machine: Path) -> None:
    (machine / "apt-get").symlink_to(str(shutil.which("true")))


def _make_venv(machine: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(machine / "sh"), str(MAKE_VENV), str(machine.parent / "venv")],
        env={"PATH": str(machine), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_debian_without_venv_is_told_the_line_that_installs_it(machine: Path) -> None:
    _debian(machine)
    _python(machine, "python3", "3.12", ensurepip=False)
    done = _make_venv(machine)
    assert done.returncode == 1
    assert "sudo apt-get install python3-venv" in done.stderr


def test_a_python_beside_the_systems_own_is_told_its_own_package(machine: Path) -> None:
    _debian(machine)
    _python(machine, "python3", "3.10", ensurepip=True)
    _python(machine, "python3.13", "3.13", ensurepip=False)
    done = _make_venv(machine)
    assert done.returncode == 1
    assert "sudo apt-get install python3.13-venv" in done.stderr


@pytest.mark.parametrize(
    ("system_python", "line"),
    [(None, "sudo apt-get install python3 python3-venv"), ("3.10", "sudo apt-get install python3.11 python3.11-venv")],
)
def test_a_debian_without_a_python_in_range_is_told_which_to_install(
    machine: Path, system_python: str | None, line: str
) -> None:
    _debian(machine)
    if system_python:
        _python(machine, "python3", system_python, ensurepip=True)
    done = _make_venv(machine)
    assert done.returncode == 1
    assert line in done.stderr


def test_a_complete_python_goes_before_a_newer_one_that_lacks_venv(machine: Path) -> None:
    _debian(machine)
    _python(machine, "python3.13", "3.13", ensurepip=False)
    _python(machine, "python3.11", "3.11", ensurepip=True)
    done = _make_venv(machine)
    assert done.returncode == 0, done.stderr
    assert "with Python 3.11" in done.stdout


def test_a_python_that_is_asked_for_and_out_of_range_is_refused(machine: Path) -> None:
    _python(machine, "python3.14", "3.14", ensurepip=True)
    done = _make_venv(machine, PYTHON=str(machine / "python3.14"))
    assert done.returncode == 1
    assert "3.11 to 3.13" in done.stderr


@pytest.mark.skipif(not (ROOT / "Makefile").is_file() or shutil.which("make") is None, reason="no make here")
def test_make_alone_names_every_target() -> None:
    printed = subprocess.run(["make", "-C", str(ROOT)], capture_output=True, text=True, check=True).stdout
    for target in ("demo", "test", "check", "bench", "lock", "train", "eval", "clean", "help"):
        assert f"make {target} " in printed


@pytest.fixture(scope="module")
def lock() -> ModuleType:
    """tools/lock.py as a module."""
    spec = importlib.util.spec_from_file_location("lock", ROOT / "tools" / "lock.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["lock"] = module  # dataclasses look their module up by name
    spec.loader.exec_module(module)
    return module


def test_a_package_that_every_target_needs_has_no_marker(lock: ModuleType) -> None:
    assert lock.marker(set(lock.TARGETS)) == ""


def test_a_package_of_one_python_or_system_holds_there_alone(lock: ModuleType) -> None:
    for chosen in (
        {t for t in lock.TARGETS if t.python != "3.11"},
        {t for t in lock.TARGETS if t.system == "darwin"},
        {t for t in lock.TARGETS if t.python == "3.12" and t.arch == "aarch64"},
    ):
        marker = Marker(lock.marker(chosen).removeprefix(" ; "))
        assert {t for t in lock.TARGETS if marker.evaluate(t.environment(""))} == chosen


def test_needs_are_followed_by_the_targets_own_markers(lock: ModuleType) -> None:
    def package(name: str, *requires: str) -> object:
        return lock.Package(name, "1.0", tuple(Requirement(r) for r in requires))

    packages = {
        "a": package("a", "b[fast]", 'c; python_version < "3.12"', 'd; extra == "never"'),
        "b": package("b", 'e; extra == "fast"', 'f; sys_platform == "darwin"'),
        "c": package("c"),
        "e": package("e"),
        "f": package("f"),
    }
    needed = {target: {r.name for r in lock._walk([Requirement("a")], packages, target)} for target in lock.TARGETS}
    assert needed[lock.Target("3.11", "linux", "x86_64")] == {"a", "b", "c", "e"}
    assert needed[lock.Target("3.13", "darwin", "arm64")] == {"a", "b", "e", "f"}


def test_a_wheel_of_this_machine_is_no_ground_for_a_lock(lock: ModuleType) -> None:
    pin = lock.Pin("a", "1.0")
    with pytest.raises(lock.LockError, match="no ground for a lock"):
        lock._add_hash(pin, {"url": f"file://{os.sep}wheels/a-1.0-py3-none-any.whl", "archive_info": {}})
