"""The publication date and its grounds: which statement of a page wins, and what it leaves open."""

import pytest

from trucewatch.reading.article import describe
from trucewatch.reading.draft import Draft, Stated
from trucewatch.reading.plain import read_plain
from trucewatch.record.dates import Grounds, Published
from trucewatch.record.pages import Given
from trucewatch.record.resolved import OutletRegister

LEAD = "The truce along the Oss held through the night, the observers said, and the bridge was opened to lorries."
MORE = "Two ministers are expected in the town, which has been without water for a week, before the end of the month."


def published(*lines: str, stated: Stated | None = None, given: Given | None = None) -> Published | None:
    draft = read_plain("\n\n".join(lines))
    draft = Draft(draft.string, draft.blocks, stated or Stated())
    return describe(draft, given or Given(), OutletRegister()).article.published


def test_what_is_given_wins_over_all() -> None:
    found = published(
        "3 May 2018", LEAD, given=Given(published="2018-06"), stated=Stated(json_ld_published="2018-05-01")
    )
    assert found == Published("2018-06", Grounds.GIVEN)


def test_markup_wins_over_a_stamp_that_agrees() -> None:
    found = published(
        "3 May 2018, 10:00", LEAD, stated=Stated(json_ld_published="2018-05-03", meta_published="2018-05-04")
    )
    assert found == Published("2018-05-03", Grounds.JSON_LD)


def test_an_earlier_stamp_wins_over_markup_of_a_moved_site() -> None:
    assert published("Published: 3 May 2018", LEAD, stated=Stated(meta_published="2021-01-01")) == Published(
        "2018-05-03", Grounds.STAMP
    )


def test_a_today_header_gives_way_to_the_address() -> None:
    found = published("28 May 2023", LEAD, given=Given(address="https://lantern.example/2018/05/04/bridge-open"))
    assert found == Published("2018-05-04", Grounds.ADDRESS)


def test_published_wins_over_updated() -> None:
    found = published("Bridge over the Oss is open", "Updated: 9 May 2018, 10:00", "Published: 3 May 2018, 09:00", LEAD)
    assert found == Published("2018-05-03", Grounds.STAMP)


def test_an_impossible_date_is_not_taken() -> None:
    assert (
        published("30 February 2018", LEAD, stated=Stated(json_ld_published="0000-01-01", meta_published="2018-13-01"))
        is None
    )


def test_a_dateline_without_a_year_keeps_it_unknown() -> None:
    assert published(f"PELL, May 16 (Meridian) — {LEAD}", MORE) == Published("XXXX-05-16", Grounds.DATELINE)


@pytest.mark.parametrize(
    "told",
    [
        "The truce was signed on 24 March 2018 in Aldmoor after a night of talks.",
        "The truce was signed in March 2018, two months ago, after a night of talks.",
    ],
)
def test_the_pages_own_words_complete_the_year(told: str) -> None:
    assert published(f"PELL, May 16 (Meridian) — {LEAD}", told) == Published("2018-05-16", Grounds.DATELINE)


def test_words_that_leave_two_years_complete_nothing() -> None:
    told = "A truce was signed on 24 April 2016 and broken on 2 May 2018, the observers said in their report."
    assert published(f"PELL, May 16 (Meridian) — {LEAD}", told) == Published("XXXX-05-16", Grounds.DATELINE)


def test_a_distant_anniversary_completes_nothing() -> None:
    told = "The first war ended on 3 January 2009 with a truce that was signed in a castle by the sea."
    assert published(f"PELL, May 16 (Meridian) — {LEAD}", told) == Published("XXXX-05-16", Grounds.DATELINE)


def test_said_on_the_weekday_of_the_latest_full_date() -> None:
    caption = "HALVERN -- The two ministers on the bridge over the Oss, May 3, 2018"
    lead = "The two foreign ministers met on the bridge for the first time, the mediator said on Thursday."
    assert published(caption, caption, lead, MORE) == Published("2018-05-03", Grounds.INFERRED)
    assert published(caption, caption, lead.replace("Thursday", "Friday"), MORE) is None


def test_an_ambiguous_date_is_decided_by_the_page_or_left_at_its_year() -> None:
    assert published("Bridge over the Oss is open", "03/04/2018 10:00", LEAD) == Published("2018", Grounds.STAMP)
    assert published(
        "Bridge over the Oss is open", "03/04/2018 10:00", f"PELL, April 3 (Meridian) — {LEAD}"
    ) == Published("2018-04-03", Grounds.STAMP)
    assert published("Bridge over the Oss is open", "Tuesday, 03/04/2018 10:00", LEAD) == Published(
        "2018-04-03", Grounds.STAMP
    )


def test_dates_in_lists_and_comments_are_not_the_pages_own() -> None:
    found = published(
        "Bridge over the Oss is open",
        LEAD,
        MORE,
        "2 comments",
        "Anna says:",
        "May 4, 2018 at 9:12 pm",
        "It was time, I must say.",
    )
    assert found is None


def test_a_counter_does_not_hide_the_stamp() -> None:
    found = published("Bridge over the Oss is open", "16:26, 3 May 2018 22", LEAD, MORE)
    assert found == Published("2018-05-03", Grounds.STAMP)
