"""Dates as pages print them: forms, orders, and what is no date."""

import pytest

from trucewatch.reading.article.stamps import find_stamps, glued_stamp, is_stamp_line

FORMS = [
    ("11 November 2019 14:51 (UTC+04:00)", "2019-11-11"),
    ("16:26, 18 January 2021", "2021-01-18"),
    ("January 18, 2021 4:26 PM EST", "2021-01-18"),
    ("2021-01-18 16:26", "2021-01-18"),
    ("2021-01-18T16:26:00+03:00", "2021-01-18"),
    ("18.01.2021", "2021-01-18"),
    ("18/01/2021", "2021-01-18"),
    ("01/18/2021", "2021-01-18"),
    ("Published: Saturday, 25 January, 2014, 4:14am", "2014-01-25"),
    ("Updated on 3 May 2018 at 10:30 a.m.", "2018-05-03"),
    ("Wed 13th January 2021 | 11:07 PM", "2021-01-13"),
    ("Monday August 31 2015", "2015-08-31"),
    ("Sept. 4, 2018", "2018-09-04"),
]


@pytest.mark.parametrize(("line", "value"), FORMS)
def test_a_stamp_fills_its_line(line: str, value: str) -> None:
    assert [s.value for s in find_stamps(line)] == [value]
    assert is_stamp_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "30 February 2020",
        "31 April 2019",
        "18.01.0000",
        "2021-13-01",
        "1 2 3",
        "from 2016 to 2020",
        "Article 14, paragraph 2",
        "10.1.20.3",
    ],
)
def test_what_is_no_date_is_not_taken_for_one(line: str) -> None:
    assert find_stamps(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "On 3 May 2021 the two ministers met in Aldmoor",
        "Menderal: two months on (31 August 2018)",
        "The truce of 25 March 2018",
    ],
)
def test_a_date_inside_words_is_no_stamp_line(line: str) -> None:
    assert len(find_stamps(line)) == 1
    assert not is_stamp_line(line)


def test_figures_that_can_be_read_both_ways_leave_the_year_alone() -> None:
    (stamp,) = find_stamps("03/04/2021")
    assert (stamp.value, stamp.day_or_month) == ("2021", (3, 4))


def test_without_a_year_the_year_is_unknown() -> None:
    assert [s.value for s in find_stamps("GREY PASS, May 16")] == ["XXXX-05-16"]


def test_labels_and_weekdays_belong_to_the_stamp() -> None:
    published, updated = find_stamps("Published 3 May 2018, updated Friday, 4 May 2018 09:00")
    assert (published.label, updated.label) == ("published", "updated")
    assert updated.weekday == 4
    assert updated.timed
    assert not published.timed


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("date 2018-03-25 Guns fall silent along the Oss", "Guns fall silent along the Oss"),
        ("25 March 2018, 14:05 (UTC+03:00)Guns fall silent along the Oss", "Guns fall silent along the Oss"),
        (" date 2018-03 “It is done,” said the envoy on Sunday.", "“It is done,” said the envoy on Sunday."),
    ],
)
def test_words_glued_to_a_stamp_are_found(line: str, words: str) -> None:
    cut = glued_stamp(line)
    assert cut is not None
    assert line[cut[1] :] == words


@pytest.mark.parametrize(
    "line", ["25 March 2018", "25 March 2018, when the guns fell silent, was a Sunday.", "Guns fall silent"]
)
def test_a_sentence_that_begins_with_a_date_stays_whole(line: str) -> None:
    assert glued_stamp(line) is None
