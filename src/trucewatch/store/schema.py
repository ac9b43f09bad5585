"""The record's version: new files are made at the newest, older ones are brought up to it, newer ones refused."""

from importlib.metadata import version as installed
from pathlib import Path

from sqlalchemy import Connection, text

from trucewatch.errors import RecordError

NEWEST = "0004"
"""The version that this program writes; a test holds it against the migrations."""
KNOWN = tuple(f"{number:04}" for number in range(1, int(NEWEST) + 1))

_STEPS = Path(__file__).parent / "migrations"


def version(connection: Connection) -> str | None:
    """The record's version; None where the database is empty.

    Raises RecordError where it holds something else than a record.
    """
    names = set(connection.dialect.get_table_names(connection))
    if not names:
        return None
    if not {"alembic_version", "pages"} <= names:
        raise RecordError("is a database, but not a record of Trucewatch; name another file with --record")
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def refuse_newer(found: str | None) -> None:
    """Raise RecordError for a version that this program does not know."""
    if found is not None and found not in KNOWN:
        raise RecordError(
            f"is a record of version {found}; Trucewatch {installed('trucewatch')} knows versions up to {NEWEST}. "
            "Install a newer Trucewatch, or name another record with --record"
        )


def migrate(connection: Connection, to: str = NEWEST) -> None:
    """Bring the record to the newest version inside the connection's transaction, or make a new one."""
    # Only here: the library takes as long to load as a small record takes to be read.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
