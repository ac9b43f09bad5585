"""The rows of the registers, one frozen type each; a field whose name Python reserves ends in an underscore here."""

from dataclasses import dataclass

from trucewatch.record.spans import Evidence


@dataclass(frozen=True, slots=True)
class CeasefireStep:
    """What one mention tells of a ceasefire."""

    what: str
    """proposed, declared, in force, observed, not observed, extended, violated or ended."""
    date: str | None
    """The day told; where none is, that of publication, and null for a making told without a day."""
    by: str
    """Who says so: outlet, or the speaker."""
    outlet: str | None
    """Who published the page."""
    words: str
    """The words that tell of it."""
    mention: str
    """The mention's id; `show event` takes it."""

    def __str__(self) -> str:
        return f"{self.date or '(not dated)'} {self.what} ({self.by})"


@dataclass(frozen=True, slots=True)
class CeasefireListRow:
    """One ceasefire, and how it stands."""

    declared: str | None
    """When it was made: an ISO prefix, or first and last day joined by "/"; null where no page tells."""
    from_: str | None
    """From when it holds; that of its making where no other is told."""
    to: str | None
    """Until when; null where no end is told."""
    parties: str | None
    """Between whom, joined by " and "; null where no page tells."""
    brokered_by: str | None
    """Who brokered it, or signed beside its parties, joined by " and "; null where no page tells."""
    state: str
    """proposed, agreed, in force, extended, violated, expired or ended, as of the day asked for."""
    breaches: int
    """How many breaches are told, each once."""
    agreement: str | None
    """The agreement of the dossier that it is."""
    steps: tuple[CeasefireStep, ...]
    """What is told of it, in the order of days."""
    mentions: int
    """How many mentions tell of it."""
    pages: int
    """On how many pages."""
    outlets: tuple[str, ...]
    """Who published them."""
    id: str
    """The id of the mention it is known by, that on the page published first; `show event` takes it."""
    evidence: tuple[Evidence, ...]
    """The sentences that tell of it, breaches included."""


@dataclass(frozen=True, slots=True)
class ContestedAccount:
    """One side of what is contested."""

    by: str
    """Who says so: outlet, or the speaker; of a denial, who denies."""
    says: str
    """The words, as the page has them."""
    differs: str
    """The words, day or figure by which it differs."""
    mention: str | None
    """The id of the event that it tells of; `show event` takes it; null for what is said without one."""
    outlet: str | None
    """Who published the page."""
    published: str | None
    """When the page was published."""
    evidence: tuple[Evidence, ...]
    """The passage."""

    def __str__(self) -> str:
        return f"{self.by}: {self.differs}"


@dataclass(frozen=True, slots=True)
class ContestedListRow:
    """Accounts that differ, lined up."""

    date: str | None
    """The first day that one of them tells, or was published."""
    topic: str
    """What they are about, in the words of the first."""
    difference: str
    """whether, who, when, where, how many, name, cause or kept."""
    accounts: tuple[ContestedAccount, ...]
    """In the order of publication, then of the text."""
    pages: int
    """On how many pages."""
    evidence: tuple[Evidence, ...]
    """The passages of all accounts, each once."""


@dataclass(frozen=True, slots=True)
class IncidentWeekRow:
    """The violations and the fighting of one week that one side is told to have begun or done."""

    week: str | None
    """The Monday that the week begins on; null for what is dated less closely, or not at all."""
    side: str | None
    """Who acts: country codes, joined by " and " where both sides do; null where no page tells."""
    incidents: int
    """How many there are, each once, however often it is told; those that are only denied are left out."""
    violations: int
    """Of these, so many that an account calls a breach."""
    recorded: int
    """Of these, so many that an outlet tells as a fact in its own voice."""
    claimed: int
    """The others: told by speakers, or as allegations only."""
    denied: int
    """How many that somebody denies, those counted above and those that are only denied."""
    claimants: tuple[str, ...]
    """Who claims those that are only claimed."""
    mentions: int
    """How many mentions tell of them."""
    outlets: tuple[str, ...]
    """Who published them."""
    evidence: tuple[Evidence, ...]
    """The sentences that tell of them."""
