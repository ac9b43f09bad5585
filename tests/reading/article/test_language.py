"""The language of the reporting, for long texts, short texts, and texts full of names."""

import pytest

from trucewatch.reading.article.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The truce along the Oss held through the night, the observers said, and the bridge was opened.", "en"),
        ("Truce in force along the Oss; Sollin was not asked to sign", "en"),
        ("Kasim Verdan, Zhalen Torqai, Oren Tessik and Edda Lorne met in Aldmoor with Maren Oldaker of the ISC.", "en"),
        ("La trêve entre les deux pays a été prolongée de six mois, a annoncé jeudi le ministère à la presse.", "fr"),
        (
            "Der Waffenstillstand zwischen den Ländern ist um sechs Monate verlängert worden, hieß es am Montag.",
            "de",
        ),
        ("Перемирие между двумя странами продлено на шесть месяцев, сообщило в понедельник министерство.", "ru"),
        ("أعلنت الوزارة يوم الاثنين تمديد الهدنة بين البلدين لمدة ستة أشهر أخرى.", "ar"),
        ("El alto el fuego entre los dos países se ha prorrogado seis meses, informó el lunes el ministerio.", "es"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    assert language_of([text], None) == language


def test_names_alone_decide_nothing() -> None:
    assert language_of(["Korvath Torqai"], None) is None
    assert language_of([], None) is None
    assert language_of(["12 345 !!"], "en") is None


def test_what_the_markup_states_decides_only_what_the_words_leave_open() -> None:
    assert language_of(["Korvath Torqai"], "fr-FR") == "fr"
    assert language_of(["The truce held through the night, the observers said on Monday in Sollin."], "fr") == "en"


def test_one_long_quotation_does_not_decide() -> None:
    english = ["The truce held through the night, the observers said on Monday in the town."] * 6
    assert language_of([*english, "La trêve est prolongée de six mois. " * 40], None) == "en"
