import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.record.spans import Range
from trucewatch.record.times import Timex, TimexType
from trucewatch.times import find_times
from trucewatch.times.lexicon import LEXICON

DAY = r"(?:[0-9]{4}|XXXX)-(?:[0-9]{2}|XX)-(?:[0-9]{2}|XX)"
CALENDAR = (
    rf"(?:[0-9]{{4}}|XXXX)(?:-(?:W(?:[0-9]{{2}}|XX)(?:-(?:WE|[1-7]))?|Q[1-4X]|H[12]|SP|SU|FA|WI))?"
    rf"|(?:[0-9]{{4}}|XXXX)-(?:[0-9]{{2}}|XX)|{DAY}|[0-9]{{2,3}}|XXX?"
)
CLOCK = r"T(?:[0-9]{2}:[0-9]{2}|MO|MI|AF|EV|NI)"
LENGTH = r"PT?(?:X(?:X|[A-Z]{1,2})|(?:[0-9]+(?:\.[0-9]+)?[YMWDHSQ])+)"
VALUE = {
    TimexType.DATE: re.compile(rf"(?:{CALENDAR})(?:/(?:{CALENDAR}))?|PAST_REF|PRESENT_REF|FUTURE_REF"),
    TimexType.TIME: re.compile(rf"(?:{DAY}|XXXX-WXX-[1-7]){CLOCK}"),
    TimexType.DURATION: re.compile(LENGTH),
    TimexType.SET: re.compile(rf"{LENGTH}|XXXX-WXX-[1-7]|XXXX-[0-9]{{2}}"),
}
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2})?")

WORDS = [*sorted(w for w in LEXICON if w.islower()), *"May March Jan. Sat. Sun Monday JULY T GMT".split()]
FIGURES = [
    "0",
    "1",
    "03",
    "12",
    "29",
    "30",
    "31",
    "45",
    "99",
    "100",
    "0600",
    "1000",
    "1987",
    "2020",
    "2999",
    "3000",
    "7th",
]
MARKS = [*" ,.-/:|()'$%+;!?\u2013\u2014\u2019\u00a0\u200b\ue000\ud800", "\n", "\n\n", "'s", "p.m.", "s"]
SOUP = st.lists(st.sampled_from(WORDS) | st.sampled_from(FIGURES) | st.sampled_from(MARKS), max_size=40).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda joint: joint.join(parts))
)
TEXTS = st.text(max_size=200) | SOUP
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31)).map(date.isoformat)
PUBLISHED = st.none() | DAYS | DAYS.map(lambda d: d[:7]) | DAYS.map(lambda d: "XXXX" + d[4:]) | st.text(max_size=12)


def check(text: str, times: list[Timex]) -> None:
    at = 0
    for timex in times:
        assert at <= timex.start < timex.end <= len(text)
        words = text[timex.start : timex.end]
        assert words == words.strip()
        at = timex.end
        assert VALUE[timex.type].fullmatch(timex.value), (words, timex.value)
        for edge in (timex.earliest, timex.latest):
            assert edge is None or (MOMENT.fullmatch(edge) and date.fromisoformat(edge[:10]).year < 3100)
        if timex.earliest is not None and timex.latest is not None:
            assert timex.earliest <= timex.latest


@given(TEXTS, PUBLISHED)
def test_any_text_gives_disjoint_expressions_with_regular_values(text: str, published: str | None) -> None:
    check(text, find_times(text, published))


@given(TEXTS, PUBLISHED)
def test_the_same_text_gives_the_same_expressions(text: str, published: str | None) -> None:
    assert find_times(text, published) == find_times(text, published)


@given(SOUP, st.lists(st.tuples(st.integers(0, 80), st.integers(1, 60)), max_size=4), DAYS)
def test_no_expression_crosses_the_end_of_a_range(text: str, spans: list[tuple[int, int]], published: str) -> None:
    ranges = [Range(start, start + size) for start, size in spans]
    times = find_times(text, published, ranges)
    check(text, times)
    for timex in times:
        assert any(r.start <= timex.start and timex.end <= r.end for r in ranges)


@given(SOUP, DAYS)
def test_one_range_over_all_is_the_whole_text(text: str, published: str) -> None:
    if text:
        assert find_times(text, published, [Range(0, len(text))]) == find_times(text, published)


@given(SOUP, st.text(max_size=20), DAYS)
def test_offsets_count_in_the_whole_text(text: str, before: str, published: str) -> None:
    shift = len(before)
    alone = find_times(text, published)
    inside = find_times(before + "\n\n" + text, published, [Range(shift + 2, shift + 2 + len(text))]) if text else []
    assert [(t.start + shift + 2, t.end + shift + 2, t.value) for t in alone] == [
        (t.start, t.end, t.value) for t in inside
    ]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), PUBLISHED)
def test_a_whole_date_is_itself_whatever_the_day_of_telling(day: date, published: str | None) -> None:
    text = f"It ended on {day.day} {day:%B} {day.year}."
    [timex] = find_times(text, published)
    assert (timex.value, timex.earliest, timex.latest) == (day.isoformat(),) * 3


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_weekday_told_in_the_past_is_within_the_last_week(published: date) -> None:
    for name in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"):
        [timex] = find_times(f"The bridge was lost on {name}.", published.isoformat())
        assert 0 <= (published - date.fromisoformat(timex.value)).days <= 6
        assert f"{date.fromisoformat(timex.value):%A}" == name
