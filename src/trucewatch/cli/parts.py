"""Joins the parts by the settings: the store, the outlet register, the sources' limits."""

from pathlib import Path

from trucewatch.dossiers import load_outlets
from trucewatch.record.protocols import Store
from trucewatch.record.resolved import OutletRegister
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
