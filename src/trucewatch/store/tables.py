"""The tables of a record. Kept ones are only ever added to; derived ones can be dropped and made again.

Rows that belong to a page carry its number in this record, not its id: a tenth of the space on the tables that grow
fastest. Numbers depend on the order of reading and never leave the store.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    false,
)

from trucewatch.store.columns import Words

metadata = MetaData()

# Kept -----------------------------------------------------------------------------------------------------------------

pages = Table(
    "pages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("sha256", Text, nullable=False),
    Column("media_type", Words, nullable=False),
    Column("size", Integer, nullable=False),
    # Last, so that the other columns are read without touching it.
    Column("data", LargeBinary, nullable=False),
)

captures = Table(
    "captures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("page", ForeignKey("pages.number"), nullable=False, index=True),
    Column("locator", Words, nullable=False),
    Column("captured_at", Text, nullable=False),
    sqlite_with_rowid=False,
)

given = Table(
    "given",
    metadata,
    Column("page", ForeignKey("pages.number"), nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Words, nullable=False),
    PrimaryKeyConstraint("page", "field", "value"),
    sqlite_with_rowid=False,
)

decisions = Table(
    "decisions",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("decision", Text, nullable=False),
)
"""`decision` is the canonical JSON form; of one that a forgotten page took with it, kind and time are left."""

decided = Table(
    "decided",
    metadata,
    Column("page", ForeignKey("pages.number"), nullable=False),
    Column("decision", ForeignKey("decisions.sequence"), nullable=False, index=True),
    PrimaryKeyConstraint("page", "decision"),
    sqlite_with_rowid=False,
)
"""Which decisions speak of which pages: `decision` says it too, and takes longer to ask."""

tombstones = Table(
    "tombstones",
    metadata,
    Column("page", Text, primary_key=True),
    Column("sha256", Text, nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("by", Words, nullable=False),
    Column("reason", Words, nullable=False),
    sqlite_with_rowid=False,
)
"""Forgotten pages: the one way out of the kept tables."""

documents = Table(
    "documents",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("name", Words, nullable=False),
    Column("body", Words, nullable=False),
)

# Derived --------------------------------------------------------------------------------------------------------------

texts = Table(
    "texts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("length", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""`length` counts code points, `size` bytes of UTF-8."""

outlets = Table(
    "outlets",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Words, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("outlet", Text, nullable=False),
)
"""One row for each distinct value of an outlet; `outlet` is its canonical JSON form, `id` is made from that."""

readings = Table(
    "readings",
    metadata,
    Column("page", ForeignKey("pages.number"), primary_key=True, autoincrement=False),
    Column("recipe", Words, nullable=False),
    Column("given", Text, nullable=False),
    Column("text", ForeignKey("texts.id"), index=True),
    Column("article", Text),
    Column("headline", Words),
    Column("language", Words),
    Column("published", Text),
    Column("grounds", Text),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("outlet", ForeignKey("outlets.id")),
    Column("sourced", Boolean, nullable=False),
    Column("dropped_stage", Words),
    Column("dropped_why", Text),
    Column("dropped_detail", Words),
    # In the order of lists of pages; and all that a count of pages by outlet looks at.
    Index("ix_readings_order", "first_day", "last_day"),
    Index("ix_readings_outlet", "outlet", "first_day", "last_day"),
)
"""`given` is the fingerprint of what was given about the page when it was read. `article` is canonical JSON, the
columns after it repeat what is filtered and sorted by. `outlet` is the resolved one where `sourced`, else as written.
"""

blocks = Table(
    "blocks",
    metadata,
    Column("page", ForeignKey("readings.page"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("role", Text, nullable=False),
    PrimaryKeyConstraint("page", "position"),
    sqlite_with_rowid=False,
)

times = Table(
    "times",
    metadata,
    Column("page", ForeignKey("readings.page"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("value", Words, nullable=False),
    Column("mod", Words),
    Column("earliest", Text),
    Column("latest", Text),
    Column("passage_start", Integer, nullable=False),
    Column("passage_end", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("maker", Words, nullable=False),
    Column("on_calendar", Boolean, nullable=False),
    PrimaryKeyConstraint("page", "position"),
    # In the order of the timeline, with what its bounds look at.
    Index("ix_times_order", "on_calendar", "earliest", "latest", "role"),
    sqlite_with_rowid=False,
)

relays = Table(
    "relays",
    metadata,
    Column("page", ForeignKey("readings.page"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("outlet", ForeignKey("outlets.id"), nullable=False, index=True),
    Column("as_written", Words, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    PrimaryKeyConstraint("page", "position"),
    sqlite_with_rowid=False,
)

names = Table(
    "names",
    metadata,
    Column("page", ForeignKey("readings.page"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("maker", Words, nullable=False),
    PrimaryKeyConstraint("page", "position"),
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    metadata,
    Column("page", ForeignKey("readings.page"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("source_start", Integer),
    Column("source_end", Integer),
    Column("cue", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("nested_start", Integer),
    Column("nested_end", Integer),
    Column("passage_start", Integer, nullable=False),
    Column("passage_end", Integer, nullable=False),
    Column("speaker", Words),
    Column("speaker_type", Text),
    Column("speaker_grounds", Text),
    Column("office", Words),
    Column("organization", Words),
    Column("behalf", Words),
    Column("addressee", Words),
    Column("venue", Words),
    Column("said_on", Words),
    Column("said_grounds", Text),
    Column("via", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("found_by", Words, nullable=False),
    Column("maker", Words, nullable=False),
    Column("written", Words),
    Column("profile", BigInteger),
    Column("asked", Text, nullable=False),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("stands", Text, nullable=False, server_default="found"),
    PrimaryKeyConstraint("page", "position"),
    # All that a count of statements by speaker looks at, so that it never touches the rows.
    Index("ix_statements_profile", "profile", "stands", "kind"),
    # In the order of lists, with all that they can be narrowed by: the wide rows are touched for what is shown alone.
    Index(
        "ix_statements_order", "first_day", "last_day", "stands", "kind", "speaker_type", "venue", "addressee", "asked"
    ),
    sqlite_with_rowid=False,
)
"""`cue` and `content` are JSON lists of ranges, `via` one of strings; `found_by` is the attribution's maker.

The columns after `maker` repeat the others, to filter by: the source's words, cut; the number of the speaker's
profile; the folded words to ask for a speaker by; and the days of `said_on`, or of the publication where the page does
not tell it.
"""

events = Table(
    "events",
    metadata,
    Column("page", ForeignKey("readings.page"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("passage_start", Integer, nullable=False),
    Column("passage_end", Integer, nullable=False),
    Column("category", Words, nullable=False),
    Column("mode", Words),
    Column("context", Words),
    Column("track", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("status_start", Integer),
    Column("status_end", Integer),
    Column("asserted_by", Words, nullable=False),
    Column("rule", Words, nullable=False),
    Column("date", Text),
    Column("place", Words),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("place_precision", Text),
    Column("actors", Text, nullable=False),
    Column("recipients", Text, nullable=False),
    Column("quantities", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("maker", Words, nullable=False),
    Column("asked", Words, nullable=False),
    Column("asked_place", Words, nullable=False),
    Column("asked_asserter", Words, nullable=False),
    Column("first_day", Text),
    Column("last_day", Text),
    Column("known", Words),
    Column("background", Boolean, nullable=False, server_default=false()),
    Column("reported_by", Words),
    Column("stands", Text, nullable=False, server_default="found"),
    PrimaryKeyConstraint("page", "position"),
    # In the order of lists, with all that they can be narrowed by: the wide rows are touched for what is shown alone.
    Index(
        "ix_events_order",
        *("first_day", "last_day", "stands", "track", "status", "category", "asked_place", "asked_asserter", "asked"),
    ),
    # In the order of places, with all that is counted of them.
    Index(
        "ix_events_spot",
        *("place", "latitude", "longitude", "place_precision", "track", "stands", "first_day", "last_day"),
    ),
    sqlite_with_rowid=False,
)
"""`actors`, `recipients` and `quantities` are JSON lists. The columns from `asked` to `last_day` repeat the others, to
filter by. `stands` tells what reviewers made of the row, as `Stands` has it; so it does for statements.
"""

event_keys = Table(
    "event_keys",
    metadata,
    Column("key", Words, nullable=False),
    Column("page", ForeignKey("readings.page"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    PrimaryKeyConstraint("key", "page", "position"),
    sqlite_with_rowid=False,
)
"""Under which keys an event is filed: `record.blocking` makes them from the row."""

sightings = Table(
    "sightings",
    metadata,
    Column("page", ForeignKey("readings.page"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("name", Words, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("passage_start", Integer, nullable=False),
    Column("passage_end", Integer, nullable=False),
    Column("forms", Text, nullable=False),
    Column("offices", Text, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("maker", Words, nullable=False),
    Column("profile", BigInteger, nullable=False),
    PrimaryKeyConstraint("page", "position"),
    Index("ix_sightings_profile", "profile", "events"),
    sqlite_with_rowid=False,
)
"""Persons that pages name. `forms` and `offices` are JSON lists, `events` counts the page's events that they take part
in; `profile` is the number of what joining looks at.
"""

prints = Table(
    "prints",
    metadata,
    Column("print", BigInteger, nullable=False),
    Column("turn", BigInteger, nullable=False),
    Column("page", ForeignKey("readings.page"), nullable=False, index=True),
    PrimaryKeyConstraint("print", "turn", "page"),
    sqlite_with_rowid=False,
)
"""Hashes of runs of a page's words. `turn` puts pages in the order of their days, as `store.copies` makes it, so that
the first to print a run are found without looking at all the others."""

KEPT = (pages, captures, given, decisions, decided, tombstones, documents)
DERIVED = (prints, event_keys, sightings, events, statements, names, relays, times, blocks, readings, outlets, texts)
"""In the order in which they can be emptied."""
