from trucewatch.times.words import MONTHS, WEEKDAYS


def test_months_by_name_and_abbreviation() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))
    assert MONTHS["march"] == MONTHS["mar"] == MONTHS["mar."] == 3
    assert MONTHS["september"] == MONTHS["sept."] == MONTHS["sep"] == 9


def test_weekdays_count_from_monday() -> None:
    assert set(WEEKDAYS.values()) == set(range(7))
    assert (WEEKDAYS["monday"], WEEKDAYS["wed."], WEEKDAYS["sun"]) == (0, 2, 6)


def test_names_are_casefolded() -> None:
    assert all(name == name.casefold() for name in [*MONTHS, *WEEKDAYS])
