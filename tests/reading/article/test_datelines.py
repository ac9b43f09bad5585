"""Datelines of many agencies and papers, and beginnings that only look like one."""

import pytest

from trucewatch.reading.article.datelines import read_dateline, whole_dateline

REST = "The two foreign ministers met on the bridge for an hour and agreed to meet again in a week."


@pytest.mark.parametrize(
    ("prefix", "place", "date", "agency"),
    [
        ("DRAVOST, December 30. /MERID/. ", "DRAVOST", "XXXX-12-30", "MERID"),
        ("ALDMOOR, March 25 (Meridian) — ", "ALDMOOR", "XXXX-03-25", "Meridian"),
        ("Imrel, July 27 (MNA): ", "Imrel", "XXXX-07-27", "MNA"),
        ("SOLLIN, Menderal, 3 May 2018 (Meridian) – ", "SOLLIN, Menderal", "2018-05-03", "Meridian"),
        ("DRAVOST. Jan 18 (Meridian) - ", "DRAVOST", "XXXX-01-18", "Meridian"),
        ("IMREL, DECEMBER 3, BELPRESS. ", "IMREL", "XXXX-12-03", "BELPRESS"),
        ("PELL (Meridian) – ", "PELL", None, "Meridian"),
        ("UPPER TESK, Menderal — ", "UPPER TESK, Menderal", None, None),
        ("PELL -- ", "PELL", None, None),
        ("Aldmoor, 4 November 2018: ", "Aldmoor", "2018-11-04", None),
        ("SOLLIN: ", "SOLLIN", None, None),
        ("New Karhan: ", "New Karhan", None, None),
        ("(Meridian) ", None, None, "Meridian"),
        ("(Meridian)", None, None, "Meridian"),
    ],
)
def test_a_dateline_is_told_from_the_first_words(
    prefix: str, place: str | None, date: str | None, agency: str | None
) -> None:
    found = read_dateline(prefix + REST)
    assert found is not None
    assert (found.place, found.stamp and found.stamp.value, found.agency) == (place, date, agency)
    assert found.end == len(prefix)


@pytest.mark.parametrize(
    "words",
    [
        REST,
        "On May 3 the ministers met. Nothing was agreed, and nobody stayed for dinner afterwards.",
        "READ: Ministers to meet on the bridge for an hour, and to agree to meet again in a week",
        "FILE - In this picture of May 2018 the ministers stand on the bridge with their backs to it.",
        "Minister Korvath, 51, said (in Dravost) that the truce held along the whole line on Monday.",
        "",
        "A",
    ],
)
def test_the_report_itself_is_no_dateline(words: str) -> None:
    assert read_dateline(words) is None


def test_a_line_of_its_own() -> None:
    found = whole_dateline("IMREL, Belkara, Nov. 11")
    assert found is not None
    assert found.place == "IMREL, Belkara"
    assert whole_dateline("IMREL, Belkara, Nov. 11 was a Sunday") is None
    assert whole_dateline("Orhun D. 19 December, 09:02") is None
