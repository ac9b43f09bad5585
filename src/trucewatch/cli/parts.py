"""Joins the parts by the settings: the store, the outlet register, the sources' limits."""

from pathlib import Path

from trucewatch.cli.in_force import in_force
from trucewatch.dossiers import load_outlets
from trucewatch.dossiers.world import load_world
from trucewatch.errors import UsageError
from trucewatch.record.contested import ContestFinder
from trucewatch.record.dossier import Dossier
from trucewatch.record.happenings import Joiner
from trucewatch.record.protocols import Reader, Scope, Store
from trucewatch.record.resolved import OutletRegister
from trucewatch.record.truces import TruceFinder
from trucewatch.resolve.contests import ContestRegister
from trucewatch.resolve.happenings import HappeningJoiner
from trucewatch.resolve.truces import TruceRegister
from trucewatch.settings import Settings
from trucewatch.sources import Limits
from trucewatch.store import open_store


def register(settings: Settings) -> OutletRegister:
    """The outlets known by name."""
    return load_outlets(Path(settings.outlets) if settings.outlets else None)


def limits(settings: Settings) -> Limits:
    """What files and archives may cost."""
    return Limits(
        page_bytes=settings.max_page_bytes,
        unpacked_bytes=settings.max_archive_bytes,
        ratio=settings.max_archive_ratio,
        members=settings.max_archive_members,
        nesting=settings.max_archive_nesting,
    )


def store(settings: Settings, *, create: bool = False) -> Store:
    """The record, opened; made where it is missing and `create` says so."""
    return open_store(settings.record, register(settings), create=create, patience=settings.lock_seconds)


def joiner(reader: Reader, scope: Scope) -> Joiner:
    """What brings the mentions of one happening together, reviewers' rulings heeded as far as the scope knows them."""
    return HappeningJoiner(reader.rulings(scope))


def dossier_of(reader: Reader) -> Dossier | None:
    """The dossier in force; None without one, or where it is of another version whose form is no longer read."""
    chosen = in_force(reader).dossier
    try:
        return chosen.dossier().dossier if chosen else None
    except UsageError:
        return None


def truce_finder(reader: Reader) -> TruceFinder:
    """What tells ceasefires apart, by the dossier in force."""
    return TruceRegister(load_world(), dossier_of(reader))


def contest_finder() -> ContestFinder:
    """What lines up accounts that differ."""
    return ContestRegister()
