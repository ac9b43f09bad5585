"""Dates as markup writes them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reading.html.dates import stated_date

GIVEN = [
    ("2020-12-07T23:30:00+04:00", "2020-12-07"),  # the page's own day, not the day in Greenwich
    ("2020-12-07T20:30:00Z", "2020-12-07"),
    ("2020-12-7", "2020-12-07"),
    ("2020-12", "2020-12"),
    ("2020", "2020"),
    ("20201207", "2020-12-07"),
    ("20201207T193000Z", "2020-12-07"),
    ("2020/12/07 19:30", "2020-12-07"),
    ("7.12.2020", "2020-12-07"),
    ("25/12/2020", "2020-12-25"),
    ("12/25/2020", "2020-12-25"),
    ("07/07/2020", "2020-07-07"),
    ("Mon, 07 Dec 2020 19:30:00 GMT", "2020-12-07"),
    ("December 7th, 2020", "2020-12-07"),
    ("7 Dec. 2020", "2020-12-07"),
    ("Mon Dec 07 2020 19:30:00 GMT+0300 (Local Time)", "2020-12-07"),
    ("  2020-12-07 ", "2020-12-07"),
    ("2999-01-01", "2999-01-01"),  # the future is for others to judge
]
NONE = [
    *("", "soon", "2020-02-30", "2020-13-01", "0000-01-01", "1970-01-01", "1970-01-01T00:00:00Z", "1969-12-31", "0001"),
    *("12/11/2020", "2020-13", "30 February 2020", "99 Marble 2020", "1607342400000", "-", "2020-12-07-09"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "date"), GIVEN)
def test_a_date_is_the_day_written(text: str, date: str) -> None:
    assert stated_date(text) == date


@pytest.mark.parametrize("text", NONE)
def test_an_impossible_missing_or_doubtful_date_is_none(text: str) -> None:
    assert stated_date(text) is None


@given(
    st.dates(datetime.date(1971, 1, 1), datetime.date(9999, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y"]),
)
def test_every_day_comes_back(day: datetime.date, form: str) -> None:
    text = day.isoformat() if form == "%Y-%m-%d" else day.strftime(form).replace(str(day.year), f"{day.year:04d}")
    assert stated_date(text) == day.isoformat()


@given(st.text(alphabet="0123456789-/.: TZ+Mayrch,", max_size=40))
def test_whatever_comes_is_a_date_or_none(text: str) -> None:
    date = stated_date(text)
    assert date is None or (len(date) in (4, 7, 10) and date > "1970")
