"""Whatever a user or a program can rely on is documented: commands, options, settings, reasons, JSON fields."""

import dataclasses
import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from tests.conftest import ExamplesRead
from tests.resolve.agreements.texts import ARTICLES
from trucewatch.cli.main import cli, run
from trucewatch.record.correcting import EVENT_FIELDS, STATEMENT_FIELDS
from trucewatch.record.outcomes import Why
from trucewatch.settings import Settings
from trucewatch.views.deciding import PAGE_FIELDS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
GUIDE = (DOCS / "guide.md").read_text("utf-8")
JSON_DOC = (DOCS / "json.md").read_text("utf-8")
SETTINGS_DOC = (DOCS / "settings.md").read_text("utf-8")


def _sections(text: str) -> dict[str, str]:
    """The text under each heading, by the heading's first code word, or all of it where it has none."""
    found: dict[str, str] = {}
    for part in re.split(r"(?m)^#{2,4} ", text)[1:]:
        heading, _, body = part.partition("\n")
        code = re.search(r"`([^`]+)`", heading)
        found[code[1] if code else heading.strip()] = body
    return found


def _commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Every command that can be called, with the words that call it."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for word in command.list_commands(context):
            inner = command.get_command(context, word)
            assert inner is not None, f"{name} lists {word} and does not have it"
            yield from _commands(inner, f"{name} {word}")
    else:
        yield name, command


COMMANDS = dict(_commands(cli, "trucewatch"))
assert len(COMMANDS) > 5, "the commands could not be listed; every test below would pass for nothing"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_section_of_the_guide(name: str) -> None:
    assert name in _sections(GUIDE)


def _options() -> Iterator[tuple[str, str]]:
    for name, command in COMMANDS.items():
        for parameter in command.params:
            if isinstance(parameter, click.Option) and not parameter.hidden:
                yield from ((name, flag) for flag in parameter.opts if flag.startswith("--"))
            if isinstance(parameter.type, click.Choice):
                yield from ((name, str(choice)) for choice in parameter.type.choices)


@pytest.mark.parametrize(("name", "word"), list(_options()))
def test_every_option_and_choice_is_in_its_commands_section(name: str, word: str) -> None:
    section = _sections(GUIDE)[name]
    if name.startswith(("trucewatch show ", "trucewatch search")):
        section += _sections(GUIDE)["Narrowing a view"]  # the options that all views share
    assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", section)


def test_the_guide_speaks_of_no_command_that_there_is_not() -> None:
    called = {name for name in _sections(GUIDE) if name.startswith("trucewatch ")}
    assert called <= set(COMMANDS)


def test_every_line_of_the_guide_that_calls_a_command_can_be_parsed() -> None:
    """Examples rot first: each is given to the command's own parser, which opens no file."""
    examples = re.findall(r"(?m)^    trucewatch (.+?)(?: #.*| >.*| \| .*)?$", GUIDE)
    assert examples
    for example in examples:
        words = shlex.split(example)
        name = next((n for n in COMMANDS if f"trucewatch {example} ".startswith(f"{n} ")), None)
        if name is None:
            assert words[0] in ("--help", "--version"), example
            continue
        rest = words[len(name.split()) - 1 :]
        COMMANDS[name].make_context(name, rest, resilient_parsing=False, obj=Settings())


@pytest.mark.parametrize("field", dataclasses.fields(Settings), ids=lambda f: f.name)
def test_every_setting_is_documented_with_its_default(field: "dataclasses.Field[Any]") -> None:
    row = re.search(rf"(?m)^\| `{field.name}` \| ([^|]+) \|", SETTINGS_DOC)
    assert row
    assert row[1].strip("`") == (str(field.default) or "empty")


@pytest.mark.parametrize("field", [*EVENT_FIELDS, *STATEMENT_FIELDS, *PAGE_FIELDS])
def test_every_field_that_can_be_set_is_documented(field: str) -> None:
    assert re.search(rf"(?m)^\|[^|]*`{field}`[^|]*\|", _sections(GUIDE)["trucewatch decide correct"])


@pytest.mark.parametrize("why", Why)
def test_every_reason_for_a_drop_is_explained(why: Why) -> None:
    assert re.search(rf"(?m)^\| `{why}` \| .{{15,}} \|$", GUIDE)


@pytest.mark.parametrize("page", sorted((DOCS / "decisions").glob("0*.md")), ids=lambda p: p.name)
def test_every_decision_is_in_the_index(page: Path) -> None:
    title = page.read_text("utf-8").splitlines()[0].split(":", 1)[1].strip()
    index = (DOCS / "decisions" / "README.md").read_text("utf-8")
    assert f"| [{page.name[:4]}]({page.name}) | {title} |" in index


def _excerpts() -> dict[str, list[str]]:
    """The lines that the README shows under each call of a view, without those that stand for what is left out."""
    called = re.findall(
        r"(?m)^\$ trucewatch (show .+)\n((?:(?!\$ |```).*\n)+)", (ROOT / "README.md").read_text("utf-8")
    )
    return {
        call: [line.rstrip() for line in body.splitlines() if line.strip() not in ("", "...")] for call, body in called
    }


@pytest.mark.parametrize("shown", ["show timeline", "show events", "show statements"])
def test_what_the_readme_shows_is_what_is_printed(
    shown: str, record: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every line of the README's excerpt stands in what the example pages give, in this order."""
    monkeypatch.setenv("COLUMNS", "120")
    [(call, excerpt)] = [(call, lines) for call, lines in _excerpts().items() if call.startswith(shown)]
    capfd.readouterr()
    assert run([*shlex.split(call)[:-1], str(record)]) == 0
    printed = iter([line.rstrip() for line in capfd.readouterr().out.splitlines()])
    assert len(excerpt) >= 5
    assert [line for line in excerpt if line not in printed] == []


def _documents() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


@pytest.mark.parametrize("page", _documents(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [t for t in targets if not (page.parent / t).exists()] == []


# JSON: what the commands print on the example pages, against what docs/json.md says they print.


def _paths(value: Any, at: str = "") -> Iterator[str]:
    """The path of every field in a JSON value: `article.blocks[].start`."""
    if isinstance(value, dict):
        for key, inner in value.items():
            path = f"{at}.{key}" if at else key
            yield path
            yield from _paths(inner, path)
    elif isinstance(value, list):
        for inner in value:
            yield from _paths(inner, f"{at}[]")


def _documented(section: str) -> set[str]:
    """The fields that a section of docs/json.md has a row for."""
    return set(re.findall(r"(?m)^\| `([^`]+)` \| ", _sections(JSON_DOC)[section]))


@pytest.fixture(scope="module")
def record(examples_read: ExamplesRead, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the example pages, with a decision and its undo."""
    path = Path(shutil.copy(examples_read.record, tmp_path_factory.mktemp("docs")))
    by = ["--by", "Ada", "--why", "missed", "--record", str(path)]
    added = ["--kind", "event", "--quote", "Guns fall silent", "--set", "track=ceasefire", "--set", "category=agree"]
    assert run(["decide", "add", "120d52f5", *added, *by]) == 0
    return path


SOMETIMES = {"attributions[].cue[].start", "attributions[].cue[].end"}
"""A cue in pieces is a list: tests/cli/test_contract.py holds the form, whatever the example pages have."""


def test_every_field_of_analyse_is_documented_and_printed(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    pages = sorted(p for p in (ROOT / "src" / "trucewatch" / "examples" / "pages").iterdir() if p.is_file())
    assert run(["analyse", *map(str, pages), "--engine", "inline"]) == 3
    lines = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    printed = {path for line in lines for path in _paths(line)}
    assert printed | SOMETIMES == _documented("analyse")


NO_COPY = {"copied_from[].name", "copied_from[].pages"}
"""Every example page that has another's text says so; tests/views/test_sources.py holds what others print."""


def test_every_field_of_an_agreement_is_documented_and_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "accord.txt"
    file.write_text(ARTICLES, "utf-8")
    assert run(["agreement", "show", str(file), "--format", "json"]) == 0
    places = {"start", "end", "quote"}
    printed = {p for p in _paths(json.loads(capfd.readouterr().out)) if p.rpartition(".")[2] not in places}
    assert printed == _documented("agreement show")


VIEWS = {
    "show timeline": ["show", "timeline"],
    "show pages": ["show", "pages"],
    "show sources": ["show", "sources"],
    "show events": ["show", "events"],
    "show commitments": ["show", "commitments"],
    "show statements": ["show", "statements"],
    "show people": ["show", "people"],
    "show offices": ["show", "offices"],
    "show places": ["show", "places"],
    "show decisions": ["show", "decisions"],
    "show ceasefires": ["show", "ceasefires"],
    "changes": ["changes", "--from", "2018", "--to", "2026"],
    "show contested": ["show", "contested"],
    "show incidents": ["show", "incidents"],
    "search": ["search", "ceasefire"],
}


@pytest.mark.parametrize("view", VIEWS)
def test_every_field_of_a_view_is_documented_and_printed(
    view: str, record: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    capfd.readouterr()
    assert run([*VIEWS[view], "--record", str(record), "--format", "json", "--limit", "0"]) == 0
    rows = json.loads(capfd.readouterr().out)
    printed = {path for row in rows for path in _paths(row)}
    holders = [field for field in _documented(view) if field.rpartition(".")[2] == "evidence"]
    evidence = {f"{field}[].{path}" for field in holders for path in _documented("evidence")}
    assert "evidence" in holders
    assert all(row["evidence"] for row in rows)
    assert printed | (NO_COPY if view == "show sources" else set()) == _documented(view) | evidence


def test_every_field_of_an_event_is_documented_and_printed(record: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def asked(*words: str) -> Any:
        capfd.readouterr()
        assert run(["show", *words, "--record", str(record), "--format", "json", "--limit", "0"]) == 0
        return json.loads(capfd.readouterr().out)

    told = sorted(asked("events"), key=lambda row: (-row["mentions"], -len(row["quantities"])))
    rows = [row for event in told[:12] for row in asked("event", event["id"])]
    printed = {path for row in rows for path in _paths(row)}
    evidence = {f"{of}[].{path}" for of in ("evidence", "origin_evidence") for path in _documented("evidence")}
    assert printed == _documented("show event") | evidence


def test_a_search_in_statements_prints_the_rows_of_statements(record: Path, capfd: pytest.CaptureFixture[str]) -> None:
    capfd.readouterr()
    assert run(["search", "truce", "--in", "statements", "--record", str(record), "--format", "json"]) == 0
    rows = json.loads(capfd.readouterr().out)
    assert rows
    assert {path for row in rows for path in row} == _documented("show statements")


def test_every_view_is_held_to_its_documentation() -> None:
    known = {"trucewatch " + name for name in (*VIEWS, "show event")}
    views = {n for n in COMMANDS if n.startswith(("trucewatch show ", "trucewatch search", "trucewatch changes"))}
    assert views == known
