"""Universal Dependencies files as documents of raw text whose words carry exact offsets."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word at its place in the raw text; `head` counts from 1 in its sentence, 0 is the root."""

    start: int
    end: int
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    label: str


@dataclass(frozen=True, slots=True)
class Document:
    """Raw text rebuilt from `# text` and `# newpar`: a line is a paragraph, sentences are joined by a blank."""

    name: str
    text: str
    sentences: tuple[tuple[Word, ...], ...]
    lines: tuple[str, ...] = field(repr=False)
    """The lines of its sentences as the file has them, without comments; an empty one after each sentence."""


def read_documents(path: str | Path) -> list[Document]:
    """The documents of a gzipped CoNLL-U file, in order."""
    return list(_documents(Path(path)))


def _documents(path: Path) -> Iterator[Document]:
    name, text = "", ""
    sentences: list[tuple[Word, ...]] = []
    lines: list[str] = []
    for comments, rows in _blocks(path):
        if any(c.startswith("# newdoc") for c in comments) and sentences:
            yield Document(name, text, tuple(sentences), tuple(lines))
            text, sentences, lines = "", [], []
        name = next((c.partition("=")[2].strip() for c in comments if c.startswith("# newdoc id")), name)
        paragraph = any(c.startswith("# newpar") for c in comments)
        raw = next(c for c in comments if c.startswith("# text = "))[9:]
        glue = "" if not sentences else "\n" if paragraph else " "
        sentences.append(_words(raw, rows, len(text) + len(glue)))
        text += glue + raw
        lines += [*("\t".join(row) for row in rows), ""]
    if sentences:
        yield Document(name, text, tuple(sentences), tuple(lines))


def _blocks(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    comments: list[str] = []
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield comments, rows
                comments, rows = [], []


def _words(raw: str, rows: list[list[str]], base: int) -> tuple[Word, ...]:
    """Places every word of a sentence: surface tokens are found in order, words inside one share it out."""
    found: list[Word] = []
    at = 0
    shares: list[tuple[int, int]] = []
    for position, row in enumerate(rows):
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            start = raw.index(row[1], at)
            at = start + len(row[1])
            forms = [r[1] for r in rows[position + 1 : position + 2 + last - first]]
            shares = _shares(forms, start, at)
            continue
        if shares:
            start, end = shares.pop(0)
        else:
            start = raw.index(row[1], at)
            end = at = start + len(row[1])
        found.append(Word(base + start, base + end, row[1], row[2], row[3], row[4], int(row[6]), row[7]))
    return tuple(found)


def _shares(forms: list[str], start: int, end: int) -> list[tuple[int, int]]:
    """Bounds of the words inside one surface token, in proportion where their letters do not add up to it."""
    total = sum(map(len, forms))
    out: list[tuple[int, int]] = []
    done = 0
    for number, form in enumerate(forms):
        left = start + (done * (end - start)) // total if total != end - start else start + done
        done += len(form)
        right = end if number == len(forms) - 1 else start + (done * (end - start)) // total
        out.append((left, max(right, left + 1)))
    return out
