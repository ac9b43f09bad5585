"""Who is described before being named, and what bodies short words mean, on pages built word by word."""

from dataclasses import replace

import pytest

from tests.resolve.speakers.made import made_page, statements_of
from trucewatch.record.mentions import Attribution, Kind, NameType, SpeakerGrounds
from trucewatch.record.spans import Range

PERSON, BODY, PLACE = NameType.PERSON, NameType.ORGANIZATION, NameType.PLACE


def spoke(lines: list[str], *names: tuple[str, NameType]) -> list[str | None]:
    """The speakers of a made page's statements."""
    return [s.speaker.name if s.speaker else None for s in statements_of(made_page(lines, names=names))]


def test_a_description_takes_the_name_that_follows_with_the_same_office_and_body() -> None:
    lines = [
        "a Valley Front spokesman said talks were over",
        "Northmark army spokesman Piet Holm said roads were open",
        "Valley Front spokesman Jon Ober said villages were empty",
    ]
    names = (("Valley Front", BODY), ("Jon Ober", PERSON), ("Piet Holm", PERSON), ("Northmark", PLACE))
    assert spoke(lines, *names) == ["Jon Ober", "Piet Holm", "Jon Ober"]
    page = made_page(lines, names=names)
    speaker = statements_of(page)[0].speaker
    assert speaker is not None
    assert speaker.grounds is SpeakerGrounds.TITLE


def test_of_two_that_fit_nobody_is_meant_unless_one_says_the_same_again() -> None:
    lines = [
        "a Valley Front spokesman said convoys meant famine",
        "Valley Front spokesman Jon Ober said villages were empty",
        "Valley Front spokesman Karl Weber said {}",
    ]
    names = (("Valley Front", BODY), ("Jon Ober", PERSON), ("Karl Weber", PERSON))
    apart = [*lines[:2], lines[2].format("roads were open")]
    again = [*lines[:2], lines[2].format("convoys brought famine")]
    assert spoke(apart, *names)[0] == "Valley Front spokesman"
    assert spoke(again, *names)[0] == "Karl Weber"


@pytest.mark.parametrize("words", ["an official", "another spokesman", "a Northmark spokesman"])
def test_somebody_without_a_name_or_of_another_body_stays_so(words: str) -> None:
    lines = [f"{words} said talks were over", "Valley Front spokesman Jon Ober said villages were empty"]
    assert spoke(lines, ("Valley Front", BODY), ("Jon Ober", PERSON), ("Northmark", PLACE))[0] != "Jon Ober"


def test_another_official_is_not_the_one_who_spoke_before() -> None:
    lines = ["an official said talks were over", "another official said roads were open", "the official said no"]
    assert spoke(lines) == ["official", "another official", "another official"]


def test_an_office_without_its_owner_is_the_one_that_has_spoken() -> None:
    lines = ["Keller ’s office said talks were over", "rain stopped", "the office added roads were open"]
    first, second = spoke(lines, ("Keller", PERSON))
    assert first is not None
    assert first.endswith("office")
    assert second == first


def test_a_press_service_speaks_for_its_body_and_is_it_again_later() -> None:
    lines = ["the media centre of the Westland Ministry said talks were over", "the media centre added nothing"]
    assert spoke(lines, ("Westland Ministry", BODY)) == ["Westland Ministry", "Westland Ministry"]


def test_the_army_is_no_body_with_army_in_its_own_name() -> None:
    lines = ["the Valley Liberation Army said talks were over", "the army denied attacks"]
    assert spoke(lines, ("Valley Liberation Army", BODY)) == ["Valley Liberation Army", "army"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Norway government", "Norwegian government"),
        ("Oslo government", "Norwegian government"),
        ("New Zealand government", "New Zealand government"),
    ],
)
def test_a_state_s_government_goes_under_the_people_s_adjective(written: str, name: str) -> None:
    lines = [f"the {written} said talks were over", "Norway was calm"]
    assert spoke(lines, ("Norway", PLACE), ("Oslo", PLACE), ("New Zealand", PLACE)) == [name]


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Sunday morning President Anna Keller", "President"),
        ("same day Westland President Anna Keller", "Westland President"),
        ("Anna Keller , head of the Valley Council on Thursday ,", "head of the Valley Council"),
        ("Anna Keller , envoy to Westland for the past years ,", "envoy to Westland"),
    ],
)
def test_times_and_occasions_are_no_part_of_an_office(title: str, office: str) -> None:
    names = [("Anna Keller", PERSON), ("Valley Council", BODY), ("Westland", PLACE)]
    speaker = statements_of(made_page([f"{title} said roads were open"], names=names))[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.office) == ("Anna Keller", office)


def test_a_people_is_no_principal_but_its_state_is() -> None:
    names = [("Norwegian", NameType.PLACE), ("Norway", PLACE), ("Anna Keller", PERSON)]
    lines = ["Norwegian President Anna Keller said roads were open", "Norway was calm"]
    speaker = statements_of(made_page(lines, names=names))[0].speaker
    assert speaker is not None
    assert speaker.behalf == "Norway"


@pytest.mark.parametrize(
    ("title", "behalf"),
    [
        ("Lindonian Minister Anna Keller", "Lindonia"),
        ("Anna Keller , commissioner for returns ,", None),
        ("Anna Keller , spokeswoman for the rebels ,", "rebels"),
    ],
)
def test_the_principal_is_a_body_or_state_of_the_page(title: str, behalf: str | None) -> None:
    names = [("Lindonian", PLACE), ("Lindonia", PLACE), ("Anna Keller", PERSON)]
    lines = [f"{title} said roads were open", "Lindonia was calm"]
    speaker = statements_of(made_page(lines, names=names))[0].speaker
    assert speaker is not None
    assert speaker.behalf == behalf


def test_the_latter_is_the_person_named_last() -> None:
    lines = ["Anna Keller met Jon Ober", "the latter said talks were over"]
    assert spoke(lines, ("Anna Keller", PERSON), ("Jon Ober", PERSON)) == ["Jon Ober"]


def cued(line: str, source: str | None, cue: str, content: str) -> str | None:
    """The speaker of one statement whose parts are given by their words."""
    page = made_page([line], names=[("Jon Ober", PERSON), ("Valley Courier", BODY)])
    at = {part: Range(line.index(part), line.index(part) + len(part)) for part in (source, cue, content) if part}
    told = Attribution(page.text.id, at[source] if source else None, (at[cue],), (at[content],), Kind.INDIRECT)
    speaker = statements_of(replace(page, language=replace(page.language, attributions=(told,))))[0].speaker
    return speaker.name if speaker else None


def test_a_person_quoted_by_a_medium_is_the_speaker() -> None:
    line = "journalists of Valley Courier quote Jon Ober as saying roads were open"
    assert cued(line, "Valley Courier", "saying", "roads were open") == "Jon Ober"
    assert cued(line, "Valley Courier", "quote", "roads were open") == "Valley Courier"


def test_a_source_of_nothing_but_a_relative_clause_is_left_open() -> None:
    assert spoke(["’s who said the"]) == [None]
