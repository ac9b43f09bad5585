"""HTML page to text and article, against the extractor alone on the same bytes."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import trafilatura

from bench.figures import Figure, say, seconds_of_each
from trucewatch.dossiers import load_outlets
from trucewatch.reading import ReadingOptions, read_page
from trucewatch.record.pages import Given, Page
from trucewatch.record.protocols import KeptPage

ROUNDS = 3
HTML = "text/html"
READ_AT_LEAST = 0.9


def page_to_text(content: Path, examples: Path) -> Iterator[Figure]:
    """Time of our reader as a multiple of `trafilatura.extract`, real pages where they lie beside the repository."""
    pages = [gzip.decompress(path.read_bytes()) for path in sorted((content / "html").glob("*.html.gz"))]
    kind = "real pages"
    if not pages:
        pages, kind = [path.read_bytes() for path in sorted(examples.glob("*.*htm*"))], "example pages"
    say(f"page to text: {len(pages)} {kind}, {ROUNDS} rounds")
    kept = [KeptPage(Page.of(data, HTML), data, Given(), f"page-{i}.html") for i, data in enumerate(pages)]
    options = ReadingOptions(register=load_outlets())
    # The first calls compile rules and load models; and a reader that drops what it is given is no fast reader.
    read = [trafilatura.extract(page.data) and read_page(page, options).text for page in kept]
    if sum(text is not None for text in read) < READ_AT_LEAST * len(kept):
        raise RuntimeError(f"{sum(text is None for text in read)} of {len(kept)} pages gave no text; nothing to time")
    ours, alone = seconds_of_each(
        kept, lambda page: read_page(page, options), lambda page: trafilatura.extract(page.data), ROUNDS
    )
    on = f"{len(pages)} {kind}: {1000 * ours / len(pages):.1f} and {1000 * alone / len(pages):.1f} ms a page"
    yield Figure("HTML page to text, time over the extractor alone", ours / alone, 1.3, "at most", "x", on)
