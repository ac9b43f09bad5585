"""Ranges of code points, and the evidence that they make."""

from dataclasses import dataclass

from trucewatch.record.ids import PageId, TextId


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Half-open range of code points in a text known from the context."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"range {self.start}..{self.end} is empty or negative")

    def of(self, text: str) -> str:
        """The words that the range covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points in one text, named by its hash; `quote` gives the words."""

    text: TextId
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}..{self.end} is empty or negative")

    def quote(self, text: str) -> str:
        """The words that the span covers; `text` is the string whose hash it holds."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that a reader can open: every row of every view holds at least one."""

    page: PageId
    outlet: str | None
    published: str | None
    start: int
    end: int
    quote: str
