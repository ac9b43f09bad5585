"""Outlets under their many spellings: who publishes a page, and whom it relays."""

import re
from functools import cached_property
from urllib.parse import urlsplit

from trucewatch.record.ids import PageId
from trucewatch.record.resolved import Outlet, OutletRegister, RelayedFrom, Sourcing
from trucewatch.record.texts import Article, Relay

_GENERIC = re.compile(
    r"^(?:the\s+)|\s+(?:news\s+agency|news\s+service|press\s+agency|agency|newspaper|daily|website|web\s?site|channel|"
    r"tv\s+channel|television|broadcaster|magazine|news\s+site)$",
    re.IGNORECASE,
)
"""Words that pages put around an outlet's name without changing whom they mean."""

_NATIONALITY = re.compile(r"^[A-Z][a-z]+(?:an|ish|ese|ch|i)\s+(?=[A-Z])")
"""A nationality before the name ("the Russian Trud newspaper"); tried only where the name is unknown with it."""

MAX_NAME = 120
"""Code points; what is longer is a sentence that was taken for a name."""


class OutletIndex:
    """Finds the outlet that a name or an address means. Built once for a register, then read only."""

    def __init__(self, register: OutletRegister) -> None:
        self._register = register

    @cached_property
    def _by_name(self) -> dict[str, Outlet]:
        table: dict[str, Outlet] = {}
        for outlet in self._register.outlets:
            for word in (outlet.name, *outlet.aliases):
                table.setdefault(fold(word), Outlet(outlet.name, outlet.kind))
        return table

    @cached_property
    def _by_host(self) -> dict[str, Outlet]:
        return {h: Outlet(o.name, o.kind) for o in self._register.outlets for h in o.hosts}

    def named(self, name: str) -> Outlet:
        """The outlet of this name: the register's where it knows it, else one of the name as written, cleaned."""
        clean = _clean(name)
        return self._known(clean) or self._known(_NATIONALITY.sub("", clean)) or self._hosted(clean) or Outlet(clean)

    def at(self, address: str) -> Outlet | None:
        """The outlet whose host the address is on; None where the register has none."""
        try:
            host = urlsplit(address).hostname
        except ValueError:
            return None
        return self._hosted(host) if host else None

    def _known(self, name: str) -> Outlet | None:
        return self._by_name.get(fold(name))

    def _hosted(self, host: str) -> Outlet | None:
        labels = host.lower().split(".")
        for start in range(len(labels) - 1):
            if found := self._by_host.get(".".join(labels[start:])):
                return found
        return None


def fold(name: str) -> str:
    """The key under which spellings of one name meet: no case, article, generic word or outer punctuation."""
    return _strip_generic(" ".join(name.casefold().replace("’", "'").split()).strip(" /.,;:()[]'\""))


def _strip_generic(name: str) -> str:
    while (shorter := _GENERIC.sub("", name).strip()) and shorter != name:
        name = shorter
    return name


def _clean(name: str) -> str:
    bare = " ".join(name.split()).strip(' /.,;:()[]"“”«»')[:MAX_NAME]
    return _strip_generic(bare) or bare


def resolve_sourcing(page: PageId, article: Article, index: OutletIndex) -> Sourcing:
    """Who publishes the page and whom it relays; an outlet never counts as relaying itself."""
    outlet = index.named(article.outlet) if article.outlet else None
    if outlet is None and article.address:
        outlet = index.at(article.address)
    relayed = (_relayed(relay, index) for relay in article.relays)
    return Sourcing(page, outlet, tuple(r for r in relayed if r.outlet != outlet))


def _relayed(relay: Relay, index: OutletIndex) -> RelayedFrom:
    return RelayedFrom(index.named(relay.name), relay.name, relay.at)
