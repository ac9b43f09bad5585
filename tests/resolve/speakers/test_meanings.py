"""Descriptions and pronouns on made pages: who spoke before, who was subject, who holds the office."""

import pytest

from tests.resolve.speakers.made import made_page, statements_of
from trucewatch.record.mentions import NameType, SpeakerGrounds, SpeakerType

PERSON, BODY, PLACE = NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE
KELLER, OBER, LANG = ("Anna Keller", PERSON), ("Jon Ober", PERSON), ("Mira Lang", PERSON)


def speakers(*lines: str, names: tuple[tuple[str, NameType], ...] = (KELLER, OBER, LANG)) -> list[str | None]:
    found = statements_of(made_page(lines, names=names))
    assert len(found) == len(lines)
    return [s.speaker.name if s.speaker else None for s in found]


@pytest.mark.parametrize(
    ("before", "source", "name"),
    [
        ("Minister Anna Keller said that minister Jon Ober had left", "the minister", "Anna Keller"),
        ("Minister Anna Keller said that Ober had left", "the top diplomat", "Anna Keller"),
        ("President Jon Ober said that minister Anna Keller had left", "the leader", "Jon Ober"),
        ("Prime Minister Jon Ober said that it rained", "the premier", "Jon Ober"),
        ("Foreign Minister Jon Ober said that it rained", "the prime minister", "prime minister"),
        ("Vice President Jon Ober said that it rained", "the president", "president"),
        ("spokesman Jon Ober said that it rained", "the spokesperson", "Jon Ober"),
        ("General Jon Ober said that it rained", "the officer", "Jon Ober"),
        ("an official said that minister Anna Keller had left", "the official", "official"),
        ("Anna Keller said that it rained", "a spokesman", "spokesman"),
    ],
)
def test_a_description_means_the_holder_who_spoke(before: str, source: str, name: str) -> None:
    assert speakers(before, f"{source} added that it stopped")[1] == name


@pytest.mark.parametrize(
    ("before", "source", "name"),
    [
        ("Anna Keller said that Jon Ober had left", "she", "Anna Keller"),
        ("Anna Keller told that Mr Jon Ober had left", "he", "Jon Ober"),
        ("Keller said that the road was open", "he", "Keller"),
        ("the Valley Council said that it rained", "it", "Valley Council"),
        ("officials said that it rained", "they", "officials"),
        ("Anna Keller and Jon Ober said that it rained", "they", "Anna Keller and Jon Ober"),
        ("an officer said that it rained", "he", "officer"),
    ],
)
def test_a_pronoun_means_who_spoke_before(before: str, source: str, name: str) -> None:
    names = (KELLER, OBER, ("Keller", PERSON), ("Valley Council", BODY))
    assert speakers(before, f"{source} added that it stopped", names=names)[1] == name


def test_a_pronoun_without_anybody_before_is_left_open() -> None:
    assert speakers("he said that it rained", "they said that it poured") == [None, None]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("the spokesman of President Jon Ober , Mira Lang", "Mira Lang", SpeakerType.PERSON),
        ("President Jon Ober ’s spokeswoman Mira Lang", "Mira Lang", SpeakerType.PERSON),
        ("Mira Lang , spokeswoman for Jon Ober", "Mira Lang", SpeakerType.PERSON),
        ("Jon Ober ’s office", "Jon Ober ’s office", SpeakerType.BODY),
        ("Mira Lang and Jon Ober", "Mira Lang and Jon Ober", SpeakerType.PERSON),
        ("a spokesman for Jon Ober", "spokesman for Jon Ober", SpeakerType.OFFICE),
        ("Mira Lang , who met Jon Ober", "Mira Lang", SpeakerType.PERSON),
        ("residents of the valley", "residents of the valley", SpeakerType.GROUP),
        ("the report", "report", SpeakerType.DOCUMENT),
        ("the Westland Ministry of Trade and Industry", "Westland Ministry of Trade and Industry", SpeakerType.BODY),
    ],
)
def test_of_several_names_in_a_source_the_head_speaks(source: str, name: str, kind: SpeakerType) -> None:
    names = (OBER, LANG, ("Ministry of Trade and Industry", BODY))
    speaker = statements_of(made_page([f"{source} said that it rained"], names=names))[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.type) == (name, kind)


def test_namesakes_are_told_apart_by_who_is_speaking() -> None:
    names = (("Anna Keller", PERSON), ("Piet Keller", PERSON), ("Keller", PERSON))
    lines = ("Anna Keller said that Piet Keller had left", "Keller added that he was ill")
    found = speakers(*lines, "Mr Keller denied that he was ill", names=names)
    assert found == ["Anna Keller", "Anna Keller", "Piet Keller"]


def test_the_agency_may_be_a_ministry_that_has_just_spoken() -> None:
    lines = ("the Westland Defence Ministry said that it rained", "the agency added that it stopped")
    found = statements_of(made_page(lines, names=(("Westland", PLACE),)))
    assert [s.speaker and (s.speaker.name, s.speaker.grounds) for s in found] == [
        ("Westland Defence Ministry", SpeakerGrounds.NAMED),
        ("Westland Defence Ministry", SpeakerGrounds.TITLE),
    ]
