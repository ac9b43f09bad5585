"""Who speaks on three invented pages, statement by statement."""

import pytest

from tests.resolve.speakers.frozen import frozen, saying, statements
from trucewatch.record.mentions import SaidGrounds, SpeakerGrounds, SpeakerType

PAGES = ("ministers", "army", "bridge")
NAMED, SHORT, TITLE = SpeakerGrounds.NAMED, SpeakerGrounds.SHORT_FORM, SpeakerGrounds.TITLE
PRONOUN, CONTINUED, WRITTEN = SpeakerGrounds.PRONOUN, SpeakerGrounds.CONTINUED, SpeakerGrounds.AS_WRITTEN


@pytest.mark.parametrize(
    ("page", "words", "name", "grounds"),
    [
        ("ministers", "resume talks", "Anna Keller", NAMED),
        ("ministers", "host such talks", "Anna Keller", SHORT),
        ("ministers", "nobody had asked", "Anna Keller", PRONOUN),
        ("ministers", "The truce holds", "Anna Keller", CONTINUED),
        ("ministers", "conditions were agreed", "Anna Keller", TITLE),
        ("ministers", "valley road", "Jon Ober", NAMED),
        ("ministers", "engineers", "Jon Ober", SHORT),
        ("ministers", "name a date", "Jon Ober", PRONOUN),
        ("ministers", "release the drivers", "Anna Keller", TITLE),
        ("ministers", "the list was false", "Pavel Lindt", TITLE),
        ("army", "two villages", "Westland army", NAMED),
        ("army", "nobody was hurt", "Mira Lang", NAMED),
        ("army", "before dawn", "Tomas Brandt", TITLE),
        ("army", "the claim", "Valley Liberation Front", SHORT),
        ("army", "hold their fire", "Valley Liberation Front", TITLE),
        ("army", "had been informed", "unnamed official", WRITTEN),
        ("army", "meeting was planned", "unnamed official", WRITTEN),
        ("army", "calm", "Organization for Valley Security", PRONOUN),
        ("army", "loss of life", "Organization for Valley Security", SHORT),
        ("army", "lasted an hour", "Residents", WRITTEN),
        ("army", "ready to talk", "Karl Weber", NAMED),
        ("army", "no information", "Eva Holm", NAMED),
        ("army", "truce must hold", "Pavel Lindt and Keller", WRITTEN),
        ("bridge", "had been frank", "Piet Lindqvist", PRONOUN),
        ("bridge", "keep its word", "Marta Ayvazova", SHORT),
        ("bridge", "stay open", "Marta Ayvazova", PRONOUN),
        ("bridge", "turned back", "Marta Ayvazova", TITLE),
        ("bridge", "end in June", "Northmark Defence Ministry", TITLE),
        ("bridge", "no village", "Northmark Defence Ministry", SHORT),
        ("bridge", "three lorries", "driver", WRITTEN),
        ("bridge", "knew of no mines", "Hugo Stein", NAMED),
        ("bridge", "I was afraid", "Dora Holm", PRONOUN),
        ("bridge", "bridge was safe", "Lukas Brandt and Hugo Stein", SHORT),
        ("bridge", "meet again", "Lukas Brandt and Hugo Stein", TITLE),
    ],
)
def test_each_statement_has_its_speaker(page: str, words: str, name: str, grounds: SpeakerGrounds) -> None:
    speaker = saying(frozen(page), words).speaker
    assert speaker is not None
    assert (speaker.name, speaker.grounds) == (name, grounds)


@pytest.mark.parametrize(
    ("page", "words", "office", "behalf"),
    [
        ("ministers", "resume talks", "Westland Foreign Minister", "Westland"),
        ("ministers", "the list was false", "Northmark's President", "Northmark"),
        ("army", "nobody was hurt", "spokeswoman for the Westland army", "Westland army"),
        ("army", "before dawn", "army's commander", "Westland army"),
        ("army", "ready to talk", "spokesman for President Pavel Lindt", "Pavel Lindt"),
        ("bridge", "keep its word", "Westland President", "Westland"),
    ],
)
def test_office_and_principal_are_told_apart_from_the_name(page: str, words: str, office: str, behalf: str) -> None:
    speaker = saying(frozen(page), words).speaker
    assert speaker is not None
    assert (speaker.office, speaker.behalf) == (office, behalf)


@pytest.mark.parametrize(
    ("page", "words", "kind"),
    [
        ("ministers", "valley road", SpeakerType.PERSON),
        ("army", "loss of life", SpeakerType.BODY),
        ("army", "lasted an hour", SpeakerType.GROUP),
        ("bridge", "bridge was safe", SpeakerType.PERSON),
    ],
)
def test_each_speaker_has_its_type(page: str, words: str, kind: SpeakerType) -> None:
    speaker = saying(frozen(page), words).speaker
    assert speaker is not None
    assert speaker.type is kind


@pytest.mark.parametrize(
    ("page", "words", "venue", "addressee"),
    [
        ("ministers", "resume talks", "interview with Hill Courier", None),
        ("ministers", "The truce holds", "interview with Hill Courier", None),
        ("ministers", "valley road", "remarks to reporters", "reporters"),
        ("army", "nobody was hurt", None, "Valley News Agency"),
        ("army", "hold their fire", "statement", None),
        ("army", "truce must hold", "joint statement", None),
        ("bridge", "keep its word", "address to parliament", "parliament"),
        ("bridge", "stay open", "letter to Valley Council", "Valley Council"),
        ("bridge", "report was invented", "Telegram", None),
    ],
)
def test_venue_and_addressee(page: str, words: str, venue: str | None, addressee: str | None) -> None:
    statement = saying(frozen(page), words)
    assert (statement.venue, statement.addressee) == (venue, addressee)


def test_the_day_is_the_clause_s_own_or_carried_and_never_the_publication_s() -> None:
    page = frozen("ministers")
    stated, carried = saying(page, "resume talks").said_on, saying(page, "host such talks").said_on
    assert stated is not None
    assert (stated.value, stated.grounds) == ("2021-05-14", SaidGrounds.STATED)
    assert carried is not None
    assert (carried.value, carried.grounds) == ("2021-05-14", SaidGrounds.CARRIED)
    assert saying(page, "valley road").said_on is None


@pytest.mark.parametrize("name", PAGES)
def test_one_statement_for_each_attribution_in_order(name: str) -> None:
    page = frozen(name)
    made = statements(page)
    assert [s.attribution for s in made] == list(page.language.attributions)
    assert all(0 <= s.passage.start < s.passage.end <= len(page.text.string) for s in made)
    assert all(s.maker == "statements@1" for s in made)
    assert made == statements(page)


def test_every_passage_holds_source_cue_and_content() -> None:
    for name in PAGES:
        for made in statements(frozen(name)):
            found = made.attribution
            for part in (*found.content, *found.cue, *([found.source] if found.source else [])):
                assert made.passage.start <= part.start
                assert part.end <= made.passage.end
