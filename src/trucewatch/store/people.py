"""Speakers by name."""

from sqlalchemy import Connection, func, select

from trucewatch.record.kept import SHOWN
from trucewatch.store.tables import statements


def speakers(connection: Connection) -> list[tuple[str, int]]:
    """The names of all speakers as written, with the number of their statements, most first."""
    query = (
        select(statements.c.speaker, func.count())
        .where(statements.c.speaker.is_not(None), statements.c.stands.in_(SHOWN))
        .group_by(statements.c.speaker)
    )
    found = [(str(name), int(number)) for name, number in connection.execute(query)]
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))
