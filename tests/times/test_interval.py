import pytest

from trucewatch.times import find_times
from trucewatch.times.interval import interval_of


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-11-10", "2020-11-10", "2020-11-10"),
        ("2020-W49", "2020-11-30", "2020-12-06"),
        ("2020-W49-WE", "2020-12-05", "2020-12-06"),
        ("2020-Q3", "2020-07-01", "2020-09-30"),
        ("2020-H2", "2020-07-01", "2020-12-31"),
        ("2019-WI", "2019-12-01", "2020-02-29"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2020-11-10T06:00", "2020-11-10T06:00", "2020-11-10T06:00"),
        ("2020-11-10T24:00", "2020-11-11T00:00", "2020-11-11T00:00"),
        ("2020-11-10TNI", "2020-11-10T18:00", "2020-11-11T05:59"),
        ("2020-11-09/2020-11-10", "2020-11-09", "2020-11-10"),
        ("XXXX-12-13", None, None),
        ("2020-02-30", None, None),
        ("2021-W53", None, None),
        ("P2W", None, None),
        ("", None, None),
    ],
)
def test_interval_of_a_value(value: str, earliest: str | None, latest: str | None) -> None:
    assert interval_of(value) == (earliest, latest)


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("earlier this month", "2020-12-01", "2020-12-07"),
        ("later this month", "2020-12-07", "2020-12-31"),
        ("less than a month ago", "2020-11-07", "2020-12-07"),
        ("the past two weeks", "2020-11-23", "2020-12-07"),
        ("the next two weeks", "2020-12-07", "2020-12-21"),
        ("early November", "2020-11-01", "2020-11-15"),
        ("late November", "2020-11-16", "2020-11-30"),
        ("2016 and beyond", "2016-01-01", None),
        ("now", "2020-12-07", "2020-12-07"),
        ("recently", None, "2020-12-07"),
        ("soon", "2020-12-07", None),
        ("two weeks", None, None),
    ],
)
def test_interval_of_words(words: str, earliest: str | None, latest: str | None) -> None:
    [timex] = find_times(f"It changed {words}.", "2020-12-07")
    assert (timex.earliest, timex.latest) == (earliest, latest)
