"""Time expressions as one date for a reader."""

import pytest

from trucewatch.record.times import Timex, TimexType
from trucewatch.views.calendar import PRECISIONS, date, precision


@pytest.mark.parametrize(
    ("value", "edges", "expected", "kind"),
    [
        ("2031-05-03", None, "2031-05-03", "day"),
        ("2031-05", None, "2031-05", "month"),
        ("2031", None, "2031", "year"),
        ("2031-05-03T21:30", None, "2031-05-03", "time"),
        ("2031-05-03TMO", None, "2031-05-03", "time"),
        ("2031-W18", ("2031-04-28", "2031-05-04"), "2031-04-28/2031-05-04", "week"),
        ("2031-W18-WE", ("2031-05-03", "2031-05-04"), "2031-05-03/2031-05-04", "weekend"),
        ("2031-W18-6", ("2031-05-03", "2031-05-03"), "2031-05-03", "day"),
        ("2031-SP", ("2031-03-01", "2031-05-31"), "2031-03-01/2031-05-31", "season"),
        ("2031-Q2", ("2031-04-01", "2031-06-30"), "2031-04-01/2031-06-30", "quarter"),
        ("2031-H1", ("2031-01-01", "2031-06-30"), "2031-01-01/2031-06-30", "half"),
        ("203", ("2030-01-01", "2039-12-31"), "2030-01-01/2039-12-31", "decade"),
        ("20", ("2000-01-01", "2099-12-31"), "2000-01-01/2099-12-31", "century"),
        ("2031-05-03/2031-05-09", ("2031-05-03", "2031-05-09"), "2031-05-03/2031-05-09", "interval"),
        ("XXXX-12-13", None, None, "day"),
        ("XXXX-12", None, None, "month"),
        ("2031-W18", None, None, "week"),
    ],
)
def test_date_and_precision(value: str, edges: tuple[str, str] | None, expected: str | None, kind: str) -> None:
    first, last = edges or (None, None)
    timex = Timex(0, 1, TimexType.DATE, value, None, first, last)
    assert (date(timex), precision(timex)) == (expected, kind)
    assert kind in PRECISIONS
    assert timex.on_calendar


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (TimexType.DURATION, "P3D"),
        (TimexType.DURATION, "2031"),
        (TimexType.SET, "XXXX-05-03"),
        (TimexType.DATE, "PAST_REF"),
        (TimexType.DATE, "PRESENT_REF"),
        (TimexType.DATE, "FUTURE_REF"),
        (TimexType.DATE, "XXXX"),
        (TimexType.DATE, "XXXX-XX-XX"),
        (TimexType.DATE, "XXXX-WXX-1"),
        (TimexType.TIME, "T21:30"),
        (TimexType.TIME, "TNI"),
        (TimexType.DATE, ""),
    ],
)
def test_what_names_no_place_on_the_calendar(kind: TimexType, value: str) -> None:
    assert not Timex(0, 1, kind, value).on_calendar
