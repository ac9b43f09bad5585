"""Whatever is told: the outcome is a function of what may be seen, and nothing is lost."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.resolve.happenings.telling import Memory, Saying, Told, happenings
from trucewatch.record.happenings import Happening, mention_of
from trucewatch.record.joined import Rulings
from trucewatch.record.mentions import Status, Track
from trucewatch.record.protocols import Scope
from trucewatch.resolve.happenings import HappeningJoiner
from trucewatch.resolve.happenings.profiles import profile_of
from trucewatch.resolve.happenings.weighing import weigh

WORDS = {
    Track.FIGHTING: ("war", "clashes", "fighting", "shelling"),
    Track.VIOLATION: ("shelling", "violation", "attack"),
    Track.CEASEFIRE: ("ceasefire", "ceasefire took effect", "truce was observed", "brokered ceasefire"),
    Track.AGREEMENT: ("signed a statement", "agreement"),
    Track.MEETING: ("talks", "mediation", "met"),
    Track.DEPLOYMENT: ("deployed", "withdrew"),
}
FRAMES = (
    "Norland and Velmar spoke of the [{}] in Orrin.",
    "The [{}] between Norland and Velmar, which began in March, went on.",
    "In Orrin the [{}] ended at night, Keller of Norland said.",
    "There was a [{}] again.",
)
DATES = (None, "2031", "2031-05", "2031-05-06", "2031-05-07", "2031-05-09/2031-05-10", "2030-07", "1994", "XXXX-05-06")


@st.composite
def sayings(draw: st.DrawFn) -> Saying:
    """A mention out of few parts, so that many of them have to do with each other."""
    track = draw(st.sampled_from(sorted(WORDS)))
    return Saying(
        draw(st.sampled_from(FRAMES)).format(draw(st.sampled_from(WORDS[track]))),
        track,
        draw(st.sampled_from(list(Status))),
        draw(st.sampled_from(DATES)),
        category=draw(st.sampled_from([None, None, "AGREE"])),
        mode=draw(st.sampled_from(["", "", None])),
        actors=draw(st.sampled_from([(), ("NRL",), ("VLM",), ("NRL", "VLM")])),
        place=draw(st.sampled_from([None, "Orrin", "Upper Orrin", ("Pell", 48.0, 9.0)])),
        known=draw(st.sampled_from([None, None, None, "Orrin Statement", "Pell Accord"])),
        background=draw(st.booleans()),
    )


PUBLISHED = st.sampled_from([None, "2031-05-06", "2031-05-07", "2031-05-11", "2031-06", "2032-01-01"])


@st.composite
def pages(draw: st.DrawFn) -> list[Told]:
    """Pages, some of which share a text."""
    told = draw(st.lists(st.tuples(PUBLISHED, st.lists(sayings(), min_size=1, max_size=4)), min_size=1, max_size=6))
    found = [Told(f"page {n}", published, tuple(said)) for n, (published, said) in enumerate(told)]
    if len(found) > 1 and draw(st.booleans()):
        found.append(replace(found[0], name="copy", published=draw(PUBLISHED), text=found[0].name))
    return found


def outcome(found: list[Happening]) -> set[tuple[object, ...]]:
    """All that is said of the happenings, as a set: their order follows what was asked."""
    return {(h.id, tuple(map(mention_of, h.mentions)), h.joins, h.near) for h in found}


@settings(max_examples=60, deadline=None)
@given(pages(), st.randoms(use_true_random=False))
def test_the_order_of_reading_takes_no_part(told: list[Told], chance: random.Random) -> None:
    shuffled = chance.sample(told, len(told))
    assert outcome(happenings(told)) == outcome(happenings(shuffled))


@settings(max_examples=60, deadline=None)
@given(pages())
def test_every_mention_is_in_exactly_one_happening(told: list[Told]) -> None:
    ids = [mention_of(row) for h in happenings(told) for row in h.mentions]
    assert sorted(ids) == sorted(mention_of(row) for page in told for row in page.rows())


@settings(max_examples=40, deadline=None)
@given(pages())
def test_any_mention_finds_the_happening_that_all_find(told: list[Told]) -> None:
    memory = Memory(told)
    whole = {mention_of(row): h for h in happenings(told) for row in h.mentions}
    for row in memory.rows:
        (alone,) = HappeningJoiner().happenings([row], memory, Scope())
        assert outcome([alone]) == outcome([whole[mention_of(row)]])


@settings(max_examples=60, deadline=None)
@given(pages(), st.sampled_from(["2031-05-06", "2031-05-07", "2031-05", "2031-06-30", "2031"]))
def test_as_of_a_day_is_the_record_of_the_pages_published_by_then(told: list[Told], day: str) -> None:
    scope = Scope(as_of=day)
    seen = {row.page for row in Memory(told).seen(scope)}
    by_then = [page for page in told if page.rows()[0].page in seen]
    assert outcome(happenings(told, scope)) == outcome(happenings(by_then))


@settings(max_examples=60, deadline=None)
@given(pages(), st.data())
def test_rulings_are_heeded(told: list[Told], data: st.DataObject) -> None:
    ids = sorted({mention_of(row) for page in told for row in page.rows()})
    pair = st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True).map(lambda p: (min(p), max(p)))
    if len(ids) < 2:
        return
    together, apart = data.draw(pair), data.draw(pair)
    rulings = Rulings((together,), (apart,) if apart != together else ())
    found = happenings(told, joiner=HappeningJoiner(rulings))
    home = {mention_of(row): h.id for h in found for row in h.mentions}
    assert home[together[0]] == home[together[1]]
    assert apart == together or home[apart[0]] != home[apart[1]]


@settings(max_examples=100, deadline=None)
@given(sayings(), sayings(), PUBLISHED, PUBLISHED)
def test_two_mentions_weigh_the_same_from_either_side(
    a: Saying, b: Saying, first: str | None, second: str | None
) -> None:
    one, other = (profile_of(Told(n, p, (s,)).rows()[0]) for n, p, s in (("a", first, a), ("b", second, b)))
    there, back = weigh(one, other), weigh(other, one)
    assert (there.apart is None) == (back.apart is None)
    assert there.apart is not None or there.score == back.score
