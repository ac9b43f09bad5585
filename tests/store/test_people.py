"""The form of a name within the words that stand for its bearer."""

import pytest

from trucewatch.store.people import spelling


@pytest.mark.parametrize(
    ("name", "written", "found"),
    [
        ("Anna Keller", "Norlandish Foreign Minister Anna Keller", "Anna Keller"),
        ("Anna Keller", "Keller, who left without a word,", "Keller"),
        ("Anna Keller", "MINISTER ANNA KELLER", "ANNA KELLER"),
        ("Sergey Orlow", "the envoy Sergei Orlow", "Sergei Orlow"),
        ("Jon Harl", "Keller’s deputy, Jon Harl,", "Jon Harl"),
        ("Anna Keller", "Keller's", "Keller"),
        ("Anna Keller", "the top diplomat", ""),
        ("Anna Keller", "", ""),
        ("Border Guard", "The Border Guard, which said nothing", "Border Guard"),
        ("Ann O'Dwyer", "Mrs O’Dwyer", "O’Dwyer"),
        ("?", "?", ""),
        ("Norland and Sudland", "both Orrin and Velmar", ""),
        ("residents", "the residents", "residents"),
    ],
)
def test_a_spelling_is_the_longest_run_of_the_name_s_own_words(name: str, written: str, found: str) -> None:
    assert spelling(name, written) == found
