"""The first record: pages and what is derived from them, with the full-text index over blocks.

The tables are written out here and not taken from `tables.py`, which will move on while this step must stay as it is.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEPT = ("pages", "captures", "given", "decisions", "documents")


def upgrade() -> None:
    """Make the tables, the guards and the index."""
    _kept()
    _derived()
    _mentions()
    if op.get_bind().dialect.name == "sqlite":
        _sqlite_guards()
        _sqlite_search()


def _kept() -> None:
    op.create_table(
        "pages",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "captures",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("page", sa.Integer, sa.ForeignKey("pages.number"), nullable=False, index=True),
        sa.Column("locator", sa.Text, nullable=False),
        sa.Column("captured_at", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "given",
        sa.Column("page", sa.Integer, sa.ForeignKey("pages.number"), nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("page", "field", "value"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "decisions",
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("decision", sa.Text, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("sequence", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )


def _derived() -> None:
    op.create_table(
        "texts",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "outlets",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, index=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text, nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("page", sa.Integer, sa.ForeignKey("pages.number"), primary_key=True, autoincrement=False),
        sa.Column("recipe", sa.Text, nullable=False),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("text", sa.Text, sa.ForeignKey("texts.id"), index=True),
        sa.Column("article", sa.Text),
        sa.Column("headline", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("grounds", sa.Text),
        sa.Column("first_day", sa.Text, index=True),
        sa.Column("last_day", sa.Text, index=True),
        sa.Column("outlet", sa.Text, sa.ForeignKey("outlets.id"), index=True),
        sa.Column("sourced", sa.Boolean, nullable=False),
        sa.Column("dropped_stage", sa.Text),
        sa.Column("dropped_why", sa.Text),
        sa.Column("dropped_detail", sa.Text),
    )


def _mentions() -> None:
    op.create_table(
        "blocks",
        sa.Column("page", sa.Integer, sa.ForeignKey("readings.page"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("page", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "times",
        sa.Column("page", sa.Integer, sa.ForeignKey("readings.page"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("mod", sa.Text),
        sa.Column("earliest", sa.Text),
        sa.Column("latest", sa.Text),
        sa.Column("passage_start", sa.Integer, nullable=False),
        sa.Column("passage_end", sa.Integer, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("maker", sa.Text, nullable=False),
        sa.Column("on_calendar", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("page", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_times_earliest", "times", ["on_calendar", "earliest"])
    op.create_index("ix_times_latest", "times", ["on_calendar", "latest"])
    op.create_table(
        "relays",
        sa.Column("page", sa.Integer, sa.ForeignKey("readings.page"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("outlet", sa.Text, sa.ForeignKey("outlets.id"), nullable=False, index=True),
        sa.Column("as_written", sa.Text, nullable=False),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.PrimaryKeyConstraint("page", "position"),
        sqlite_with_rowid=False,
    )


def _sqlite_guards() -> None:
    for table in KEPT:
        for verb in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} are kept: rows are only ever added'); END"
            )


def _sqlite_search() -> None:
    # Contentless: the words are in `texts` already, and what is shown is cut from there.
    op.execute(
        "CREATE VIRTUAL TABLE block_words "
        "USING fts5(words, content='', tokenize='porter unicode61 remove_diacritics 2')"
    )
