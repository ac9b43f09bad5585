"""The extractor's result found again on the page: which of the page's text nodes it took."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from trucewatch.reading.html.pieces import Piece, squeeze

_KEY = 16  # characters of a text node that it is looked up by
_MAX_CANDIDATES = 4  # places tried on either side, for each length of beginning
_MAX_GAP = 60  # text nodes passed over inside a segment: what the extractor cut out of a paragraph
_ANCHOR = 40  # characters from which a text that stands once on the page fixes the place of its neighbours


class _Page:
    """The page's text nodes in order, and where each beginning stands."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.nodes = [node for piece in pieces for node in piece.nodes]
        self.taken = [False] * len(self.nodes)
        self._starts: dict[str, list[int]] = defaultdict(list)
        for number, node in enumerate(self.nodes):
            self._starts[node[:_KEY]].append(number)

    def only(self, text: str) -> int | None:
        """The one node that `text` can begin with, if it is one."""
        lists = self._lists(text, 0)
        return lists[0][0] if len(lists) == 1 and len(lists[0]) == 1 else None

    def near(self, text: str, at: int, cursor: int, before: int) -> list[int]:
        """Nodes that `text` from `at` on can begin with: from `cursor` up to `before` first, then those behind.

        The nearest to what was found last stand first; where nothing was found yet, the nearest to what is next.
        """
        ahead: list[int] = []
        behind: list[int] = []
        for places in self._lists(text, at):
            first, end = bisect_left(places, cursor), bisect_right(places, before)
            ahead += (
                places[first : min(end, first + _MAX_CANDIDATES)]
                if cursor
                else places[max(0, end - _MAX_CANDIDATES) : end]
            )
            behind += places[max(0, first - _MAX_CANDIDATES) : first]
        return [*sorted(ahead, reverse=cursor == 0), *sorted(behind, reverse=True)]

    def run(self, text: str, at: int, start: int) -> tuple[list[int], int]:
        """The nodes from `start` on that make up `text` from `at` on, passing over some, and how far they reach."""
        used, gap = [], 0
        for number in range(start, len(self.nodes)):
            node = self.nodes[number]
            if text.startswith(node, at):
                used.append(number)
                at, gap = at + len(node), 0
                if at == len(text):
                    break
            elif (gap := gap + 1) > _MAX_GAP:
                break
        return used, at

    def _lists(self, text: str, at: int) -> list[list[int]]:
        """Nodes with the same first characters, and shorter ones that are whole beginnings of `text`."""
        keys = (text[at : at + length] for length in range(min(_KEY, len(text) - at), 0, -1))
        return [places for key in keys if (places := self._starts.get(key)) is not None]


def coverage(pieces: Sequence[Piece], segments: Sequence[Sequence[str]]) -> list[float]:
    """For each piece the share of its text that the segments hold, each segment standing in one place only.

    Where a text stands on the page more than once, the place that keeps the segments' order is taken.
    """
    page = _Page(pieces)
    texts = [[node for raw in segment if (node := squeeze(raw))] for segment in segments]
    limits = _limits(page, texts)
    cursor = 0
    for nodes, before in zip(texts, limits, strict=True):
        cursor = _take(page, nodes, cursor, before if before >= cursor else len(page.nodes))
    return _shares(pieces, page)


def _limits(page: _Page, texts: Sequence[Sequence[str]]) -> list[int]:
    """For each segment the place of the next one, itself included, that can stand in one place only."""
    limits, limit = [], len(page.nodes)
    for nodes in reversed(texts):
        text = "".join(nodes)
        anchor = page.only(text) if len(text) >= _ANCHOR else None
        limit = limit if anchor is None else anchor
        limits.append(limit)
    return limits[::-1]


def _take(page: _Page, nodes: Sequence[str], cursor: int, before: int) -> int:
    """Marks the nodes of one segment as taken and gives the place after them; the segment may stand in parts."""
    text, offsets, at = "".join(nodes), _offsets(nodes), 0
    while at < len(text):
        used, reached = _best(page, text, at, (cursor, before))
        for number in used:
            page.taken[number] = True
        if used:
            cursor, at = used[-1] + 1, reached
        else:
            later = bisect_left(offsets, at + 1)
            at = offsets[later] if later < len(offsets) else len(text)
    return cursor


def _best(page: _Page, text: str, at: int, window: tuple[int, int]) -> tuple[list[int], int]:
    """The longest run among the nearest places, those inside the window first."""
    best: tuple[list[int], int] = ([], at)
    for place in page.near(text, at, *window):
        if page.taken[place]:
            continue
        found = page.run(text, at, place)
        if found[1] > best[1]:
            best = found
        if best[1] == len(text):
            break
    return best


def _offsets(nodes: Sequence[str]) -> list[int]:
    """Where each node begins in the segment."""
    offsets, at = [], 0
    for node in nodes:
        offsets.append(at)
        at += len(node)
    return offsets


def _shares(pieces: Sequence[Piece], page: _Page) -> list[float]:
    taken = iter(page.taken)
    return [sum(len(node) for node in piece.nodes if next(taken)) / sum(map(len, piece.nodes)) for piece in pieces]
