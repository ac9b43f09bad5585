"""Pages built word by word: every word is one token between blanks, each line one sentence and paragraph."""

from collections.abc import Iterable

from trucewatch.dossiers.world import load_world
from trucewatch.record.ids import PageId, TextId, text_id
from trucewatch.record.language import Language, Sentence, Word
from trucewatch.record.mentions import Attribution, Kind, Name, NameType, Statement
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Block, Role, Text
from trucewatch.resolve.speakers import PageLanguage, States, known_states, resolve_statements

STATES = States(known_states(load_world()))
PAGE = PageId("0" * 32)
_SAID = frozenset({"said", "told", "added", "denied"})
_CLOSED = {
    **dict.fromkeys(("the", "a", "an"), "DET"),
    **dict.fromkeys(("he", "she", "they", "it", "who"), "PRON"),
    **dict.fromkeys(("of", "on", "for", "in", "to"), "ADP"),
    **dict.fromkeys(("that",), "SCONJ"),
    **dict.fromkeys(("and",), "CCONJ"),
    **dict.fromkeys(("’s",), "PART"),
    **dict.fromkeys(("had", "was"), "AUX"),
    **dict.fromkeys(("top",), "ADJ"),
    **dict.fromkeys(("met", "left", "rained", "stopped", "poured"), "VERB"),
}


def made_page(lines: Iterable[str], *, names: Iterable[tuple[str, NameType]] = (), tagged: bool = True) -> PageLanguage:
    """A page of "source said content" lines; the words before the first verb of saying are its source.

    `names` are tagged wherever they stand; without `tagged` every line's source is also tagged as a person.
    """
    text = "\n".join(lines)
    page, sentences, found, blocks, spots, at = text_id(text), [], [], [], [], 0
    for line in text.split("\n"):
        words = _words(line, at)
        if words:
            sentences.append(Sentence(words))
            blocks.append(Block(words[0].at.start, words[-1].at.end, Role.PARAGRAPH))
            found += _said(page, words)
            spots += [] if tagged else [a.source for a in found[-1:] if a.source]
        at += len(line) + 1
    every = [Name(page, r, NameType.PERSON) for r in spots]
    every += [Name(page, Range(i, i + len(n)), t) for n, t in names for i in _places(text, n)]
    ordered = tuple(sorted(every, key=lambda n: n.at))
    language = Language(tuple(sentences), ordered, tuple(found))
    return PageLanguage(Text(page, PAGE, text, tuple(blocks)), Article(), language, (), None, STATES)


def _words(line: str, at: int) -> tuple[Word, ...]:
    forms, start = [], at
    for form in line.split(" "):
        if form:
            forms.append((form, start))
        start += len(form) + 1
    verb = next((i for i, (form, _) in enumerate(forms) if form in _SAID), len(forms) - 1)
    return tuple(_word(form, begin, i, verb) for i, (form, begin) in enumerate(forms))


def _word(form: str, start: int, index: int, verb: int) -> Word:
    upos = "VERB" if form in _SAID else _CLOSED.get(form.lower(), "PROPN" if form[:1].isupper() else "NOUN")
    upos = "PUNCT" if not any(c.isalnum() for c in form) else upos
    label = "root" if index == verb else ("nsubj" if index == verb - 1 else "dep")
    head = None if index == verb else (verb if index >= verb - 1 else index + 1)
    return Word(Range(start, start + len(form)), form.lower(), upos, "", head, label)


def _said(page: TextId, words: tuple[Word, ...]) -> list[Attribution]:
    forms = [w.lemma for w in words]
    verb = next((i for i, form in enumerate(forms) if form in _SAID), None)
    if verb is None or verb + 1 >= len(words):
        return []
    source = Range(words[0].at.start, words[verb - 1].at.end) if verb else None
    content = Range(words[verb + 1].at.start, words[-1].at.end)
    return [Attribution(page, source, (words[verb].at,), (content,), Kind.INDIRECT)]


def _places(text: str, name: str) -> Iterable[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def statements_of(page: PageLanguage) -> tuple[Statement, ...]:
    """The page's statements."""
    return resolve_statements(page, "statements@1")
