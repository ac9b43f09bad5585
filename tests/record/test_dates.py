"""Dates: what is one, and the days that it can mean."""

import pytest

from trucewatch.record.dates import PartialDate


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        ("2020-12-30", "2020-12-30", "2020-12-30"),
        ("2020-XX-30", "2020-01-30", "2020-12-30"),
        ("XXXX-12-30", None, None),
        ("XXXX", None, None),
    ],
)
def test_a_date_can_mean_these_days(value: str, earliest: str | None, latest: str | None) -> None:
    date = PartialDate(value)
    assert (date.earliest, date.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "value",
    ["", "20", "2020-13", "2021-02-29", "2020-02-30", "0000-01-01", "2020-1-1", "2020-01-01T00", "٢٠٢٠", "XXXX-02-30"],
)
def test_what_is_no_date_is_refused_by_name(value: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        PartialDate(value)


def test_the_leap_day_of_an_unknown_year_can_be_meant() -> None:
    assert PartialDate("XXXX-02-29").value == "XXXX-02-29"


@pytest.mark.parametrize(("value", "complete"), [("2020-12-30", True), ("2020-12", False), ("XXXX-12-30", False)])
def test_only_a_full_day_is_complete(value: str, complete: bool) -> None:
    assert PartialDate(value).complete is complete
