"""Coded events.

Nothing is filled: readings of the second version have none, and are stale for every recipe that codes them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "events",
        sa.Column("page", sa.Integer, sa.ForeignKey("readings.page"), nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("position", "start", "end")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("passage_start", "passage_end")),
        sa.Column("category", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("mode", "context")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("track", "status")),
        *(sa.Column(name, sa.Integer) for name in ("status_start", "status_end")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("asserted_by", "rule")),
        *(sa.Column(name, sa.Text) for name in ("date", "place")),
        *(sa.Column(name, sa.Float) for name in ("latitude", "longitude")),
        sa.Column("place_precision", sa.Text),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("actors", "recipients", "quantities")),
        sa.Column("score", sa.Float, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("maker", "asked", "asked_place", "asked_asserter")),
        *(sa.Column(name, sa.Text) for name in ("first_day", "last_day")),
        sa.PrimaryKeyConstraint("page", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_events_track", "events", ["track", "first_day"])
