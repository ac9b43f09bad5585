"""A text's reporting read through the language model: sentences, names and attributions."""

from functools import cache

from trucewatch.extract.model.reader import WEIGHTS, LanguageModel
from trucewatch.extract.model.types import FoundAttribution
from trucewatch.record.language import Language
from trucewatch.record.mentions import Attribution, Kind, Name
from trucewatch.record.spans import Range
from trucewatch.record.texts import Text

_MARKS = frozenset('"“”„«»')


@cache
def language_model() -> LanguageModel:
    """The model that ships with the package, loaded once a process."""
    return LanguageModel(WEIGHTS)


def read_language(model: LanguageModel, text: Text, maker: str) -> Language:
    """What the language of the text's reporting blocks says."""
    found = model.read(text.string, [Range(b.start, b.end) for b in text.reporting()])
    return Language(
        found.sentences,
        tuple(Name(text.id, n.at, n.type, maker) for n in found.names),
        tuple(_attribution(text, one, maker) for one in found.attributions),
    )


def _attribution(text: Text, found: FoundAttribution, maker: str) -> Attribution:
    source = Range(found.source[0].start, found.source[-1].end) if found.source else None
    kind = _kind(text.string, found.content)
    return Attribution(text.id, source, found.cue, found.content, kind, maker=maker, score=found.score)


def _kind(text: str, content: tuple[Range, ...]) -> Kind:
    """Direct where every piece stands in quotation marks, mixed where some words do, else indirect."""
    quoted = [bool(_MARKS & {*text[max(0, c.start - 1) : c.start], *text[c.end : c.end + 1]}) for c in content]
    if all(quoted):
        return Kind.DIRECT
    inside = any(_MARKS & set(c.of(text)) for c in content)
    return Kind.MIXED if inside or any(quoted) else Kind.INDIRECT
