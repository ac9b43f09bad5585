"""A text's sentences in the CoNLL-U form."""

import re
from collections.abc import Iterator
from itertools import groupby

from trucewatch.record.language import Sentence, Word
from trucewatch.record.texts import Text

_CLITIC = re.compile(r"(?:['’`´](?:s|m|d|re|ve|ll)|n['’`´]t)", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s/\x00-\x1f\x7f]+")
_LONGEST = 64
"""Code points of a written word that may hold two: longer runs are cut for their length alone."""


def document(name: str, text: Text, sentences: tuple[Sentence, ...]) -> Iterator[str]:
    """Lines without their ends: a document, its blocks as paragraphs with their roles, sentences, words.

    Nothing where there is no word. MISC holds each word's place in the text, half-open, in code points.
    """
    ident = _UNSAFE.sub("_", name) or "_"
    number = 0
    for role, group in groupby(sentences, _Roles(text)):
        for place, sentence in enumerate(group):
            number += 1
            if number == 1:
                yield f"# newdoc id = {ident}"
            if place == 0:
                yield "# newpar"
                yield f"# role = {role[1]}"
            yield f"# sent_id = {ident}-{number}"
            yield from _rows(text.string, sentence)
            yield ""


class _Roles:
    """Which block a sentence begins in, by number, and the block's role; asked in the text's order."""

    def __init__(self, text: Text) -> None:
        self._blocks = text.blocks
        self._at = 0

    def __call__(self, sentence: Sentence) -> tuple[int, str]:
        while self._blocks[self._at].end <= sentence.at.start:
            self._at += 1
        return self._at, self._blocks[self._at].role.value


def _rows(text: str, sentence: Sentence) -> Iterator[str]:
    """The sentence's `# text`, a row for each word, and one before each written token that holds several."""
    words = sentence.words
    blank = [_blank_after(text, word) for word in words]
    yield "# text = " + "".join(w.at.of(text) + " " * b for w, b in zip(words, blank, strict=True)).rstrip(" ")
    first = 0
    while first < len(words):
        last = _token_end(text, words, first)
        if last > first + 1:
            start, end = words[first].at.start, words[last - 1].at.end
            misc = _misc(blank[last - 1], start, end)
            yield "\t".join((f"{first + 1}-{last}", text[start:end], *"_______", misc))
        for place in range(first, last):
            word = words[place]
            misc = _misc(blank[place] or last > first + 1, word.at.start, word.at.end)
            head = 0 if word.head is None else word.head + 1
            cells = (place + 1, word.at.of(text), word.lemma, word.upos, word.xpos, "_", head, word.label, "_", misc)
            yield "\t".join(map(str, cells))
        first = last


def _blank_after(text: str, word: Word) -> bool:
    """Whether the word ends its token: something unseen (a blank, a line's end, the text's end) follows."""
    following = text[word.at.end : word.at.end + 1]
    return not following or following.isspace() or following in "\ufeff\u200b"


def _misc(blank: bool, start: int, end: int) -> str:
    """The last column: what UD wants to know of the blank behind the word, and the word's place."""
    return ("" if blank else "SpaceAfter=No|") + f"start_char={start}|end_char={end}"


def _token_end(text: str, words: tuple[Word, ...], first: int) -> int:
    """One past the last word of the written token that begins with word `first`."""
    last = first + 1
    while last < len(words) and _is_part(text, words[last - 1], words[last]):
        last += 1
    return last


def _is_part(text: str, before: Word, word: Word) -> bool:
    """Whether the word is written together with the one before as English writes two words in one."""
    if word.at.start != before.at.end or word.at.end - before.at.start > _LONGEST:
        return False
    left, right = text[before.at.end - 1], word.at.of(text)
    if not left.isalnum() and left != ".":
        return False
    if right in ("'", "’"):
        return word.xpos == "POS"
    return bool(_CLITIC.fullmatch(right)) or (left.isalpha() and right.isalpha())
