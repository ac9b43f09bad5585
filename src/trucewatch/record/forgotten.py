"""What is left of a page that the record was told to forget."""

from dataclasses import dataclass

from trucewatch.record.ids import PageId


@dataclass(frozen=True, slots=True)
class Tombstone:
    """That a page was forgotten. Its bytes are refused from then on, under whatever name they come."""

    page: PageId
    sha256: str
    """Of the bytes, to know them again."""
    at: str
    """UTC, ISO 8601."""
    by: str
    reason: str

    def __str__(self) -> str:
        return f"forgotten on {self.at[:10]} by {self.by}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What a `forget` has erased."""

    pages: tuple[Tombstone, ...]
    """The page, and others of the same bytes read as another media type."""
    decisions: int = 0
    """Decisions of which kind and time alone are left."""
