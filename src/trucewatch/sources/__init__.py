"""Bring pages in: files, folders, archives, given lines; bytes only, nothing parsed."""

from trucewatch.sources.capture import capture, count
from trucewatch.sources.found import Item
from trucewatch.sources.lines import read_lines
from trucewatch.sources.meta import MetaTable, load_meta
from trucewatch.sources.options import Limits, SourceOptions

__all__ = ["Item", "Limits", "MetaTable", "SourceOptions", "capture", "count", "load_meta", "read_lines"]
