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
    _decided()


def _derived() -> None:
    op.add_column("events", sa.Column("known", sa.Text))
    op.add_column("events", sa.Column("background", sa.Boolean, nullable=False, server_default=sa.false()))
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
        sa.Column("page", sa.Integer, sa.ForeignKey("readings.page"), nullable=False, index=True),
        sa.PrimaryKeyConstraint("print", "page"),
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
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER decided_no_{verb} BEFORE {verb.upper()} ON decided "
                "BEGIN SELECT RAISE(ABORT, 'decided are kept: rows are only ever added'); END"
            )
