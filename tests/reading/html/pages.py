"""Words for the test pages, long enough for an article to be told from what stands around it."""

from trucewatch.reading.draft import Draft
from trucewatch.reading.html import HtmlLimits, read_html

FIRST = (
    "The two delegations agreed in Castle Brannet on Tuesday to keep the truce along the river for another ninety "
    "days, the mediator said after a night of talks that nobody had expected to end well."
)
SECOND = (
    "“We leave with less than we wanted and more than we had,” the envoy Maren Oldaker told reporters at the gate, and "
    "added that observers would return to the crossing within the week."
)
THIRD = (
    "Both armies are to pull their mortars back behind the second line by the end of the month, according to the text "
    "that was read out; neither of them has said what happens if the other does not."
)
FOURTH = (
    "The council in Sollin, which had not been invited, called the paper a beginning and asked for the names of the "
    "prisoners who are to come home first, of whom it counts twenty-six."
)
HEADLINE = "Delegations keep the river truce for ninety days"
TITLE = f"<title>{HEADLINE} - The Valley Post</title>"


def page(body: str, head: str = TITLE) -> str:
    """A whole page around `body`."""
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>"


def paragraphs(*texts: str) -> str:
    """Each text in a paragraph of its own."""
    return "\n".join(f"<p>{text}</p>" for text in texts)


ARTICLE = f"<article><h1>{HEADLINE}</h1>{paragraphs(FIRST, SECOND, THIRD, FOURTH)}</article>"


def draft(markup: str, limits: HtmlLimits | None = None) -> Draft:
    """The draft of a page that has one."""
    read = read_html(markup, limits)
    assert isinstance(read, Draft), read
    return read


def roles(markup: str) -> dict[str, str]:
    """The role of each block by its words; the last one where words stand twice."""
    read = draft(markup)
    return {read.string[b.start : b.end]: b.role.value for b in read.blocks}


def body(markup: str) -> list[str]:
    """The article's paragraphs."""
    return [text for text, role in roles(markup).items() if role == "paragraph"]
