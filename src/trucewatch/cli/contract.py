"""The line that `analyse` prints; docs/json.md documents every field, and a test holds the two together."""

from trucewatch.pipeline import Analysis
from trucewatch.record.codec import Json, to_json
from trucewatch.record.mentions import TimeMention
from trucewatch.record.outcomes import Dropped
from trucewatch.record.readings import PageReading
from trucewatch.record.texts import Article


def as_line(analysis: Analysis) -> Json:
    """The JSON object for one page: offsets are code points into its "text"; unknown values are null."""
    reading = analysis.reading
    return {
        "id": analysis.id,
        "text": reading.text.string if reading and reading.text else "",
        "article": _article(reading),
        "times": [_time(mention) for mention in reading.times] if reading else [],
        "names": [],
        "attributions": [],
        "events": [],
        "dropped": _dropped(analysis.dropped),
    }


def _article(reading: PageReading | None) -> Json:
    article = (reading.article if reading else None) or Article()
    blocks = reading.text.blocks if reading and reading.text else ()
    relayed = reading.sourcing.relayed if reading and reading.sourcing else ()
    return {
        "headline": article.headline,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": to_json(article.published),
        "dateline_place": article.dateline_place,
        "language": article.language,
        "relayed_from": list(dict.fromkeys(r.outlet.name for r in relayed)),
        "blocks": [to_json(block) for block in blocks],
    }


def _time(mention: TimeMention) -> Json:
    return to_json(mention.timex)


def _dropped(dropped: Dropped | None) -> Json:
    if dropped is None:
        return None
    return {"stage": dropped.stage, "why": str(dropped.why), "detail": dropped.detail}
