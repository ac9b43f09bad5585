"""What is kept for good beside pages: decisions, every version of a dossier or codebook used, and which was chosen."""

from dataclasses import dataclass, field
from enum import StrEnum

from trucewatch.record.ids import PageId, content_id, sha256_hex
from trucewatch.record.spans import Range, Span


class DecisionKind(StrEnum):
    """What a reviewer, or a rule, can decide."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    ADD = "add"
    NOTE = "note"
    UNDO = "undo"


class Thing(StrEnum):
    """What a decision can speak of."""

    EVENT = "event"
    STATEMENT = "statement"
    PERSON = "person"
    PLACE = "place"
    PAGE = "page"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of the append-only log: what was decided on which things, by whom, when and why."""

    kind: DecisionKind
    on: tuple[str, ...]
    """Ids of what it speaks of; for an undo, the decision undone."""
    by: str
    at: str
    """UTC, ISO 8601."""
    why: str
    fields: tuple[tuple[str, str | None], ...] = ()
    """For correct and add: the field names and their new values."""
    passage: Span | None = None
    """The sentence that it was made on, as the page's text stood then."""
    thing: Thing | None = None
    """What `on` holds the ids of; for an add, what is added, and `on` holds the page's id."""
    pages: tuple[PageId, ...] = ()
    """The pages of all that it speaks of: it applies where all of them are known."""
    spot: Range | None = None
    """The words inside the passage: an event's trigger, what a statement says."""
    words: str | None = None
    """The passage's words, so that it can be read where the text is another by now."""

    @property
    def id(self) -> str:
        """The decision's id; the same words filed twice at one moment are one decision."""
        place = (self.passage.text, self.passage.start, self.passage.end) if self.passage else ()
        flat = [part for pair in self.fields for part in pair]
        about = (self.thing, "|".join(self.pages), self.words) if self.thing else ()
        spot = (self.spot.start, self.spot.end) if self.spot else ()
        known = self.kind, "|".join(self.on), self.by, self.at, self.why
        return content_id("decision", *known, *flat, *place, *about, *spot)


class Stands(StrEnum):
    """What reviewers made of a mention."""

    FOUND = "found"
    """Nobody has decided on it."""
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    """It stands in for one that was found, with what a reviewer put right."""
    ADDED = "added"
    """A reviewer found it."""
    REPLACED = "replaced"
    """Kept for an undo, and not shown: a corrected one stands in for it."""
    REJECTED = "rejected"
    """Kept for an undo, and not shown."""


SHOWN = (Stands.FOUND, Stands.CONFIRMED, Stands.CORRECTED, Stands.ADDED)
"""What views show."""


class DocumentKind(StrEnum):
    """The documents whose every used version is kept."""

    DOSSIER = "dossier"
    CODEBOOK = "codebook"
    CHOICE = "choice"
    """Not a document by itself: which dossier or codebook is in force from here on."""


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """One version of a dossier or codebook, as the YAML text that was used; or a choice among them, as JSON."""

    kind: DocumentKind
    name: str
    body: str = field(repr=False)

    @property
    def sha256(self) -> str:
        """Hash of the body."""
        return sha256_hex(self.body.encode("utf-8"))

    @property
    def id(self) -> str:
        """The version's id: kind, name and body."""
        return content_id("document", self.kind, self.name, self.sha256)
