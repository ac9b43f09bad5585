"""Scores of syntax from raw text, by the measure of the CoNLL 2018 shared task.

Both sides are CoNLL-U over the same characters, blanks left out. A word is a syntactic word. Words that are no part of
a written token of several words are aligned where they cover the same characters; where either side has such a token,
the words of all tokens that overlap it are aligned by the longest common subsequence of their forms, case ignored. A
word is right in LAS where it is aligned, its head is aligned to the head, and the label is the same up to the colon.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MEASURES = ("words", "upos", "xpos", "lemma", "uas", "las", "las with subtypes")


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word: its token's characters (half-open, blanks not counted), and its row.

    `head` is the index of its head among all words, -1 for a root; `several` says that its token holds more words.
    """

    start: int
    end: int
    several: bool
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    label: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """The words of a CoNLL-U text, the characters of its tokens, and each sentence's characters."""

    words: tuple[Word, ...]
    characters: str
    sentences: tuple[tuple[int, int], ...]


class DifferentText(ValueError):
    """The two sides do not hold the same characters; nothing can be aligned."""


def parse(lines: Iterable[str]) -> Parsed:
    """Reads CoNLL-U; empty nodes are left out."""
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    parts: list[str] = []
    at = began = base = token_start = inside = 0
    for line in [*lines, ""]:
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 1 and not cells[0] and at > began:
            sentences.append((began, at))
            began, base = at, len(words)
        if len(cells) < 10 or "." in cells[0] or cells[0].startswith("#"):
            continue
        last = int(cells[0].partition("-")[2] or 0)
        if last or int(cells[0]) > inside:
            form = "".join(cells[1].split())
            parts.append(form)
            token_start, at = at, at + len(form)
            inside = last
        if not last:
            number, head = int(cells[0]), int(cells[6])
            above = base + head - 1 if head else -1
            form, lemma, upos, xpos = cells[1:5]
            words.append(Word(token_start, at, number <= inside, form, lemma, upos, xpos, above, cells[7]))
        inside = inside if last or int(cells[0]) < inside else 0
    return Parsed(tuple(words), "".join(parts), tuple(sentences))


def align(gold: Sequence[Word], found: Sequence[Word]) -> list[tuple[int, int]]:
    """Pairs of places of words that are the same word, in order."""
    out: list[tuple[int, int]] = []
    g = f = 0
    while g < len(gold) and f < len(found):
        a, b = gold[g], found[f]
        if (a.several and b.start < a.end) or (b.several and a.start < b.end):
            if a.end <= b.start:
                g += 1
            elif b.end <= a.start:
                f += 1
            else:
                g_end, f_end = _stretch(gold, found, g, f)
                out += _common(gold, found, range(g, g_end), range(f, f_end))
                g, f = g_end, f_end
        elif (a.start, a.end) == (b.start, b.end):
            out.append((g, f))
            g, f = g + 1, f + 1
        elif a.start <= b.start:
            g += 1
        else:
            f += 1
    return out


def _stretch(gold: Sequence[Word], found: Sequence[Word], g: int, f: int) -> tuple[int, int]:
    """Where the stretch ends that begins at a token of several words: past all that overlaps such tokens in turn."""
    end = max(w.end for w in (gold[g], found[f]) if w.several)
    while (more := g < len(gold) and _belongs(gold[g], end)) or (f < len(found) and _belongs(found[f], end)):
        word = gold[g] if more else found[f]
        end = max(end, word.end)
        g, f = g + more, f + (not more)
    return g, f


def _belongs(word: Word, end: int) -> bool:
    """Whether the word lies in a stretch that ends at `end` so far; a word by itself must not reach beyond."""
    return word.start < end if word.several else word.end <= end


def _common(gold: Sequence[Word], found: Sequence[Word], left: range, right: range) -> list[tuple[int, int]]:
    """The longest common subsequence of the forms, as pairs of places."""
    a, b = [gold[n].form.lower() for n in left], [found[n].form.lower() for n in right]
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            best[i][j] = best[i + 1][j + 1] + 1 if a[i] == b[j] else max(best[i + 1][j], best[i][j + 1])
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            out.append((left[i], right[j]))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return out


class Counts:
    """Sums over documents."""

    def __init__(self) -> None:
        self._n: Counter[str] = Counter()

    def add(self, gold: Parsed, found: Parsed) -> None:
        """One document; raises DifferentText where the two hold other characters."""
        if gold.characters != found.characters:
            place = next((n for n, (a, b) in enumerate(zip(gold.characters, found.characters, strict=False)) if a != b),
                         min(len(gold.characters), len(found.characters)))  # fmt: skip
            raise DifferentText(f"the texts part at character {place}: {found.characters[place : place + 20]!r}")
        n = self._n
        n["gold"] += len(gold.words)
        n["found"] += len(found.words)
        n["sentences gold"] += len(gold.sentences)
        n["sentences found"] += len(found.sentences)
        n["sentences"] += len(set(gold.sentences) & set(found.sentences))
        pairs = align(gold.words, found.words)
        above = {f: g for g, f in pairs} | {-1: -1}
        for g, f in pairs:
            self._compare(gold.words[g], found.words[f], above)

    def _compare(self, wanted: Word, word: Word, above: dict[int, int]) -> None:
        n = self._n
        n["words"] += 1
        n["upos"] += word.upos == wanted.upos
        n["xpos"] += word.xpos == wanted.xpos
        n["lemma"] += wanted.lemma in (word.lemma, "_")
        if above.get(word.head) == wanted.head:
            n["uas"] += 1
            n["las"] += word.label.partition(":")[0] == wanted.label.partition(":")[0]
            n["las with subtypes"] += word.label == wanted.label

    def result(self) -> dict[str, float]:
        """F1 of each measure."""
        n = self._n
        out = {k: 2 * n[k] / max(1, n["gold"] + n["found"]) for k in MEASURES}
        out["sentences"] = 2 * n["sentences"] / max(1, n["sentences gold"] + n["sentences found"])
        return {k: round(v, 4) for k, v in out.items()}
