"""What every test can ask for, and how property tests search."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the repository; a test that asks for it is skipped where there is none."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no development data beside the repository")
    return folder
