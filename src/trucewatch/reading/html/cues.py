"""What an element's name, class, id and role say about the text inside it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache


class Cue(StrEnum):
    """What the markup calls a part of the page; inherited by what stands inside, the innermost one counts."""

    NONE = "none"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    CAPTION = "caption"
    COMMENT = "comment"
    RELATED = "related"
    NAVIGATION = "navigation"
    NOTICE = "notice"
    FOOTER = "footer"
    HEADER = "header"
    ASIDE = "aside"


_BY_TAG = {
    "nav": Cue.NAVIGATION,
    "menu": Cue.NAVIGATION,
    "button": Cue.NAVIGATION,
    "label": Cue.NAVIGATION,
    "legend": Cue.NAVIGATION,
    "footer": Cue.FOOTER,
    "header": Cue.HEADER,
    "aside": Cue.ASIDE,
    "figure": Cue.CAPTION,
    "figcaption": Cue.CAPTION,
    "caption": Cue.NONE,
    "form": Cue.NOTICE,
    "dialog": Cue.NOTICE,
    "noscript": Cue.NOTICE,
    "address": Cue.BYLINE,
    "time": Cue.BYLINE,
}
_BY_ARIA_ROLE = {
    "navigation": Cue.NAVIGATION,
    "menu": Cue.NAVIGATION,
    "menubar": Cue.NAVIGATION,
    "search": Cue.NAVIGATION,
    "contentinfo": Cue.FOOTER,
    "banner": Cue.HEADER,
    "complementary": Cue.ASIDE,
    "dialog": Cue.NOTICE,
    "alertdialog": Cue.NOTICE,
    "alert": Cue.NOTICE,
}
_BY_ITEMPROP = {
    "headline": Cue.HEADLINE,
    "alternativeheadline": Cue.DECK,
    "author": Cue.BYLINE,
    "datepublished": Cue.BYLINE,
    "datemodified": Cue.BYLINE,
    "caption": Cue.CAPTION,
    "comment": Cue.COMMENT,
    "breadcrumb": Cue.NAVIGATION,
}
# Words of class and id, split at anything but letters and at inner capitals, in the order in which they count.
_BY_WORDS: tuple[tuple[Cue, str], ...] = (
    (Cue.COMMENT, r"comments?|commentlist|commentlists|disqus|livefyre|respond|(?:user )?replies"),
    (
        Cue.NOTICE,
        r"cookies?|consent|gdpr|newsletters?|sign ?up|subscri(?:be|ption|ptions)|paywall|copyright|legal|disclaimer"
        r"|modal|popup|pop up|promo|advert(?:s|isement|ising)?|ads?|sponsor(?:ed)?|donat(?:e|ion)|app banner|outbrain"
        r"|taboola",
    ),
    (
        Cue.RELATED,
        r"related|recommend(?:ed|ation|ations)|read ?more|more (?:on|from|stories|news|articles)|most (?:read|popular"
        r"|viewed|shared)|popular|trending|see also|also read|latest|teasers?|next (?:article|story|post)|recirc\w*"
        r"|prev(?:ious)? (?:article|story|post)|further reading|readnext|read next|up next",
    ),
    (
        Cue.NAVIGATION,
        r"nav|navigation|navbar|menu|bread ?crumbs?|crumbs?|pagination|pager|share|sharing|social|toolbar|tools|tags?"
        r"|tag ?cloud|topics|ticker|skip ?link|skip|search|print|sitemap|language|languages|accessibility|follow",
    ),
    (
        Cue.CAPTION,
        r"caption|captions|wp caption|photo credit|image credit|img credit|photo ?caption|cutline|figcaption",
    ),
    (Cue.HEADLINE, r"headline|(?:entry|post|article|story|page) title"),
    (
        Cue.DECK,
        r"standfirst|deck|dek|subtitle|sub title|subhead|sub head|subheadline|sub headline|sottotitolo|chapeau"
        r"|chapo|catenaccio|vorspann|entradilla|kicker"
        r"|abstract|strapline",
    ),
    (
        Cue.BYLINE,
        r"by ?line|authors?|dateline|timestamp|time stamp|datetime|date|published|publish(?:ed)? date|pub ?date|posted"
        r"|posted on|post meta|entry meta|article meta|meta|article info",
    ),
    (Cue.FOOTER, r"footer|foot|colophon|bottom"),
    (Cue.HEADER, r"masthead|banner|site header|top bar|topbar"),
    (Cue.ASIDE, r"sidebar|side bar|side|right ?rail|rail|widgets?|complementary"),
)
_WORDS = tuple((said, re.compile(rf"(?:^| )(?:{words})(?: |$)", re.MULTILINE)) for said, words in _BY_WORDS)
_ANY_WORD = re.compile(rf"(?:^| )(?:{'|'.join(words for _, words in _BY_WORDS)})(?: |$)", re.MULTILINE)
_SPLIT = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")
_LONGEST_NAME = 300  # characters of class and id that are looked at; style frameworks write thousands


def cue(tag: str, attributes: Mapping[str, str]) -> Cue:
    """What an element says of itself by its name and attributes; NONE where it says nothing."""
    if not attributes:
        return _BY_TAG.get(tag, Cue.NONE)
    get = attributes.get
    role, itemprop, rel = get("role", ""), get("itemprop", ""), get("rel", "")
    said = _by_meaning(role, itemprop, rel) if role or itemprop or rel else None
    if said is None:
        ident, classes = get("id", ""), get("class", "")
        said = _by_words(ident[:_LONGEST_NAME], classes[:_LONGEST_NAME]) if ident or classes else Cue.NONE
    return _BY_TAG.get(tag, Cue.NONE) if said is Cue.NONE else said


def _by_meaning(role: str, itemprop: str, rel: str) -> Cue | None:
    """By the attributes that exist to say it."""
    said = _BY_ARIA_ROLE.get(role.lower()) or _BY_ITEMPROP.get(itemprop.lower())
    return Cue.BYLINE if said is None and "author" in rel else said


@lru_cache(maxsize=16_384)
def _by_words(ident: str, classes: str) -> Cue:
    names = "\n".join(" ".join(_SPLIT.split(name)).strip() for name in (ident, *classes.split())).lower()
    if not _ANY_WORD.search(names):
        return Cue.NONE
    said = next(said for said, words in _WORDS if words.search(names))
    # An embedded post is quoted in the article, though its frame is named after the network.
    return Cue.NONE if said is Cue.NAVIGATION and "embed" in names else said
