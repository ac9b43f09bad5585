"""Names and statements, with a full-text index over what is said.

Nothing is filled: readings of the first version have neither, and are stale for every recipe that finds them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables and the index."""
    _names()
    _statements()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE statement_words "
            "USING fts5(words, content='', tokenize='porter unicode61 remove_diacritics 2')"
        )


def _names() -> None:
    op.create_table(
        "names",
        sa.Column("page", sa.Integer, sa.ForeignKey("readings.page"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("maker", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("page", "position"),
        sqlite_with_rowid=False,
    )


def _statements() -> None:
    op.create_table(
        "statements",
        sa.Column("page", sa.Integer, sa.ForeignKey("readings.page"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("source_start", sa.Integer),
        sa.Column("source_end", sa.Integer),
        sa.Column("cue", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("nested_start", sa.Integer),
        sa.Column("nested_end", sa.Integer),
        sa.Column("passage_start", sa.Integer, nullable=False),
        sa.Column("passage_end", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("speaker", "speaker_type", "speaker_grounds")),
        *(sa.Column(name, sa.Text) for name in ("office", "organization", "behalf")),
        *(sa.Column(name, sa.Text) for name in ("addressee", "venue", "said_on", "said_grounds")),
        sa.Column("via", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("found_by", sa.Text, nullable=False),
        sa.Column("maker", sa.Text, nullable=False),
        sa.Column("written", sa.Text),
        sa.Column("person", sa.Text, index=True),
        sa.Column("asked", sa.Text, nullable=False),
        sa.Column("first_day", sa.Text),
        sa.Column("last_day", sa.Text),
        sa.PrimaryKeyConstraint("page", "position"),
        sqlite_with_rowid=False,
    )
