"""The line that `analyse` prints; docs/json.md documents every field, and a test holds the two together."""

from trucewatch.pipeline import Analysis
from trucewatch.record.codec import Json, to_json
from trucewatch.record.mentions import EventMention, Name, Statement, TimeMention
from trucewatch.record.outcomes import Dropped
from trucewatch.record.readings import PageReading
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article


def as_line(analysis: Analysis) -> Json:
    """The JSON object for one page: offsets are code points into its "text"; unknown values are null."""
    reading = analysis.reading
    return {
        "id": analysis.id,
        "text": reading.text.string if reading and reading.text else "",
        "article": _article(reading),
        "times": [_time(mention) for mention in reading.times] if reading else [],
        "names": [_name(name) for name in reading.names] if reading else [],
        "attributions": [_attribution(statement) for statement in reading.statements] if reading else [],
        "events": [_event(event) for event in reading.events] if reading else [],
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


def _name(name: Name) -> Json:
    return {"start": name.at.start, "end": name.at.end, "type": str(name.type)}


def _attribution(statement: Statement) -> Json:
    found = statement.attribution
    return {
        "source": to_json(found.source),
        "cue": _spans(found.cue),
        "content": [to_json(piece) for piece in found.content],
        "kind": str(found.kind),
        "speaker": statement.speaker.name if statement.speaker else None,
        "addressee": statement.addressee,
        "venue": statement.venue,
        "said_on": statement.said_on.value if statement.said_on else None,
        "via": list(statement.via),
    }


def _event(event: EventMention) -> Json:
    return {
        "start": event.trigger.start,
        "end": event.trigger.end,
        "category": event.category,
        "mode": event.mode,
        "context": event.context,
        "track": str(event.track),
        "status": str(event.status),
        "status_words": to_json(event.status_words),
        "date": event.date,
        "place": to_json(event.place),
        "asserted_by": event.asserted_by,
        "reported_by": event.reported_by,
        "rule": event.rule,
        "score": event.score,
        "actors": [to_json(party) for party in event.actors],
        "recipients": [to_json(party) for party in event.recipients],
        "quantities": [to_json(quantity) for quantity in event.quantities],
    }


def _spans(spans: tuple[Range, ...]) -> Json:
    """One range by itself, several as a list, none as null."""
    return to_json(spans[0]) if len(spans) == 1 else [to_json(s) for s in spans] or None


def _dropped(dropped: Dropped | None) -> Json:
    if dropped is None:
        return None
    return {"stage": dropped.stage, "why": str(dropped.why), "detail": dropped.detail}
