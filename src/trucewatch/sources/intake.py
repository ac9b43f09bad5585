"""What becomes of each thing that is found: one item, or those of what it holds; a drop says why."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BufferedReader

from trucewatch.record.outcomes import Skipped, Why
from trucewatch.sources import packed
from trucewatch.sources.bounds import Exhausted, Unusable
from trucewatch.sources.files import View, set_aside
from trucewatch.sources.forms import HEAD, READABLE, Form, kind_of, no_page
from trucewatch.sources.found import Found, Item, Opener
from trucewatch.sources.lines import open_lines
from trucewatch.sources.names import extension, hidden
from trucewatch.sources.pages import read_page
from trucewatch.sources.streams import CHUNK
from trucewatch.sources.tars import open_tar
from trucewatch.sources.zips import open_zip

OPENERS: Mapping[Form, Opener] = {
    Form.LINES: open_lines,
    Form.GZIP: packed.opener("gzip"),
    Form.BZIP2: packed.opener("bzip2"),
    Form.XZ: packed.opener("xz"),
    Form.ZIP: open_zip,
    Form.TAR: open_tar,
}
"""How each form is opened that holds pages and is none itself; a further form is a row here and one in `forms`."""

_SEEKING = (Form.ZIP,)
_OPENED_AGAIN = (Form.GZIP, Form.BZIP2, Form.XZ, Form.ZIP, Form.TAR)


def take(found: Found) -> Iterator[Item]:
    """Everything that comes of one thing; at least one item, and no error that only this thing has."""
    reason = _why_skipped(found)
    if reason is not None:
        yield Skipped(found.locator, reason)
        return
    try:
        with found.open() as stream:
            yield from _opened(found, stream)
    except Exhausted as error:
        if found.holder.depth:
            raise  # the outermost archive is what ends here
        yield found.dropped(error.why, error.detail)
    except Unusable as error:
        yield found.dropped(error.why, error.detail)
    except OSError as error:
        yield found.dropped(Why.UNREADABLE, f"the system says: {error.strerror or error}")


def _why_skipped(found: Found) -> str | None:
    """Why this is no page of its own; a file that the user named is never skipped."""
    if found.holder.direct:
        return None
    if hidden(found.path):
        return "hidden"
    page = found.holder.listing.saved_page(found.path)
    if page is not None:
        return f"belongs to the saved page {page}"
    if no_page(found.name):
        return f"no page: {extension(found.name)}"
    return None


def _opened(found: Found, stream: BufferedReader) -> Iterator[Item]:
    head = stream.peek(HEAD)[:HEAD]
    if not head:
        raise Unusable(Why.EMPTY, "no bytes")
    kind = kind_of(found.name, head)
    if kind.form is Form.PAGE:
        yield read_page(found, stream, kind.media_type)
    elif kind.form not in OPENERS:
        raise Unusable(Why.UNSUPPORTED, f"a form that cannot be read; readable are {READABLE}")
    elif _must_be_set_aside(found, stream, kind.form):
        with set_aside(stream) as (file, size):
            aside = replace(found, open=lambda: BufferedReader(View(file, size), CHUNK), again=True, size=size)
            with aside.open() as whole:
                yield from OPENERS[kind.form](aside, whole, take)
    else:
        yield from OPENERS[kind.form](found, stream, take)


def _must_be_set_aside(found: Found, stream: BufferedReader, form: Form) -> bool:
    """True where the opener reads the bytes twice or out of order, and the stream allows one pass only."""
    if form in _SEEKING and not stream.seekable():
        return True
    return form in _OPENED_AGAIN and not found.again
