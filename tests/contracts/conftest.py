"""The stores that every contract is held to; another database joins by its address."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.samples import REGISTER
from trucewatch.record.protocols import Store
from trucewatch.store import open_store

STORE_URLS = ["sqlite:///{folder}/record.db"]
"""`{folder}` stands for a fresh folder of the test."""

OpenStore = Callable[[], Store]


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with an empty record: copying it is ten times as fast as making one."""
    path = tmp_path_factory.mktemp("empty") / "record.db"
    open_store(str(path), REGISTER, create=True)
    return path


@pytest.fixture(params=STORE_URLS, ids=lambda url: url.split(":")[0])
def fresh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> OpenStore:
    """Makes a new, empty record each time it is called."""

    def make() -> Store:
        folder = tmp_path_factory.mktemp("record")
        if request.param.startswith("sqlite"):
            shutil.copy(empty_file, folder)
        return open_store(request.param.format(folder=folder), REGISTER, create=True)

    return make


@pytest.fixture
def store(fresh: OpenStore) -> Store:
    """An empty record."""
    return fresh()
