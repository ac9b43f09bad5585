"""Ids made from content, so that a rerun adds nothing and two machines agree without talking."""

import hashlib
import json
from typing import NewType

PageId = NewType("PageId", str)
TextId = NewType("TextId", str)

ID_LENGTH = 32
"""Hexadecimal digits of an id: 128 bits, enough that a collision by chance is not a concern."""


def content_id(kind: str, *parts: str | int | float | bool | None) -> str:
    """The id of a thing of `kind` with these identifying parts: 32 lower-case hexadecimal digits.

    The parts are hashed as one JSON list, so ("a", "bc") and ("ab", "c") never meet.
    """
    canonical = json.dumps([kind, *parts], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()[:ID_LENGTH]


PAGE_DIGITS = 8
"""Digits at the start of a mention's id that are those of its page, by which the mention is found again."""


def mention_id(kind: str, page: PageId, *parts: str | int | float | bool | None) -> str:
    """The id of a mention of `kind` on `page`: it starts as the page's own id does, and is as long."""
    return page[:PAGE_DIGITS] + content_id(kind, page, *parts)[: ID_LENGTH - PAGE_DIGITS]


def sha256_hex(data: bytes) -> str:
    """SHA-256 of `data` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def page_id(sha256: str, media_type: str) -> PageId:
    """The id of the page with these bytes read as this media type.

    The media type takes part because it decides the reading: the same bytes named `.txt` and `.html` are two pages,
    and which of them came first must not matter.
    """
    return PageId(content_id("page", sha256, media_type))


def text_id(string: str) -> TextId:
    """The id of a readable text: the hash of the exact string, so a new cleaner makes a new text."""
    return TextId(content_id("text", sha256_hex(string.encode("utf-8", "surrogatepass"))))
