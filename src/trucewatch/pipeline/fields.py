"""Fields of a JSON object from outside, each taken with its type checked and named in the message where it is wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from trucewatch.errors import PageError
from trucewatch.record.spans import Range

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

SHOWN = 60
"""Characters of a wrong value that a message repeats."""
_KINDS = {dict: "an object", list: "a list", str: "a string", int: "a whole number", bool: "true or false"}


class BadField(PageError):
    """A field does not hold what it must; the message names the field and the value."""


def shown(value: object) -> str:
    """The value as a message repeats it."""
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."


@dataclass(frozen=True, slots=True)
class Fields:
    """An object with the path that leads to it; `length` is that of the text that its offsets count in."""

    data: dict[str, Any]
    path: str = ""
    length: int = 0

    def wrong(self, name: str, why: str) -> BadField:
        """The error that this field is wrong."""
        return BadField(f"field {self.path}{name}: {why}")

    def value(self, name: str) -> Any:
        """What stands there; a field that is left out is wrong."""
        if name not in self.data:
            raise self.wrong(name, "is missing; write null for what is not known")
        return self.data[name]

    def typed(self, name: str, kind: type[T]) -> T:
        """What stands there, of this type."""
        found = self.value(name)
        if not isinstance(found, kind) or (isinstance(found, bool) and kind is not bool):
            raise self.wrong(name, f"{shown(found)} is not {_KINDS[kind]}")
        return found

    def text(self, name: str) -> str | None:
        """A string, or None."""
        return None if self.value(name) is None else self.typed(name, str)

    def perhaps(self, name: str) -> str | None:
        """A string or None; None as well where the field is left out, as those may be that came later."""
        return self.text(name) if name in self.data else None

    def number(self, name: str) -> float:
        """A finite number."""
        found = self.value(name)
        if isinstance(found, bool) or not isinstance(found, int | float) or not abs(found) < float("inf"):
            raise self.wrong(name, f"{shown(found)} is not a number")
        return float(found)

    def maybe(self, name: str, of: Callable[[str], T]) -> T | None:
        """What `of` makes of the field, or None."""
        return None if self.value(name) is None else of(name)

    def one_of(self, name: str, kind: type[E]) -> E:
        """A member of the enumeration."""
        found = self.typed(name, str)
        try:
            return kind(found)
        except ValueError:
            known = ", ".join(str(member.value) for member in kind)
            raise self.wrong(name, f"{shown(found)} is none of {known}") from None

    def made(self, name: str, of: Callable[[str], T]) -> T:
        """What `of` makes of a string; the ValueError that it raises says what is wrong with it."""
        try:
            return of(self.typed(name, str))
        except ValueError as error:
            raise self.wrong(name, str(error)) from error

    def strings(self, name: str) -> tuple[str, ...]:
        """A list of strings."""
        found = self.typed(name, list)
        for position, item in enumerate(found):
            if not isinstance(item, str):
                raise self.wrong(f"{name}[{position}]", f"{shown(item)} is not a string")
        return tuple(found)

    def inside(self, name: str) -> "Fields":
        """The object in this field."""
        return Fields(self.typed(name, dict), f"{self.path}{name}.", self.length)

    def each(self, name: str) -> Iterator["Fields"]:
        """The objects of a list."""
        for position, item in enumerate(self.typed(name, list)):
            if not isinstance(item, dict):
                raise self.wrong(f"{name}[{position}]", f"{shown(item)} is not an object")
            yield Fields(item, f"{self.path}{name}[{position}].", self.length)

    def range(self) -> Range:
        """The half-open range that "start" and "end" give; it lies within the text and is not empty."""
        start, end = self.typed("start", int), self.typed("end", int)
        if not 0 <= start < end <= self.length:
            raise self.wrong("start", f"{start} to {end} is no range of a text of {self.length} characters")
        return Range(start, end)
