"""What a run of the sources is told: bounds against hostile input, and what is stated of the pages."""

from dataclasses import dataclass, field

from trucewatch.record.pages import Given
from trucewatch.sources.meta import MetaTable

STAGE = "sources"
"""The stage that a `Dropped` of this room names."""

KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what one page and one archive may cost; all sizes in bytes."""

    page_bytes: int = 32 * MIB
    """A larger page (or line of JSONL) is not read; single-file pages with embedded pictures stay well below."""
    unpacked_bytes: int = 8 * GIB
    """What one archive may unpack to in all, the archives inside it included."""
    ratio: int = 200
    """Unpacked size over packed size; press archives stay below 100 even where one template fills them."""
    ratio_from: int = 16 * MIB
    """The ratio is judged only once this much was unpacked: a small page of one repeated word harms nobody."""
    members: int = 100_000
    """Entries of one archive, those of the archives inside it and its folders included."""
    nesting: int = 5
    """Packed things inside packed things; `.tar.gz` counts as two."""


@dataclass(frozen=True, slots=True)
class SourceOptions:
    """What `capture` and `read_lines` are told."""

    limits: Limits = field(default_factory=Limits)
    given: Given = field(default_factory=Given)
    """Stated of every page; a row of `meta` overrides it field by field."""
    meta: MetaTable | None = None


def size_words(count: int) -> str:
    """A size in words: "32 MiB", "1.5 GiB", "812 bytes"."""
    for unit, name in ((GIB, "GiB"), (MIB, "MiB"), (KIB, "KiB")):
        if count >= unit:
            return f"{count / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{count} bytes"
