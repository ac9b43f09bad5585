"""How the shape of a unit speaks for its place: length, stops, capitals, what it repeats."""

from typing import Final

from trucewatch.reading.plain.weighing import Weight, chrome, label, short_sentence, solid, weight

TEXT_WEIGHTS: Final[tuple[Weight, ...]] = (
    weight(
        "a finished piece of running text is what reports (and comments) are made of",
        solid,
        "BODY +5, COMMENTS +5, TOP -3, HEADLINE -5, META -6, CAPTION -2, SUBHEAD -6, INSERT -1, DECK +0.5, TAIL -0.5",
    ),
    weight(
        "long text is no heading even where it lacks its full stop",
        lambda k: k.words >= 25,
        "HEADLINE -2, SUBHEAD -3, META -3, BODY +1, COMMENTS +1",
    ),
    weight(
        "a short sentence",
        short_sentence,
        "BODY +2.5, COMMENTS +2.5, DECK +1.5, HEADLINE -1, SUBHEAD -2, CAPTION +0.5, TOP -1",
    ),
    weight(
        "a sentence with a verb of reporting",
        lambda k: k.finished and k.speech and k.words >= 5 and not (k.asks and k.early),
        "BODY +1.5, COMMENTS +1.5, DECK +0.5, INSERT -1.5, TAIL -1",
    ),
    weight(
        "unfinished and short: headings and list entries",
        label,
        "BODY -3.5, COMMENTS -1, HEADLINE +1.5, SUBHEAD +0.5, TAIL +1, DECK -0.5",
    ),
    weight(
        "a middling line without a full stop: headline, deck, list entry, hardly a paragraph",
        lambda k: 15 <= k.words < 25 and not k.finished and not k.trails,
        "BODY -1, HEADLINE +0.5, DECK +1, SUBHEAD -2, CAPTION +0.5, TAIL +0.5",
    ),
    weight("the headline stands above the byline", lambda k: k.signed, "HEADLINE -3"),
    weight(
        "headlines have four words at least and twenty-odd at most",
        lambda k: 4 <= k.words <= 24 and not chrome(k),
        "HEADLINE +2",
    ),
    weight("most headlines have five to sixteen words", lambda k: 5 <= k.words <= 16 and not chrome(k), "HEADLINE +1"),
    weight("a deck says more than a headline", lambda k: k.words >= 12, "DECK +0.5"),
    weight(
        "however long, a line without a stop right above the dateline is the title of a statement",
        lambda k: k.before_filed and k.words > 24 and not k.finished,
        "HEADLINE +10, BODY -5",
    ),
    weight(
        "begins with a line that stood above, and goes on: a picture's title and caption in one",
        lambda k: k.echo,
        "CAPTION +6, TOP +4, BODY -5, HEADLINE -5, DECK -3",
    ),
    weight(
        "the report begins right behind it",
        lambda k: k.before_filed and 4 <= k.words <= 30,
        "HEADLINE +3.5, DECK +3, BODY -3",
    ),
    weight("short for a paragraph", lambda k: solid(k) and k.words <= 16, "HEADLINE +1.5"),
    weight("begins with a dateline", lambda k: k.filed, "BODY +3, HEADLINE -3, DECK -3, SUBHEAD -3"),
    weight("a site's name and its parts between bars", lambda k: k.barred, "HEADLINE -2, DECK -2, SUBHEAD -2"),
    weight("hardly a headline", lambda k: k.words < 3, "HEADLINE -4, DECK -4"),
    weight("four words seldom do", lambda k: k.words == 4, "HEADLINE -1"),
    weight("two or three words seldom make a headline", lambda k: k.words == 3, "HEADLINE -1"),
    weight("headlines have no full stop", lambda k: k.finished and not (k.heading or k.asks), "HEADLINE -2.5"),
    weight("a heading in Markdown", lambda k: k.heading, "HEADLINE +3, SUBHEAD +4, BODY -3, DECK -1"),
    weight(
        "an excerpt that trails off belongs to a list of other articles",
        lambda k: k.trails,
        "BODY -2, COMMENTS -0.5, TAIL +3, INSERT +1, DECK -1, HEADLINE -2",
    ),
    weight(
        "an early line that reads like a headline is hardly a menu entry",
        lambda k: (
            k.early
            and label(k)
            and 5 <= k.words <= 18
            and not (chrome(k) or k.repeated or k.barred or k.pointer or k.credit or k.caption)
        ),
        "TOP -1.5, DECK +0.5",
    ),
    weight("too short for a deck", lambda k: k.words < 6, "DECK -2"),
    weight("a deck that stands once more as the lead", lambda k: k.doubled and k.said, "CAPTION +2, BODY -1"),
    weight(
        "a title printed twice above the report",
        lambda k: (
            k.doubled and k.early and not (k.repeated or k.finished or k.caption or k.credit) and 5 <= k.words <= 24
        ),
        "HEADLINE +2.5",
    ),
    weight(
        "a path that ends in the title, or the title cut short",
        lambda k: k.early and (k.breadcrumb or k.hanging),
        "HEADLINE -5, TOP +1.5, DECK -2",
    ),
    weight(
        "said before in the page",
        lambda k: k.repeated,
        "INSERT +1.5, TAIL +1.5, CAPTION +1.5, BODY -1.5, SUBHEAD -1.5, HEADLINE -0.5",
    ),
    weight(
        "a page that was cut off ends inside a sentence of its report",
        lambda k: k.cut,
        "BODY +6, COMMENTS +3, HEADLINE -2",
    ),
    weight("the words of the headline stand once more", lambda k: k.repeated and k.early, "HEADLINE -5, CAPTION +1"),
    weight(
        "begins with a quotation mark",
        lambda k: k.quoted and k.words >= 6,
        "BODY +1, COMMENTS +0.5, TAIL -1, INSERT -1",
    ),
    weight("an entry of a list in the report", lambda k: k.bullet or k.numbered, "BODY +0.5, HEADLINE -3, SUBHEAD -1"),
    weight("in capitals", lambda k: k.shouted and k.words <= 4, "TOP +0.5, TAIL +0.5, INSERT +0.5, BODY -1"),
    weight(
        "a heading of the report has few words and no clock",
        lambda k: label(k) and k.words <= 9 and not chrome(k),
        "SUBHEAD +1.5",
    ),
    weight(
        "introduces a list of the report",
        lambda k: k.headed and k.words >= 4 and not k.comment_mark,
        "BODY +2, SUBHEAD +0.5",
    ),
)
