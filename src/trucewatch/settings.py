"""Settings: one frozen object, read once by the command line and passed down; documented in docs/settings.md."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from trucewatch.errors import UsageError

PREFIX = "TRUCEWATCH_"
FILE = "trucewatch.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; a command's option wins over the environment, that over the file, that over these."""

    record: str = "trucewatch.db"
    """The record: a path, or an address of a database."""
    reviewer: str = ""
    """Who decides where `--by` does not say it; empty for nobody."""
    engine: str = "processes"
    """"processes" reads on `jobs` cores, "inline" in the calling process."""
    jobs: int = 0
    """Worker processes; 0 is one for each core."""
    outlets: str = ""
    """A YAML file of outlets laid over the shipped register; empty for none."""
    model: str = ""
    """A folder of language model files; empty for those that came with the program."""
    page_seconds: float = 120.0
    """Longest that one page may take before its worker is ended and the page dropped."""
    lock_seconds: float = 30.0
    """How long to wait while another process writes the record."""
    max_page_bytes: int = 32 * 1024 * 1024
    """Largest page, in bytes after unpacking."""
    max_text: int = 300_000
    """Most that the language model reads of one page, in code points of reporting; a longer page is dropped."""
    max_archive_bytes: int = 8 * 1024**3
    """Most that one archive may unpack to, in bytes."""
    max_archive_ratio: int = 200
    """Most that a compressed file may grow when unpacked, as a multiple of its size."""
    max_archive_members: int = 100_000
    """Most entries of one archive, those of the archives inside it included."""
    max_archive_nesting: int = 5
    """Packed things inside packed things; `.tar.gz` counts as two."""
    max_markup_depth: int = 200
    """Elements inside one another; a deeper page is read without its structure."""

    def __post_init__(self) -> None:
        _at_least("jobs", self.jobs, 0)
        for name in ("page_seconds", "max_page_bytes", "max_text"):
            _at_least(name, getattr(self, name), 1)
        for name in ("max_archive_bytes", "max_archive_ratio", "max_archive_members"):
            _at_least(name, getattr(self, name), 1)
        _at_least("lock_seconds", self.lock_seconds, 0)
        _at_least("max_archive_nesting", self.max_archive_nesting, 0)
        _at_least("max_markup_depth", self.max_markup_depth, 20)
        if self.engine not in ("processes", "inline"):
            raise UsageError(f"setting engine: {self.engine!r} is no engine; use processes or inline")

    @property
    def workers(self) -> int:
        """Worker processes to start."""
        return self.jobs or os.cpu_count() or 1


def _at_least(name: str, value: float, least: int) -> None:
    if value < least:
        raise UsageError(f"setting {name}: {value} is too small; use {least} or more")


def load_settings(environment: Mapping[str, str], folder: Path) -> Settings:
    """The settings of `folder`'s trucewatch.toml and of TRUCEWATCH_* in the environment.

    Raises UsageError naming the place, the setting and the value where one is unknown or of the wrong kind.
    """
    values: dict[str, object] = {}
    for place, name, raw in (*_from_file(folder / FILE), *_from_environment(environment)):
        values[name] = _typed(place, name, raw)
    return Settings(**values)  # type: ignore[arg-type]  # _typed gives each field its own type


def _from_file(path: Path) -> list[tuple[str, str, object]]:
    if not path.is_file():
        return []
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as settings: {error}") from error
    return [(str(path), name, value) for name, value in table.items()]


def _from_environment(environment: Mapping[str, str]) -> list[tuple[str, str, object]]:
    found = ((name, value) for name, value in environment.items() if name.startswith(PREFIX))
    return [(name, name.removeprefix(PREFIX).lower(), value) for name, value in sorted(found)]


_KINDS: dict[str, type] = {f.name: type(f.default) for f in fields(Settings)}


def _typed(place: str, name: str, raw: object) -> object:
    kind = _KINDS.get(name)
    if kind is None:
        raise UsageError(f"{place}: there is no setting {name!r}; the settings are {', '.join(_KINDS)}")
    if isinstance(raw, kind) and not isinstance(raw, bool):
        return raw
    try:
        return (
            kind(raw) if isinstance(raw, str | int) and not isinstance(raw, bool) else _refuse(place, name, raw, kind)
        )
    except ValueError:
        return _refuse(place, name, raw, kind)


def _refuse(place: str, name: str, raw: object, kind: type) -> object:
    raise UsageError(f"{place}: {name} = {raw!r} is no {kind.__name__}")
