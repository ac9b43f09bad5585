"""Records in files, for what only SQLite does."""

import shutil
from pathlib import Path

import pytest

from tests.store.samples import REGISTER, SAMPLE, fill
from trucewatch.store import open_store


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the sample pages; copy it before writing."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    fill(open_store(str(path), REGISTER, create=True), SAMPLE)
    return path


@pytest.fixture
def record(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample record, to do with as one likes."""
    return Path(shutil.copy(sample_file, tmp_path / "record.db"))
