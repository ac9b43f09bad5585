"""How a page ended: every page has exactly one counted outcome, and a drop is a value with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a page was dropped; one vocabulary for every stage and source."""

    EMPTY = "EMPTY"
    """No bytes, or nothing but white space."""
    NO_TEXT = "NO_TEXT"
    """Readable, but no reporting in it (a page that is all comments, an index page)."""
    NOT_TEXT = "NOT_TEXT"
    """Binary content under a text's name."""
    WRONG_LANGUAGE = "WRONG_LANGUAGE"
    """Text, blocks and metadata are kept; nothing was extracted from it."""
    UNSUPPORTED = "UNSUPPORTED"
    """A form that cannot be read yet."""
    UNDECODABLE = "UNDECODABLE"
    TOO_LARGE = "TOO_LARGE"
    TOO_DEEP = "TOO_DEEP"
    TRUNCATED = "TRUNCATED"
    """An archive or compressed file that ends early or does not match its checksum."""
    BOMB = "BOMB"
    """Unpacks to far more than its size; stopped before it was unpacked."""
    UNSAFE_NAME = "UNSAFE_NAME"
    """An archive member whose name points outside the archive."""
    BAD_LINE = "BAD_LINE"
    """A line of `--jsonl` that is not an object of the documented form."""
    UNREADABLE = "UNREADABLE"
    """The system would not give the bytes (permissions, a vanished file, a device)."""
    FORGOTTEN = "FORGOTTEN"
    """The record was told to forget these bytes; they are refused for good."""
    CRASHED = "CRASHED"
    """The process that read it died; the page was tried alone and died again."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A page that could not be used, or not in full, with its reason."""

    item: str
    """The page's locator, or its id where it has no locator."""
    stage: str
    why: Why
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that belongs to a page and is none itself (the picture in a saved page's folder); counted, no drop."""

    item: str
    reason: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run did; `pages` is always `added + renewed + unchanged + dropped`."""

    pages: int
    added: int
    renewed: int
    """Known pages read anew: newer stages, or more given about them."""
    unchanged: int
    dropped: int
    skipped: int
    reasons: Mapping[str, int]
    """Dropped pages by `Why`."""
