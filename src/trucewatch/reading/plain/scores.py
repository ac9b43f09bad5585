"""How strongly each look speaks for each place in a page: a table of hand-set weights with their reasons.

Weights are in the units of a log-odds: 1 is a hint, 3 is telling, 6 settles it unless the neighbours object.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from trucewatch.reading.plain.looks import Look


class Place(IntEnum):
    """Where in the page a unit stands; the states of the decision."""

    TOP = 0
    """Before the headline: menus, rubrics, stamps, pictures."""
    HEADLINE = 1
    DECK = 2
    META = 3
    """Byline, stamp, a dateline on its own line."""
    CAPTION = 4
    BODY = 5
    SUBHEAD = 6
    """A heading between paragraphs of the report."""
    INSERT = 7
    """Something foreign between headline and end of the report."""
    TAIL = 8
    """After the report: lists, boxes, small print."""
    COMMENTS = 9
    THREAD = 10
    """The heading from which readers' comments begin."""


@dataclass(frozen=True, slots=True)
class Weight:
    """One reason: where `test` holds, the places named gain or lose so much."""

    why: str
    test: Callable[[Look], bool]
    gains: dict[Place, float]


def _solid(k: Look) -> bool:
    question = k.asks and k.early and k.words <= 20
    return k.prose and k.words >= 12 and (k.finished or k.words >= 25) and not (k.trails or question)


def _short_sentence(k: Look) -> bool:
    return k.finished and 4 <= k.words < 12 and not (k.asks and k.early)


def _label(k: Look) -> bool:
    return k.words <= 14 and not k.finished and not k.trails


def _chrome(k: Look) -> bool:
    return k.navigation or k.notice or k.sign_up or k.menu or k.size or k.rhythm


TOP, HEADLINE, DECK, META, CAPTION, BODY, SUBHEAD, INSERT, TAIL, COMMENTS, THREAD = Place
_OUTSIDE: Final = {TOP: 3.0, INSERT: 3.0, TAIL: 3.5}

WEIGHTS: Final[tuple[Weight, ...]] = (
    Weight(
        "a finished piece of running text is what reports (and comments) are made of",
        _solid,
        {
            BODY: 5.0,
            COMMENTS: 5.0,
            TOP: -3.0,
            HEADLINE: -5.0,
            META: -6.0,
            CAPTION: -2.0,
            SUBHEAD: -6.0,
            INSERT: -1.0,
            DECK: 0.5,
            TAIL: -0.5,
        },
    ),
    Weight(
        "long text is no heading even where it lacks its full stop",
        lambda k: k.words >= 25,
        {HEADLINE: -2.0, SUBHEAD: -3.0, META: -3.0, BODY: 1.0, COMMENTS: 1.0},
    ),
    Weight(
        "a short sentence",
        _short_sentence,
        {BODY: 2.5, COMMENTS: 2.5, DECK: 1.5, HEADLINE: -1.0, SUBHEAD: -2.0, CAPTION: 0.5, TOP: -1.0},
    ),
    Weight(
        "a sentence with a verb of reporting",
        lambda k: k.finished and k.speech and k.words >= 5 and not (k.asks and k.early),
        {BODY: 1.5, COMMENTS: 1.5, DECK: 0.5, INSERT: -1.5, TAIL: -1.0},
    ),
    Weight(
        "unfinished and short: headings and list entries",
        _label,
        {BODY: -3.5, COMMENTS: -1.0, HEADLINE: 1.5, SUBHEAD: 0.5, TAIL: 1.0, DECK: -0.5},
    ),
    Weight(
        "a middling line without a full stop: headline, deck, list entry, hardly a paragraph",
        lambda k: 15 <= k.words < 25 and not k.finished and not k.trails,
        {BODY: -1.0, HEADLINE: 0.5, DECK: 1.0, SUBHEAD: -2.0, CAPTION: 0.5, TAIL: 0.5},
    ),
    Weight(
        "headlines have four words at least and twenty-odd at most",
        lambda k: 4 <= k.words <= 24 and not _chrome(k),
        {HEADLINE: 2.0},
    ),
    Weight(
        "most headlines have six to sixteen words", lambda k: 6 <= k.words <= 16 and not _chrome(k), {HEADLINE: 1.0}
    ),
    Weight("a deck says more than a headline", lambda k: k.words >= 12, {DECK: 0.5}),
    Weight(
        "the report begins right behind it",
        lambda k: k.before_filed and 4 <= k.words <= 30,
        {HEADLINE: 3.5, DECK: 3.0, BODY: -3.0},
    ),
    Weight("short for a paragraph", lambda k: _solid(k) and k.words <= 16, {HEADLINE: 1.5}),
    Weight("begins with a dateline", lambda k: k.filed, {BODY: 3.0, HEADLINE: -3.0, DECK: -3.0, SUBHEAD: -3.0}),
    Weight("a site's name and its parts between bars", lambda k: k.barred, {HEADLINE: -2.0, DECK: -2.0, SUBHEAD: -2.0}),
    Weight("hardly a headline", lambda k: k.words < 3, {HEADLINE: -4.0, DECK: -4.0}),
    Weight("four words seldom do", lambda k: k.words == 4, {HEADLINE: -1.0}),
    Weight("two or three words seldom make a headline", lambda k: k.words == 3, {HEADLINE: -1.0}),
    Weight("headlines have no full stop", lambda k: k.finished and not (k.heading or k.asks), {HEADLINE: -2.5}),
    Weight("a heading in Markdown", lambda k: k.heading, {HEADLINE: 3.0, SUBHEAD: 4.0, BODY: -3.0, DECK: -1.0}),
    Weight(
        "an excerpt that trails off belongs to a list of other articles",
        lambda k: k.trails,
        {BODY: -2.0, COMMENTS: -0.5, TAIL: 3.0, INSERT: 1.0, DECK: -1.0, HEADLINE: -2.0},
    ),
    Weight(
        "the heading of a list of other articles",
        lambda k: k.related,
        {TAIL: 5.0, INSERT: 4.0, TOP: 4.0, BODY: -4.0, HEADLINE: -4.0, DECK: -4.0, SUBHEAD: -2.5, COMMENTS: -0.5},
    ),
    Weight("no heading of comments", lambda k: not (k.comments or k.comment_mark), {THREAD: -9.0}),
    Weight(
        "the heading of readers' comments",
        lambda k: k.comments,
        {
            THREAD: 5.0,
            COMMENTS: 3.0,
            INSERT: 2.5,
            TOP: 3.5,
            TAIL: 3.0,
            BODY: -5.0,
            HEADLINE: -5.0,
            DECK: -4.0,
            SUBHEAD: -5.0,
        },
    ),
    Weight(
        "what stands around a comment",
        lambda k: k.comment_mark,
        {THREAD: 1.5, COMMENTS: 3.0, INSERT: 1.0, TAIL: 1.0, BODY: -2.5, SUBHEAD: -3.0, HEADLINE: -2.0, CAPTION: -2.0},
    ),
    Weight(
        "an early line that reads like a headline is hardly a menu entry",
        lambda k: (
            k.early
            and _label(k)
            and 6 <= k.words <= 18
            and not (_chrome(k) or k.repeated or k.barred or k.pointer or k.credit or k.caption)
        ),
        {TOP: -1.5, DECK: 0.5},
    ),
    Weight(
        "before the report, lists and comments are hardly met", lambda k: k.early, {TAIL: -2.0, THREAD: -2.0, TOP: 0.5}
    ),
    Weight(
        "where the copy is signed off, the report ends",
        lambda k: k.sign_off and not k.early,
        {TAIL: 7.0, META: 1.0, BODY: -2.0, SUBHEAD: -5.0, COMMENTS: 1.0},
    ),
    Weight(
        "numbered and set in, as lists of comments are",
        lambda k: k.numbered and k.indented and k.words > 6,
        {COMMENTS: 1.0, BODY: -0.5},
    ),
    Weight(
        "a box that wants something of the reader",
        lambda k: k.sign_up and not (k.prose and k.words > 30),
        {INSERT: 5.0, TAIL: 5.0, TOP: 3.0, BODY: -4.0, HEADLINE: -4.0, DECK: -4.0, SUBHEAD: -5.0},
    ),
    Weight(
        "small print",
        lambda k: k.notice and not (k.prose and k.words > 40),
        {INSERT: 4.5, TAIL: 4.5, TOP: 3.5, BODY: -4.0, HEADLINE: -4.0, DECK: -4.0, SUBHEAD: -4.0},
    ),
    Weight(
        "a button or rubric",
        lambda k: k.navigation,
        {TOP: 5.0, INSERT: 4.5, TAIL: 4.5, BODY: -5.0, HEADLINE: -5.0, DECK: -5.0, SUBHEAD: -4.5, COMMENTS: 1.0},
    ),
    Weight(
        "a menu in one line",
        lambda k: k.menu and not _solid(k),
        {**_OUTSIDE, BODY: -3.0, HEADLINE: -2.0, SUBHEAD: -3.0, META: 0.5},
    ),
    Weight(
        "a pointer to another article",
        lambda k: k.pointer,
        {INSERT: 6.0, TAIL: 4.5, TOP: 1.5, BODY: -5.0, HEADLINE: -1.5, DECK: -3.0, SUBHEAD: -4.0},
    ),
    Weight(
        "a rubric with a clock time",
        lambda k: k.rhythm and not k.stamp,
        {**_OUTSIDE, BODY: -3.0, HEADLINE: -3.0, SUBHEAD: -4.0},
    ),
    Weight("the name of a picture size", lambda k: k.size, {**_OUTSIDE, BODY: -4.0, SUBHEAD: -4.0}),
    Weight(
        "another script than the page's",
        lambda k: k.foreign,
        {**_OUTSIDE, BODY: -4.0, HEADLINE: -4.0, DECK: -4.0, SUBHEAD: -5.0},
    ),
    Weight(
        "a date and little more",
        lambda k: k.stamp,
        {
            META: 6.0,
            TOP: 5.0,
            HEADLINE: -4.0,
            DECK: -3.0,
            BODY: -3.0,
            SUBHEAD: -4.0,
            TAIL: 6.0,
            INSERT: 2.0,
            COMMENTS: 6.0,
        },
    ),
    Weight(
        "half of it a full date",
        lambda k: k.dated and not k.stamp,
        {
            META: 5.0,
            TOP: 3.0,
            HEADLINE: -3.0,
            DECK: -2.0,
            BODY: -3.0,
            SUBHEAD: -4.0,
            CAPTION: 0.5,
            TAIL: 5.0,
            COMMENTS: 5.0,
        },
    ),
    Weight(
        "a dateline on its own line",
        lambda k: k.place_line and not k.stamp,
        {META: 6.0, TAIL: 5.0, COMMENTS: 5.0, BODY: -3.0, HEADLINE: -4.0, DECK: -3.0, SUBHEAD: -4.0},
    ),
    Weight(
        "nothing speaks for a byline or stamp",
        lambda k: not (k.stamp or k.dated or k.byline or k.place_line or k.agency or k.name),
        {META: -2.0},
    ),
    Weight("a person's name alone", lambda k: k.name, {META: 0.5, HEADLINE: -1.0, SUBHEAD: -1.0}),
    Weight("too short for a deck", lambda k: k.words < 6, {DECK: -2.0}),
    Weight(
        "nothing speaks for a picture",
        lambda k: not (k.credit or k.caption or k.country_caption or k.doubled),
        {CAPTION: -1.5},
    ),
    Weight(
        "an agency's name alone",
        lambda k: k.agency,
        {META: 5.0, TOP: 2.0, BODY: -3.0, HEADLINE: -4.0, DECK: -4.0, SUBHEAD: -5.0, TAIL: 1.0, INSERT: 1.0},
    ),
    Weight(
        "a signed line",
        lambda k: k.byline,
        {META: 6.0, TOP: 2.0, BODY: -3.0, HEADLINE: -3.0, DECK: -4.0, SUBHEAD: -4.0, TAIL: 1.0, INSERT: 1.0},
    ),
    Weight(
        "the credit of a picture",
        lambda k: k.credit,
        {CAPTION: 5.0, TOP: 4.0, INSERT: 2.0, BODY: -4.0, HEADLINE: -4.0, DECK: -3.0, SUBHEAD: -4.0, TAIL: 1.5},
    ),
    Weight(
        "what only captions carry",
        lambda k: k.caption and k.words <= 90 and not k.filed,
        {CAPTION: 6.5, TOP: 4.5, TAIL: 2.0, BODY: -4.5, HEADLINE: -4.0, SUBHEAD: -4.0, DECK: -2.0},
    ),
    Weight(
        "a caption that begins with the country",
        lambda k: k.country_caption,
        {CAPTION: 5.0, TOP: 3.5, BODY: -3.0, HEADLINE: -3.0},
    ),
    Weight(
        "printed twice in a row, as captions and titles in page code are",
        lambda k: k.doubled and not k.said,
        {CAPTION: 4.5, INSERT: 1.0, TOP: 4.0, BODY: -5.0, SUBHEAD: -4.0, TAIL: 2.0},
    ),
    Weight("a deck that stands once more as the lead", lambda k: k.doubled and k.said, {CAPTION: 2.0, BODY: -1.0}),
    Weight(
        "a title printed twice above the report",
        lambda k: (
            k.doubled and k.early and not (k.repeated or k.finished or k.caption or k.credit) and 5 <= k.words <= 24
        ),
        {HEADLINE: 2.5},
    ),
    Weight(
        "a path that ends in the title, or the title cut short",
        lambda k: k.early and (k.breadcrumb or k.hanging),
        {HEADLINE: -5.0, TOP: 1.5, DECK: -2.0},
    ),
    Weight(
        "a blurb in a list of other articles",
        lambda k: k.teaser and not k.early,
        {TAIL: 5.0, INSERT: 1.0, BODY: -6.0, COMMENTS: -3.0},
    ),
    Weight(
        "said before in the page",
        lambda k: k.repeated,
        {INSERT: 1.5, TAIL: 1.5, CAPTION: 1.5, BODY: -1.5, SUBHEAD: -1.5, HEADLINE: -0.5},
    ),
    Weight(
        "a page that was cut off ends inside a sentence of its report",
        lambda k: k.cut,
        {BODY: 6.0, COMMENTS: 3.0, HEADLINE: -2.0},
    ),
    Weight("the house speaks of itself", lambda k: k.house, {INSERT: 5.0, TAIL: 5.5, BODY: -5.0, DECK: -3.0}),
    Weight("a box about the author", lambda k: k.author and not k.early, {TAIL: 6.0, BODY: -5.0, COMMENTS: -3.0}),
    Weight(
        "the words of the headline stand once more", lambda k: k.repeated and k.early, {HEADLINE: -5.0, CAPTION: 1.0}
    ),
    Weight(
        "begins with a quotation mark",
        lambda k: k.quoted and k.words >= 6,
        {BODY: 1.0, COMMENTS: 0.5, TAIL: -1.0, INSERT: -1.0},
    ),
    Weight(
        "an entry of a list of highlights or other articles",
        lambda k: k.listed,
        {**_OUTSIDE, BODY: -3.0, HEADLINE: -4.0, DECK: -4.0, SUBHEAD: -4.0},
    ),
    Weight(
        "an entry of a list in the report", lambda k: k.bullet or k.numbered, {BODY: 0.5, HEADLINE: -3.0, SUBHEAD: -1.0}
    ),
    Weight("in capitals", lambda k: k.shouted and k.words <= 4, {TOP: 0.5, TAIL: 0.5, INSERT: 0.5, BODY: -1.0}),
    Weight(
        "a heading of the report has few words and no clock",
        lambda k: _label(k) and k.words <= 9 and not _chrome(k),
        {SUBHEAD: 1.5},
    ),
    Weight(
        "introduces a list of the report",
        lambda k: k.headed and k.words >= 4 and not k.comment_mark,
        {BODY: 2.0, SUBHEAD: 0.5},
    ),
)


def emissions(look: Look) -> list[float]:
    """The gain of each place for a unit of this look, in the order of `Place`."""
    gains = [0.0] * len(Place)
    for weight in WEIGHTS:
        if weight.test(look):
            for place, gain in weight.gains.items():
                gains[place] += gain
    # Whatever stands before the headline is TOP: stamps, pictures and notices feel at home there too.
    gains[TOP] = max(gains[p] for p in (TOP, META, CAPTION, INSERT))
    return gains


def reasons(look: Look) -> list[str]:
    """Why a unit scores as it does, for people who tune the table."""
    return [weight.why for weight in WEIGHTS if weight.test(look)]
