"""What joins pages: keys of events, hashes of shared text, and what reviewers made of a mention.

Nothing is filled but what stands as it was read: readings of the third version have no keys and no hashes, and are
stale for every recipe that makes them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the columns and make the tables."""
    _derived()
    _ordered()
    _decided()


def _ordered() -> None:
    """Indexes in the order of lists, in place of those that served only to count or to narrow."""
    for name in ("events_track", "times_earliest", "times_latest"):
        op.drop_index(f"ix_{name}", name.partition("_")[0])
    for name in ("first_day", "last_day", "outlet"):
        op.drop_index(f"ix_readings_{name}", "readings")
    days = ["first_day", "last_day"]
    op.create_index("ix_readings_order", "readings", days)
    op.create_index("ix_readings_outlet", "readings", ["outlet", *days])
    op.create_index("ix_times_order", "times", ["on_calendar", "earliest", "latest", "role"])
    narrowed = ["stands", "kind", "speaker_type", "venue", "addressee", "asked"]
    op.create_index("ix_statements_order", "statements", [*days, *narrowed])
    narrowed = ["stands", "track", "status", "category", "asked_place", "asked_asserter", "asked"]
    op.create_index("ix_events_order", "events", [*days, *narrowed])
    spot = ["place", "latitude", "longitude", "place_precision"]
    op.create_index("ix_events_spot", "events", [*spot, "track", "stands", *days])


def _derived() -> None:
    op.add_column("events", sa.Column("known", sa.Text))
    op.add_column("events", sa.Column("background", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("events", sa.Column("reported_by", sa.Text))
    op.add_column("events", sa.Column("stands", sa.Text, nullable=False, server_default="found"))
    op.add_column("statements", sa.Column("stands", sa.Text, nullable=False, server_default="found"))
    op.create_table(
        "event_keys",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("page", sa.Integer, sa.ForeignKey("readings.page"), nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("key", "page", "position"),
        sqlite_with_rowid=False,
    )
    op.drop_index("ix_statements_person", "statements")
    op.drop_column("statements", "person")
    op.add_column("statements", sa.Column("profile", sa.BigInteger))
    op.create_index("ix_statements_profile", "statements", ["profile", "stands", "kind"])
    op.create_table(
        "sightings",
        sa.Column("page", sa.Integer, sa.ForeignKey("readings.page"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("start", "end", "passage_start", "passage_end")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("forms", "offices")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("mentions", "events")),
        sa.Column("maker", sa.Text, nullable=False),
        sa.Column("profile", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("page", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sightings_profile", "sightings", ["profile", "events"])
    op.create_table(
        "prints",
        sa.Column("print", sa.BigInteger, nullable=False),
        sa.Column("turn", sa.BigInteger, nullable=False),
        sa.Column("page", sa.Integer, sa.ForeignKey("readings.page"), nullable=False, index=True),
        sa.PrimaryKeyConstraint("print", "turn", "page"),
        sqlite_with_rowid=False,
    )


def _decided() -> None:
    op.create_table(
        "decided",
        sa.Column("page", sa.Integer, sa.ForeignKey("pages.number"), nullable=False),
        sa.Column("decision", sa.Integer, sa.ForeignKey("decisions.sequence"), nullable=False, index=True),
        sa.PrimaryKeyConstraint("page", "decision"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tombstones",
        sa.Column("page", sa.Text, primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False, index=True),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_guards()


def _sqlite_guards() -> None:
    """What is kept can still only be added to, but for what a tombstone stands for."""
    of_number = "SELECT 1 FROM tombstones t JOIN pages p ON p.id = t.page WHERE p.number = OLD.page"
    spoken = "SELECT 1 FROM decided d JOIN pages p ON p.number = d.page JOIN tombstones t ON t.page = p.id"
    left = "'at', json_extract(OLD.decision, '$.at'), 'kind', json_extract(OLD.decision, '$.kind')"
    redacted = "SELECT json_extract(decision, '$.redacted') FROM decisions WHERE sequence = OLD.decision"
    allowed = {
        "pages_no_delete": "EXISTS (SELECT 1 FROM tombstones WHERE page = OLD.id)",
        "captures_no_delete": f"EXISTS ({of_number})",
        "given_no_delete": f"EXISTS ({of_number})",
        "decisions_no_update": "NEW.sequence = OLD.sequence AND NEW.id = OLD.id "
        f"AND NEW.decision = json_object({left}, 'redacted', json('true')) "
        f"AND EXISTS ({spoken} WHERE d.decision = OLD.sequence)",
        "decided_no_delete": f"({redacted}) = 1",
        "decided_no_update": "0",
        "tombstones_no_delete": "0",
        "tombstones_no_update": "0",
    }
    for name, condition in allowed.items():
        table, _, verb = name.split("_")
        op.execute(f"DROP TRIGGER IF EXISTS {name}")
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {verb.upper()} ON {table} WHEN ({condition}) IS NOT 1 "
            f"BEGIN SELECT RAISE(ABORT, '{table} are kept: rows are only ever added'); END"
        )
    op.execute(
        "CREATE TRIGGER pages_no_return BEFORE INSERT ON pages "
        "WHEN EXISTS (SELECT 1 FROM tombstones WHERE sha256 = NEW.sha256) "
        "BEGIN SELECT RAISE(ABORT, 'pages are forgotten: these bytes never come back'); END"
    )
