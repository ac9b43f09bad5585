"""Pages as the language model reads them, kept beside the tests so that other weights do not change what is tested."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from trucewatch.dossiers.world import load_world
from trucewatch.record.ids import PageId
from trucewatch.record.language import Language, Sentence, Word
from trucewatch.record.mentions import Attribution, Kind, Name, NameType, Statement, TimeMention
from trucewatch.record.resolved import Outlet, RelayedFrom, Sourcing
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Block, Relay, Role, Text
from trucewatch.record.times import Timex, TimexType
from trucewatch.resolve.speakers import PageLanguage, States, known_states, resolve_statements

FOLDER = Path(__file__).parent / "pages"
STATES = States(known_states(load_world()))
PAGE = PageId("0" * 32)


def frozen(name: str) -> PageLanguage:
    """The page of this name."""
    return thawed(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def thawed(page: dict[str, Any]) -> PageLanguage:
    """A page from its kept form."""
    text = Text.of(PAGE, page["text"], tuple(Block(s, e, Role(r)) for s, e, r in page["blocks"]))
    relays = tuple(Relay(name, _range(at)) for name, at in page["relays"])
    article = Article(headline=page["headline"], outlet=page["outlet"], relays=relays)
    outlet = Outlet(page["outlet"]) if page["outlet"] else None
    sourcing = Sourcing(PAGE, outlet, tuple(RelayedFrom(Outlet(r.name), r.name, r.at) for r in relays))
    sentences = tuple(Sentence(tuple(_word(w) for w in words)) for words in page["sentences"])
    names = tuple(Name(text.id, Range(s, e), NameType(t)) for s, e, t in page["names"])
    found = tuple(_attribution(text, a) for a in page["attributions"])
    times = tuple(_time(text, t) for t in page["times"])
    return PageLanguage(text, article, Language(sentences, names, found), times, sourcing, STATES)


def _range(at: Sequence[int] | None) -> Range | None:
    return None if at is None else Range(at[0], at[1])


def _word(word: Sequence[Any]) -> Word:
    start, end, lemma, upos, xpos, head, label = word
    return Word(Range(start, end), lemma, upos, xpos, head, label)


def _attribution(text: Text, found: dict[str, Any]) -> Attribution:
    cue, content = (tuple(Range(s, e) for s, e in found[part]) for part in ("cue", "content"))
    nested = _range(found["nested_in"])
    return Attribution(text.id, _range(found["source"]), cue, content, Kind(found["kind"]), nested)


def _time(text: Text, time: Sequence[Any]) -> TimeMention:
    start, end, kind, value, earliest, latest = time
    timex = Timex(start, end, TimexType(kind), value, None, earliest, latest)
    return TimeMention(text.id, timex, Range(start, end))


def statements(page: PageLanguage) -> tuple[Statement, ...]:
    """The page's statements."""
    return resolve_statements(page, "statements@1")


def saying(page: PageLanguage, words: str) -> Statement:
    """The page's one statement whose content holds these words."""
    text = page.text.string
    found = [s for s in statements(page) if any(words in c.of(text) for c in s.attribution.content)]
    assert len(found) == 1, f"{len(found)} statements hold {words!r}"
    return found[0]
