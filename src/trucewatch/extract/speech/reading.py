"""The way from the model's attributions to the record's, step after step."""

from collections.abc import Sequence

from trucewatch.extract.model.types import FoundAttribution
from trucewatch.extract.speech.kinds import kind_of
from trucewatch.extract.speech.pieces import Report, reports
from trucewatch.extract.speech.quotes import Quotes
from trucewatch.record.language import Sentence
from trucewatch.record.mentions import Attribution
from trucewatch.record.spans import Range
from trucewatch.record.texts import Text


def read_speech(
    text: Text, sentences: Sequence[Sentence], found: Sequence[FoundAttribution], maker: str
) -> tuple[Attribution, ...]:
    """The attributions of the text's reporting, in the order of their contents."""
    blocks = text.reporting()
    quotes = Quotes(text.string, [Range(b.start, b.end) for b in blocks])
    out = reports(text.string, quotes, found)
    return tuple(_attribution(text, quotes, one, maker) for one in sorted(out, key=lambda r: r.content))


def _attribution(text: Text, quotes: Quotes, report: Report, maker: str) -> Attribution:
    kind = kind_of(text.string, quotes, report.content)
    return Attribution(
        text.id, report.source, report.cue, report.content, kind, report.nested_in, maker=maker, score=report.score
    )
