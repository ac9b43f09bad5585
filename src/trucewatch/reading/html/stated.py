"""What a page's markup says of the page: meta tags, links, the saved-from comment, and JSON-LD."""

import re
from collections.abc import Iterable

from lxml import etree

from trucewatch.reading.draft import Stated
from trucewatch.reading.html.dates import stated_date
from trucewatch.reading.html.json_ld import JsonLd, from_json_ld
from trucewatch.reading.html.tree import Element

_SAVED_FROM = re.compile(r"<!--\s{0,20}saved from url=\((\d{4})\)([^\s>]{4,2000})", re.IGNORECASE)
_SAVED_WITHIN = 4096  # characters
_UPDATE = re.compile(r"updat|modif|edited|changed", re.IGNORECASE)
_PARAGRAPH = 150  # characters from which a paragraph begins the article
_LONGEST = 2_000  # characters of a stated value; a longer one is no name, title or address

_DATED = etree.XPath("//*[@itemprop or @pubdate or contains(@class, 'published') or contains(@class, 'entry-date')]")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "dcterms.available",
    "citation_publication_date",
    "publication_date",
    "publish_date",
    "publish-date",
    "publishdate",
    "pubdate",
    "published_date",
    "article_date_original",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "date",
)
_HEADLINES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "headline")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "al:android:app_name")
_BYLINES = (
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
)
_DESCRIPTIONS = ("description", "og:description", "twitter:description", "dc.description")
_LANGUAGES = ("og:locale", "dc.language", "dcterms.language", "language", "content-language")


def meta_tags(root: Element) -> dict[str, str]:
    """The content of each meta tag by its lower-case name, property, itemprop or http-equiv; the first one counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content and len(content) <= _LONGEST:
                found.setdefault(name, content)
    return found


def stated(root: Element, meta: dict[str, str], markup: str) -> Stated:
    """Everything that the markup states about the page, judged by no one yet."""
    ld = from_json_ld(root)
    outlet, grounds = _outlet(meta, ld)
    return Stated(
        headline=ld.headline or _first(meta, _HEADLINES) or title(root),
        outlet=outlet,
        outlet_grounds=grounds,
        byline=ld.byline or _byline(meta),
        json_ld_published=ld.published,
        meta_published=_published(meta, root),
        language=_language(root, meta, ld),
        address=_address(root, markup, meta),
    )


def description(meta: dict[str, str]) -> str | None:
    """The page's own summary, which often stands on it as the deck."""
    return _first(meta, _DESCRIPTIONS)


def title(root: Element) -> str | None:
    """The window title, spaces put right."""
    for element in root.iter("title"):
        parent = element.getparent()
        if parent is not None and str(parent.tag) in ("head", "html", "body"):
            return " ".join("".join(element.itertext()).split())[:_LONGEST] or None
    return None


def _outlet(meta: dict[str, str], ld: JsonLd) -> tuple[str | None, str | None]:
    if ld.outlet:
        return ld.outlet, "json-ld"
    named = _first(meta, _OUTLETS)
    return (named, "meta") if named else (None, None)


def _byline(meta: dict[str, str]) -> str | None:
    """An author by name: profile addresses and handles are none."""
    named = _first(meta, _BYLINES) or meta.get("article:author")
    return None if named is None or named.startswith(("http://", "https://", "@", "/")) else named


def _published(meta: dict[str, str], root: Element) -> str | None:
    for name in _PUBLISHED:
        if (date := stated_date(meta.get(name))) is not None:
            return date
    return _marked_up(root)


def _marked_up(root: Element) -> str | None:
    """The date of an element that the markup itself calls the date of publication."""
    for element in _DATED(root):
        kinds = (element.get("itemprop") or "").lower().split()
        says_so = "datepublished" in kinds or "pubdate" in kinds or element.get("pubdate") is not None
        if says_so or _is_entry_date(element):
            given = element.get("datetime") or element.get("content") or element.get("title") or element.text
            if (date := stated_date(given)) is not None:
                return date
    return _beside_headline(root)


def _beside_headline(root: Element) -> str | None:
    """The date of the first `<time>` between the headline and the first paragraph, or right above the headline.

    Only where the reader is not shown the whole date ("8 October, 15:05"): else it is a stamp in the text.
    """
    above: Element | None = None
    headed = False
    for element in root.iter("h1", "time", "p"):
        if element.tag == "h1":
            headed = True
            if above is not None and _near(above, element):
                return _unseen_date(above)
        elif element.tag == "time":
            if not _is_update(element) and stated_date(element.get("datetime")) is not None:
                if headed:
                    return _unseen_date(element)
                above = element
        elif headed and sum(map(len, element.itertext())) > _PARAGRAPH:
            return None
    return None


def _unseen_date(time: Element) -> str | None:
    shown = stated_date(" ".join("".join(time.itertext()).split()))
    return None if shown is not None and len(shown) == len("2018-03-25") else stated_date(time.get("datetime"))


def _near(time: Element, heading: Element) -> bool:
    """Whether both stand in one small part of the page: the same parent, or the parent of one of the parents."""
    around = {heading.getparent(), next(heading.iterancestors(), heading).getparent()} - {None}
    return time.getparent() in around or next(time.iterancestors(), time).getparent() in around


def _is_update(time: Element) -> bool:
    """Whether the time is said to be the last change's, not the publication's."""
    parent = time.getparent()
    said = [time.get("class"), time.get("itemprop"), parent.get("class") if parent is not None else None]
    before = parent.text if parent is not None and parent.index(time) == 0 else None
    return bool(_UPDATE.search(" ".join(filter(None, [*said, before, time.text]))[:_LONGEST]))


def _is_entry_date(element: Element) -> bool:
    """WordPress and the hAtom microformat mark the date so."""
    classes = (element.get("class") or "")[:300].split()
    return "dt-published" in classes or "published" in classes or ("entry-date" in classes and element.tag == "time")


def _language(root: Element, meta: dict[str, str], ld: JsonLd) -> str | None:
    own = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    return (own or "").strip() or ld.language or _first(meta, _LANGUAGES)


def _address(root: Element, markup: str, meta: dict[str, str]) -> str | None:
    saved = _SAVED_FROM.search(markup, 0, _SAVED_WITHIN)
    if saved and saved.group(2).startswith(("http://", "https://")):
        # The number is the address's length: what a browser's comment ends with is not part of it.
        return saved.group(2)[: int(saved.group(1))].removesuffix("--") or None
    for link in root.iter("link"):
        address = (link.get("href") or "").strip()
        if "canonical" in (link.get("rel") or "").lower().split() and address.startswith(("http://", "https://")):
            return address[:_LONGEST]
    address = meta.get("og:url", "")
    return address if address.startswith(("http://", "https://")) else None


def _first(meta: dict[str, str], names: Iterable[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)
