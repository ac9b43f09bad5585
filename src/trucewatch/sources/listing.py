"""All paths of one folder or archive: which files belong to a browser's saved page, which share a name."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property

from trucewatch.sources.names import file_name

_SAVED_PAGE = (".html", ".htm", ".xhtml", ".xht")

_FOLDER_WORDS = (
    "archivos arquivos bestanden bylos datoteke dosyalar elemei failid fails fajlovi ficheiros fichiers file files "
    "fitxategiak fitxers pliki soubory tiedostot"
).split()
_FOLDER_ENDINGS = (*(f"_{word}" for word in _FOLDER_WORDS), "-dateien", "-filer", ".files")
"""What browsers in several languages put after a page's name for the folder of its pictures and scripts."""


class Listing:
    """The '/'-separated paths of one folder or archive; asked for only when a question needs them."""

    def __init__(self, paths: Callable[[], Iterable[str]]) -> None:
        self._ask = paths
        self._counts: dict[str, int] = {}

    @cached_property
    def _paths(self) -> frozenset[str]:
        return frozenset(self._ask())

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        by_name: dict[str, list[str]] = defaultdict(list)
        for path in self._paths:
            by_name[file_name(path)].append(path)
        return by_name

    def saved_page(self, path: str) -> str | None:
        """The page to which `path` belongs because it lies in the folder that a browser saved with it."""
        parts = path.split("/")
        for depth, folder in enumerate(parts[:-1]):
            stem = _stem(folder)
            if stem is None:
                continue
            beside = "/".join([*parts[:depth], stem])
            for ending in _SAVED_PAGE:
                for candidate in (beside + ending, beside + ending.upper()):
                    if candidate in self._paths:
                        return candidate
        return None

    def ending_in(self, tail: str) -> int:
        """How many paths end in these parts."""
        if tail not in self._counts:
            alike = self._by_name.get(file_name(tail), ())
            self._counts[tail] = sum(path == tail or path.endswith(f"/{tail}") for path in alike)
        return self._counts[tail]


def _stem(folder: str) -> str | None:
    lowered = folder.lower()
    for ending in _FOLDER_ENDINGS:
        if lowered.endswith(ending) and len(folder) > len(ending):
            return folder[: -len(ending)]
    return None
