"""How the cues of news sites speak for a unit's place: buttons, lists, credits, stamps, comments."""

from typing import Final

from trucewatch.reading.plain.weighing import Weight, solid, weight

PAGE_WEIGHTS: Final[tuple[Weight, ...]] = (
    weight(
        "the heading of a list of other articles",
        lambda k: k.related,
        "TAIL +5, INSERT +4, TOP +4, BODY -4, HEADLINE -4, DECK -4, SUBHEAD -2.5, COMMENTS -0.5",
    ),
    weight("no heading of comments", lambda k: not (k.comments or k.comment_mark), "THREAD -9"),
    weight(
        "the heading of readers' comments",
        lambda k: k.comments,
        "THREAD +5, COMMENTS +3, INSERT +2.5, TOP +3.5, TAIL +3, BODY -5, HEADLINE -5, DECK -4, SUBHEAD -5",
    ),
    weight(
        "what stands around a comment",
        lambda k: k.comment_mark,
        "THREAD +1.5, COMMENTS +3, INSERT +1, TAIL +1, BODY -2.5, SUBHEAD -3, HEADLINE -2, CAPTION -2",
    ),
    weight("before the report, lists and comments are hardly met", lambda k: k.early, "TAIL -2, THREAD -2, TOP +0.5"),
    weight(
        "where the copy is signed off, the report ends",
        lambda k: k.sign_off and not k.early,
        "TAIL +7, META +1, BODY -2, SUBHEAD -5, COMMENTS +1",
    ),
    weight(
        "numbered and set in, as lists of comments are",
        lambda k: k.numbered and k.indented and k.words > 6,
        "COMMENTS +1, BODY -0.5",
    ),
    weight(
        "a box that wants something of the reader",
        lambda k: k.sign_up and not (k.prose and k.words > 30),
        "INSERT +5, TAIL +5, TOP +3, BODY -4, HEADLINE -4, DECK -4, SUBHEAD -5",
    ),
    weight(
        "small print",
        lambda k: k.notice and not (k.prose and k.words > 40),
        "INSERT +4.5, TAIL +4.5, TOP +3.5, BODY -4, HEADLINE -4, DECK -4, SUBHEAD -4",
    ),
    weight(
        "a button or rubric",
        lambda k: k.navigation,
        "TOP +5, INSERT +4.5, TAIL +4.5, BODY -5, HEADLINE -5, DECK -5, SUBHEAD -4.5, COMMENTS +1",
    ),
    weight(
        "a menu in one line",
        lambda k: k.menu and not solid(k),
        "TOP +3, INSERT +3, TAIL +3.5, BODY -3, HEADLINE -2, SUBHEAD -3, META +0.5",
    ),
    weight(
        "a pointer to another article",
        lambda k: k.pointer,
        "INSERT +6, TAIL +4.5, TOP +1.5, BODY -5, HEADLINE -1.5, DECK -3, SUBHEAD -4",
    ),
    weight(
        "a rubric with a clock time",
        lambda k: k.rhythm and not k.stamp,
        "TOP +3, INSERT +3, TAIL +3.5, BODY -3, HEADLINE -3, SUBHEAD -4",
    ),
    weight("the name of a picture size", lambda k: k.size, "TOP +3, INSERT +3, TAIL +3.5, BODY -4, SUBHEAD -4"),
    weight(
        "another script than the page's",
        lambda k: k.foreign,
        "TOP +3, INSERT +3, TAIL +3.5, BODY -4, HEADLINE -4, DECK -4, SUBHEAD -5",
    ),
    weight(
        "a date and little more",
        lambda k: k.stamp,
        "META +6, TOP +5, HEADLINE -4, DECK -3, BODY -3, SUBHEAD -4, TAIL +6, INSERT +2, COMMENTS +6",
    ),
    weight(
        "half of it a full date",
        lambda k: k.dated and not k.stamp,
        "META +5, TOP +3, HEADLINE -3, DECK -2, BODY -3, SUBHEAD -4, CAPTION +0.5, TAIL +5, COMMENTS +5",
    ),
    weight(
        "a dateline on its own line",
        lambda k: k.place_line and not k.stamp,
        "META +6, TAIL +5, COMMENTS +5, BODY -3, HEADLINE -4, DECK -3, SUBHEAD -4",
    ),
    weight(
        "nothing speaks for a byline or stamp",
        lambda k: not (k.stamp or k.dated or k.byline or k.place_line or k.agency or k.name),
        "META -2",
    ),
    weight("a person's name alone", lambda k: k.name, "META +0.5, HEADLINE -1, SUBHEAD -1"),
    weight(
        "nothing speaks for a picture",
        lambda k: not (k.credit or k.caption or k.country_caption or k.doubled),
        "CAPTION -1.5",
    ),
    weight(
        "an agency's name alone",
        lambda k: k.agency,
        "META +5, TOP +2, BODY -3, HEADLINE -4, DECK -4, SUBHEAD -5, TAIL +1, INSERT +1",
    ),
    weight(
        "a signed line",
        lambda k: k.byline,
        "META +6, TOP +2, BODY -3, HEADLINE -3, DECK -4, SUBHEAD -4, TAIL +1, INSERT +1",
    ),
    weight(
        "the credit of a picture",
        lambda k: k.credit,
        "CAPTION +5, TOP +4, INSERT +2, BODY -4, HEADLINE -4, DECK -3, SUBHEAD -4, TAIL +1.5",
    ),
    weight(
        "what only captions carry",
        lambda k: k.caption and k.words <= 90 and not k.filed,
        "CAPTION +6.5, TOP +4.5, TAIL +2, BODY -4.5, HEADLINE -4, SUBHEAD -4, DECK -2",
    ),
    weight(
        "a caption that begins with the country",
        lambda k: k.country_caption,
        "CAPTION +5, TOP +3.5, BODY -3, HEADLINE -3",
    ),
    weight(
        "printed twice in a row, as captions and titles in page code are",
        lambda k: k.doubled and not k.said,
        "CAPTION +4.5, INSERT +1, TOP +4, BODY -5, SUBHEAD -4, TAIL +2",
    ),
    weight(
        "a blurb in a list of other articles",
        lambda k: k.teaser and not k.early,
        "TAIL +5, INSERT +1, BODY -6, COMMENTS -3",
    ),
    weight("the house speaks of itself", lambda k: k.house, "INSERT +5, TAIL +5.5, BODY -5, DECK -3"),
    weight("a box about the author", lambda k: k.author and not k.early, "TAIL +6, BODY -5, COMMENTS -3"),
    weight(
        "an entry of a list of highlights or other articles",
        lambda k: k.listed,
        "TOP +3, INSERT +3, TAIL +3.5, BODY -3, HEADLINE -4, DECK -4, SUBHEAD -4",
    ),
)
