"""A document under way: words are added piece by piece, and whatever is marked keeps its place."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

Line = dict[str, Any]


@dataclass(slots=True)
class Draft:
    """The text so far with the mentions found in it, in the form of a line of `analyse`."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Line] = field(default_factory=list)
    times: list[Line] = field(default_factory=list)
    names: list[Line] = field(default_factory=list)
    attributions: list[Line] = field(default_factory=list)
    events: list[Line] = field(default_factory=list)

    def add(self, words: str) -> Line:
        """Append words; their range."""
        start = self.length
        self.text.append(words)
        self.length += len(words)
        return {"start": start, "end": self.length}

    def name(self, words: str, kind: str) -> Line:
        """Append a name."""
        at = self.add(words)
        self.names.append({**at, "type": kind})
        return at

    def day(self, words: str, value: str, earliest: date, latest: date) -> None:
        """Append a date."""
        bounds = {"earliest": earliest.isoformat(), "latest": latest.isoformat()}
        self.times.append({**self.add(words), "type": "DATE", "value": value, "mod": None, **bounds})

    def block(self, start: int, role: str) -> None:
        """Close the block that began at `start`, blanks left out, and begin a new line."""
        self.blocks.append({"start": start, "end": self.length, "role": role})
        self.add("\n")

    def string(self) -> str:
        """The whole text."""
        return "".join(self.text)
