"""Reads the parts of a dossier from its YAML, each fault named with its file and line."""

import re
from typing import Final

from trucewatch.dossiers.nodes import Node
from trucewatch.dossiers.world.loader import point
from trucewatch.record.dates import PartialDate
from trucewatch.record.dossier import (
    DossierActor,
    DossierOffice,
    DossierPlace,
    KnownAgreement,
    OfficeHolder,
    PlaceName,
    Provision,
)
from trucewatch.record.resolved import EntityKind, OfficeHeld, Outlet, OutletKind

ACTOR: Final = ("name", "kind", "code", "sector", "side", "of", "names", "people", "seats")
OFFICE: Final = ("title", "of", "names", "holders")
HOLDER: Final = ("who", "since", "until")
PLACE: Final = ("name", "names", "at", "country", "precision")
AGREEMENT: Final = tuple("name names parties guarantors signed in-force until provisions source".split())
PROVISION: Final = ("what", "by", "to", "due")
OUTLET: Final = ("name", "kind", "aliases", "hosts")
PRECISIONS: Final = ("exact", "region", "country")
_CODE: Final = re.compile(r"[A-Z]{3}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")


def actor(node: Node) -> DossierActor:
    """One actor."""
    fields = node.fields("an actor", ACTOR, ("name", "kind"))
    kinds = [kind.value for kind in EntityKind if kind is not EntityKind.PLACE]
    return DossierActor(
        name=fields["name"].word(),
        kind=EntityKind(fields["kind"].one_of(kinds, "kind of actor")),
        code=code(fields["code"]) if "code" in fields else None,
        sector=code(fields["sector"]) if "sector" in fields else None,
        side=fields.word("side"),
        of=fields.word("of"),
        names=fields.words("names"),
        people=fields.words("people"),
        seats=fields.words("seats"),
    )


def code(node: Node) -> str:
    """Three capital letters: a country's, or a sector's."""
    word = node.word()
    if not _CODE.fullmatch(word):
        raise node.wrong(f"{word!r} is no code; write three capital letters, as in ISO 3166-1 alpha-3 and PLOVER")
    return word


def office(node: Node) -> DossierOffice:
    """One office; those who held it stand in the order of time, no two at once."""
    fields = node.fields("an office", OFFICE, ("title", "of", "holders"))
    title = fields["title"].word()
    holders: list[OfficeHolder] = []
    for item in fields["holders"].items():
        holders.append(_holder(item, title))
        if len(holders) > 1:
            _refuse_overlap(item, *holders[-2:])
    return DossierOffice(title, fields["of"].word(), fields.words("names"), tuple(holders))


def _holder(node: Node, title: str) -> OfficeHolder:
    fields = node.fields("a holder", HOLDER, ("who",))
    since, until = (date(fields[key]) if key in fields else None for key in ("since", "until"))
    if since and until and _before(until, since):
        raise node.wrong(f"{fields['who'].word()} leaves the office on {until}, before the beginning on {since}")
    return OfficeHolder(fields["who"].word(), OfficeHeld(title, since, until))


def _refuse_overlap(node: Node, earlier: OfficeHolder, later: OfficeHolder) -> None:
    """A day of change may be the one's last and the other's first; more than that, two would hold it at once."""
    until, since = earlier.held.until, later.held.since
    if until is None or since is None:
        missing = f"the end of {earlier.person}" if until is None else f"the beginning of {later.person}"
        raise node.wrong(f"{later.person} follows {earlier.person} as {later.held.office}; say {missing}")
    if _before(since, until):
        raise node.wrong(
            f"{later.person} is {later.held.office} from {since}, while {earlier.person} is until {until}; "
            "the dates of an office may not overlap, and holders stand in the order of time"
        )


def _before(one: str, other: str) -> bool:
    """Whether a date lies before another, as far as the coarser of the two says."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


def date(node: Node) -> str:
    """A day, month or year."""
    word = node.word()
    try:
        found = PartialDate(word)
    except ValueError as error:
        raise node.wrong(f"{word!r} is not a date; write 2020, 2020-11 or 2020-11-09") from error
    if "X" in found.value:
        raise node.wrong(f"{word!r} leaves a part open; write 2020, 2020-11 or 2020-11-09")
    return found.value


def place(node: Node) -> DossierPlace:
    """One place with its names by language."""
    fields = node.fields("a place", PLACE, ("name",))
    return DossierPlace(
        name=fields["name"].word(),
        names=_place_names(fields["names"]) if "names" in fields else (),
        at=point(fields["at"]) if "at" in fields else None,
        country=code(fields["country"]) if "country" in fields else None,
        precision=fields["precision"].one_of(PRECISIONS, "precision") if "precision" in fields else "exact",
    )


def _place_names(node: Node) -> tuple[PlaceName, ...]:
    """Names by language: {az: Xankendi, hy: [one, another]}."""
    found = []
    for language, value in node.pairs():
        if not _LANGUAGE.fullmatch(language.word()):
            raise language.wrong(f"{language.word()!r} is no language; write its ISO 639 code: az, hy, ru")
        words = [item.word() for item in value.items()] if value.is_list else [value.word()]
        found += [PlaceName(word, language.word()) for word in words]
    return tuple(found)


def agreement(node: Node) -> KnownAgreement:
    """One known agreement."""
    fields = node.fields("an agreement", AGREEMENT, ("name", "parties"))
    signed, in_force, until = (date(fields[k]) if k in fields else None for k in ("signed", "in-force", "until"))
    return KnownAgreement(
        name=fields["name"].word(),
        names=fields.words("names"),
        parties=fields.words("parties"),
        guarantors=fields.words("guarantors"),
        signed=signed,
        in_force=in_force,
        until=until,
        provisions=fields.each("provisions", _provision),
        source=fields.word("source"),
    )


def _provision(node: Node) -> Provision:
    fields = node.fields("a provision", PROVISION, ("what",))
    due = date(fields["due"]) if "due" in fields else None
    return Provision(fields["what"].word(), fields.words("by"), fields.words("to"), due)


def outlet(node: Node) -> Outlet:
    """One outlet, as in the register of outlets."""
    fields = node.fields("an outlet", OUTLET, ("name",))
    kind = fields["kind"].one_of([k.value for k in OutletKind], "kind of outlet") if "kind" in fields else "unknown"
    hosts = tuple(host.lower() for host in fields.words("hosts"))
    return Outlet(fields["name"].word(), OutletKind(kind), fields.words("aliases"), hosts)
