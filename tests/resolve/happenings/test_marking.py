"""What a dossier and a page's own date say of its events."""

from dataclasses import replace

import pytest

from tests.resolve.happenings.telling import Saying, Told
from trucewatch.record.dossier import Dossier, DossierActor, KnownAgreement, Provision
from trucewatch.record.mentions import EventMention, Status, Track
from trucewatch.record.resolved import EntityKind
from trucewatch.resolve.happenings.marking import OLD_NEWS, Marker

STATEMENT = KnownAgreement(
    "Orrin Statement",
    ("statement of 9 May",),
    ("Norland", "Velmar"),
    ("Halvern",),
    "2031-05-09",
    "2031-05-10",
    provisions=(Provision("900 peacekeepers along the Orrin valley", by=("Halvern",)),),
)
ACCORD = KnownAgreement("Pell Accord", (), ("Norland", "Velmar"), signed="2019-03-01")
STATES = tuple(
    DossierActor(name, EntityKind.STATE, code, people=(people,))
    for name, code, people in (
        ("Norland", "NRL", "Norlander"),
        ("Velmar", "VLM", "Velmari"),
        ("Halvern", "HLV", "Halverner"),
    )
)
DOSSIER = Dossier("orrin", "Orrin", actors=STATES, agreements=(STATEMENT, ACCORD))
SIGNED = Saying(
    "Norland and Velmar [signed] a joint statement on 9 May.", Track.AGREEMENT, date="2031-05-09", actors=("NRL", "VLM")
)
TRUCE = Saying("The [ceasefire] is observed.", Track.CEASEFIRE, Status.ONGOING)
SENT = Saying(
    "Halvern peacekeepers would be [deployed].", Track.DEPLOYMENT, Status.PLANNED, category="AGREE", mode=None
)


def marked(published: str | None, *sayings: Saying, dossier: Dossier | None = DOSSIER) -> tuple[EventMention, ...]:
    """The events of a page that says this."""
    rows = Told("page", published, sayings).rows()
    string = "".join(row.sentence.ljust(1000) for row in rows)
    return Marker(dossier).marked([row.event for row in rows], string, rows[0].published)


def known(*sayings: Saying, published: str | None = "2031-05-20") -> list[str | None]:
    return [event.known for event in marked(published, *sayings)]


def test_an_agreement_is_known_by_its_day() -> None:
    assert known(SIGNED) == ["Orrin Statement"]
    assert known(replace(SIGNED, date="2031-05-16")) == [None]


def test_an_agreement_is_known_by_its_name() -> None:
    named = replace(SIGNED, date=None, sentence="Norland and Velmar [signed] the Pell Accord.")
    assert known(named) == ["Pell Accord"]


def test_an_agreement_is_not_known_before_it_is_signed() -> None:
    assert known(replace(SIGNED, date="2031-05"), published="2031-05-01") == [None]


@pytest.mark.parametrize("status", [Status.CALLED_FOR, Status.HYPOTHETICAL])
def test_a_wish_is_no_known_agreement(status: Status) -> None:
    assert known(replace(SIGNED, status=status)) == [None]


def test_a_page_that_names_one_party_tells_of_no_agreement_of_two() -> None:
    assert known(replace(SIGNED, sentence="Norland [signed] a joint statement on 9 May.")) == [None]


def test_the_truce_of_a_page_is_the_one_agreement_that_it_names() -> None:
    assert known(TRUCE, SIGNED) == ["Orrin Statement", "Orrin Statement"]
    assert known(TRUCE) == [None]
    assert known(TRUCE, SIGNED, published="2039-01-01") == [None, "Orrin Statement"]


def test_the_truce_is_none_of_an_agreement_that_a_later_one_follows() -> None:
    later = replace(SIGNED, sentence="Norland and Velmar [signed] a truce on 15 May.", date="2031-05-15")
    assert known(TRUCE, SIGNED, later) == [None, "Orrin Statement", None]


@pytest.mark.parametrize(
    "sent",
    [
        SENT,
        replace(SENT, status=Status.DENIED, category="REJECT"),
        replace(SENT, status=Status.ONGOING, category="AID", mode="peacekeeping"),
    ],
    ids=["planned", "refused", "there"],
)
def test_keepers_whom_a_provision_sends_are_of_its_agreement(sent: Saying) -> None:
    assert known(sent, SIGNED) == ["Orrin Statement", "Orrin Statement"]


@pytest.mark.parametrize(
    "other",
    [
        replace(SENT, sentence="Halvern peacekeepers would be [withdrawn]."),
        replace(SENT, category="RETREAT", mode="withdraw"),
        replace(SENT, sentence="Halvern troops would be [deployed] in the Orrin valley."),
        replace(SENT, sentence="Halvern troops [deployed] in the Orrin valley.", category="MOBILIZE", mode="troops"),
        replace(SENT, sentence="Sundic peacekeepers would be [deployed]."),
    ],
    ids=["promised to leave", "leaving", "no keepers", "troops", "of another"],
)
def test_other_forces_are_not(other: Saying) -> None:
    assert known(other, SIGNED) == [None, "Orrin Statement"]


def test_keepers_alone_tell_of_no_agreement() -> None:
    assert known(SENT) == [None]


def test_what_is_long_past_when_its_page_is_published_is_background() -> None:
    past, fresh = replace(SIGNED, date="2031-01-01"), replace(SIGNED, date="2031-05-19")
    assert [e.background for e in marked("2031-05-20", past, fresh, dossier=None)] == [True, False]
    assert [e.background for e in marked(None, past, fresh, dossier=None)] == [True, False], "by its newest event"


@pytest.mark.parametrize(("published", "old"), [("2031-06-23", False), ("2031-06-24", True)])
def test_old_news_begins_after_so_many_days(published: str, *, old: bool) -> None:
    assert OLD_NEWS == 45
    assert [e.background for e in marked(published, SIGNED, dossier=None)] == [old]


def test_what_is_planned_is_never_background() -> None:
    plan = replace(SIGNED, date="2031-01-01", status=Status.PLANNED)
    assert [e.background for e in marked("2031-05-20", plan, dossier=None)] == [False]


def test_marking_again_changes_nothing() -> None:
    once = marked("2031-05-20", SENT, SIGNED, TRUCE)
    rows = Told("page", "2031-05-20", (SENT, SIGNED, TRUCE)).rows()
    string = "".join(row.sentence.ljust(1000) for row in rows)
    assert Marker(DOSSIER).marked(once, string, rows[0].published) == once
    assert Marker(None).marked(once, string, rows[0].published) == once
