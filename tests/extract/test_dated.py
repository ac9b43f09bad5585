"""Dated passages: each expression with its sentence and the role of its block."""

from trucewatch.extract import dated_passages
from trucewatch.record.dates import Grounds, Published
from trucewatch.record.ids import PageId
from trucewatch.record.texts import Article, Block, Role, Text

STRING = "BRANNET, May 3. The sides met on Monday. They left at noon on 1 May. A picture of 30 April."
ARTICLE = Article(published=Published("2018-05-03", Grounds.GIVEN))


def text() -> Text:
    cuts = [(0, 15, Role.DATELINE), (16, 68, Role.PARAGRAPH), (69, len(STRING), Role.CAPTION)]
    return Text.of(PageId("0" * 32), STRING, tuple(Block(*cut) for cut in cuts))


def test_each_expression_has_its_sentence_and_the_role_of_its_block() -> None:
    found = dated_passages(text(), ARTICLE, "times@1")
    assert [(m.timex.value, m.passage.of(STRING), m.role) for m in found] == [
        ("2018-05-03", "BRANNET, May 3.", Role.DATELINE),
        ("2018-04-30", "The sides met on Monday.", Role.PARAGRAPH),
        ("2018-05-01T12:00", "They left at noon on 1 May.", Role.PARAGRAPH),
    ]
    assert {m.maker for m in found} == {"times@1"}


def test_without_a_publication_date_years_stay_open() -> None:
    first, *_ = dated_passages(text(), Article(), "times@1")
    assert first.timex.value == "XXXX-05-03"


def test_a_text_without_reporting_has_none() -> None:
    caption = Text.of(PageId("0" * 32), STRING, (Block(0, len(STRING), Role.CAPTION),))
    assert dated_passages(caption, ARTICLE, "times@1") == ()
