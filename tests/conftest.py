"""What every test can ask for, and how property tests search."""

import io
import os
from contextlib import redirect_stderr
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from trucewatch.cli.main import run

ROOT = Path(__file__).resolve().parent.parent

# No deadlines: machines are shared, and a slow moment is no fault. In CI the search is the same every time, so that
# a run fails for what was changed; on a developer's machine it goes on looking elsewhere.
settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("local"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's folder."""
    return ROOT


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the shipped example pages."""
    return ROOT / "src" / "trucewatch" / "examples" / "pages"


@dataclass(frozen=True, slots=True)
class ExamplesRead:
    """A record of the example pages, and what their reading ended with."""

    record: str
    code: int
    account: str


@pytest.fixture(scope="session")
def examples_read(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> ExamplesRead:
    """The example pages, read with their dossier as `make demo` does, once for all tests; they leave it as it is.

    A reading for every test would be most of the suite: the language model takes its time with each page.
    """
    path = str(tmp_path_factory.mktemp("record") / "examples.db")
    with redirect_stderr(io.StringIO()) as account:
        code = run(["read", str(examples), "--dossier", "menderal", "--record", path, "--engine", "inline"])
    return ExamplesRead(path, code, account.getvalue())


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the repository; a test that asks for it is skipped where there is none."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no development data beside the repository")
    return folder
