"""A command line to call, and a record of the example pages to ask."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ExamplesRead
from trucewatch.cli.main import run


@dataclass(frozen=True, slots=True)
class Done:
    """A call that has ended."""

    code: int
    out: str
    err: str


Call = Callable[..., Done]


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls the command line in an empty folder, in this process."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRUCEWATCH_ENGINE", "inline")
    monkeypatch.setenv("COLUMNS", "120")

    def made(*arguments: str) -> Done:
        capfd.readouterr()
        code = run(list(arguments))
        out, err = capfd.readouterr()
        return Done(code, out, err)

    return made


@pytest.fixture(scope="session")
def record(examples_read: ExamplesRead) -> str:
    """A record of the example pages; tests ask it and leave it as it is."""
    return examples_read.record
