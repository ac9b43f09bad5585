"""One line of `--jsonl`: a page's text with what its giver states of it, as one JSON object."""

import json
from dataclasses import dataclass
from typing import Literal

from trucewatch.errors import PageError
from trucewatch.record.pages import Given


@dataclass(frozen=True, slots=True)
class Line:
    """What a line gives; `form` "clean" is a text without a page around it."""

    text: str
    form: Literal["page", "clean"]
    given: Given


class BadLine(PageError):
    """The line is not an object of the documented form; the message says in what."""


def read_line(data: bytes) -> Line:
    """The line in `data`; fields that are not of the form are somebody else's and are let be. Raises BadLine."""
    entry = _entry(data)
    if _text(entry, "id") is None:
        raise BadLine("the field 'id' is missing")
    text = _text(entry, "text")
    if text is None:
        raise BadLine("the field 'text' is missing")
    form = _text(entry, "form") or "page"
    if form not in ("page", "clean"):
        raise BadLine(f'\'form\' is {form!r}; write "page" or "clean"')
    return Line(text, "clean" if form == "clean" else "page", _given(entry))


def _entry(data: bytes) -> dict[str, object]:
    try:
        entry = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadLine(f"not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise BadLine(f"not JSON: {error.msg} at character {error.pos}") from error
    except (RecursionError, ValueError) as error:
        raise BadLine(f"not JSON that can be read: {error}") from error
    if not isinstance(entry, dict):
        raise BadLine(f"not a JSON object but {type(entry).__name__}")
    return entry


def _text(entry: dict[str, object], field: str) -> str | None:
    value = entry.get(field)
    if value is None or isinstance(value, str):
        return value
    raise BadLine(f"{field!r} is {type(value).__name__}; write a string")


def _given(entry: dict[str, object]) -> Given:
    try:
        return Given(_text(entry, "outlet"), _text(entry, "published"), _text(entry, "address"))
    except ValueError as error:
        raise BadLine(f"'published': {error}") from error
