"""The record on disk: tables, migrations, writer, reader, full-text search."""

from trucewatch.store.opening import open_store

__all__ = ["open_store"]
