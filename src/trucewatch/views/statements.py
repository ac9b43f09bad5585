"""Who said what."""

from trucewatch.record.entities import EntityJoiner, Holder
from trucewatch.record.protocols import Reader, Scope, Sought, StatementRow
from trucewatch.record.spans import Evidence
from trucewatch.views.limits import counted
from trucewatch.views.rows import Rows, StatementListRow
from trucewatch.views.speakers import Speakers

BETWEEN = " … "
"""Stands where other words interrupt what is said."""


def statements(
    reader: Reader, scope: Scope, sought: Sought, joiner: EntityJoiner | None = None
) -> Rows[StatementListRow]:
    """Statements by the day they were said, or else published; best first where words are sought.

    With a joiner a speaker is found under any spelling, and an office that speaks has its holder of the day. Raises
    UsageError where the words hold nothing to look for.
    """
    if joiner is None:
        return counted(reader.statements(scope, sought), statement_row)
    speakers = Speakers(reader, scope, joiner)
    found = counted(reader.statements(scope, speakers.under_all_names(sought)), lambda row: row)
    rows = tuple(statement_row(row, speakers.holder(row)) for row in found.rows)
    return Rows(rows, cut=found.cut, total=found.total)


def statement_row(found: StatementRow, holder: Holder | None = None) -> StatementListRow:
    """The statement as a row."""
    statement, speaker = found.statement, found.statement.speaker
    published = found.published.value if found.published else None
    passage = statement.passage
    return StatementListRow(
        speaker=speaker.name if speaker else None,
        speaker_type=speaker.type.value if speaker else None,
        speaker_grounds=speaker.grounds.value if speaker else None,
        office=speaker.office if speaker else None,
        organization=speaker.organization if speaker else None,
        on_behalf=speaker.behalf if speaker else None,
        held_by=holder.name if holder else None,
        held_grounds=holder.how if holder else None,
        as_written=found.source,
        kind=statement.attribution.kind.value,
        words=BETWEEN.join(found.words),
        venue=statement.venue,
        addressee=statement.addressee,
        said_on=statement.said_on.value if statement.said_on else None,
        said_grounds=statement.said_on.grounds.value if statement.said_on else None,
        via=_chain(found.outlet, statement.via),
        id=statement.id(found.page),
        stands=found.stands.value,
        outlet=found.outlet,
        published=published,
        page=found.page,
        evidence=(Evidence(found.page, found.outlet, published, passage.start, passage.end, found.sentence),),
    )


def _chain(outlet: str | None, via: tuple[str, ...]) -> tuple[str, ...]:
    """The chain with the outlet at its head, where it is known."""
    return via if outlet is None or outlet in via[:1] else (outlet, *via)


def quoted_at_all(reader: Reader, sought: Sought) -> int:
    """How many statements the speaker that is sought has, whatever else is asked for."""
    return reader.statements(Scope(limit=1), Sought(speaker=sought.speaker)).total
