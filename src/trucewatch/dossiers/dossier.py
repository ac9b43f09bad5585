"""Dossiers: the shipped ones by name, a user's own by file; every fault named with its file and line."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from trucewatch.dossiers import dossier_form as form
from trucewatch.dossiers.nodes import Fields, Node, Source
from trucewatch.errors import UsageError
from trucewatch.record.dossier import Dossier, DossierActor, DossierOffice, KnownAgreement
from trucewatch.record.kept import DocumentKind, KeptDocument
from trucewatch.record.resolved import EntityKind, Outlet, OutletRegister

SHIPPED: Final = ("menderal", "nagorno-karabakh")
TEMPLATE: Final = "template.yaml"
PARTS: Final = ("name", "title", "about", "sides", "actors", "offices", "places", "agreements", "outlets", "sources")
MAX_BYTES: Final = 4_000_000
"""A dossier is written by hand; a file larger than this is something else."""


@dataclass(frozen=True, slots=True)
class LoadedDossier:
    """A dossier with the text that it was read from, which the record keeps."""

    dossier: Dossier
    document: KeptDocument


def load_dossier(name_or_file: str) -> LoadedDossier:
    """The shipped dossier of this name, else the file. Raises UsageError naming file and line for what is wrong."""
    if name_or_file in SHIPPED:
        return _loaded(_shipped(f"{name_or_file}.yaml"), f"{name_or_file}.yaml")
    path = Path(name_or_file)
    if not path.exists():
        raise UsageError(
            f"{name_or_file}: no such dossier; shipped are {' and '.join(SHIPPED)}, any other is named by its file"
        )
    return _loaded(_own_text(path), str(path))


def template() -> str:
    """A dossier to begin from, with a word on each part."""
    return _shipped(TEMPLATE)


def _shipped(name: str) -> str:
    return files("trucewatch.dossiers").joinpath("conflicts", name).read_text("utf-8")


def _own_text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"{path}: {path.stat().st_size} bytes is more than a dossier may hold ({MAX_BYTES})")
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as a dossier: {error}") from error


def _loaded(text: str, file: str) -> LoadedDossier:
    dossier = parse_dossier(text, file)
    return LoadedDossier(dossier, KeptDocument(DocumentKind.DOSSIER, dossier.name, text))


def parse_dossier(text: str, file: str) -> Dossier:
    """The dossier that this YAML text states; `file` names it in errors."""
    fields = Source(text, file).root.fields("a dossier", PARTS, ("name", "title"))
    sides = fields.words("sides")
    actors = fields.each("actors", form.actor)
    offices = fields.each("offices", form.office)
    agreements = fields.each("agreements", form.agreement)
    dossier = Dossier(
        name=fields["name"].word(),
        title=fields["title"].word(),
        about=fields.word("about"),
        sides=sides,
        actors=(*actors, *_officials(actors, offices)),
        offices=offices,
        places=fields.each("places", form.place),
        agreements=agreements,
        outlets=fields.each("outlets", form.outlet),
        sources=fields.words("sources"),
    )
    _refuse_doubles(fields)
    _refuse_strangers(fields, dossier)
    return dossier


def _officials(actors: Iterable[DossierActor], offices: Iterable[DossierOffice]) -> Iterator[DossierActor]:
    """The persons who are named as holders alone."""
    known = {actor.name for actor in actors}
    names = dict.fromkeys(h.person for o in offices for h in o.holders if h.person not in known)
    yield from (DossierActor(name, EntityKind.PERSON) for name in names)


def _nodes(fields: Fields, part: str) -> Iterator[Fields]:
    """The part's mappings, which have been read once and hold no fault of form."""
    keys = {"actors": form.ACTOR, "offices": form.OFFICE, "agreements": form.AGREEMENT, "outlets": form.OUTLET}[part]
    if part in fields:
        yield from (node.fields(part, keys) for node in fields[part].items())


def _refuse_doubles(fields: Fields) -> None:
    for part, more in (("actors", "names"), ("agreements", "names"), ("outlets", "aliases")):
        owners: dict[str, str] = {}
        for item in _nodes(fields, part):
            name = item["name"].word()
            for node in (item["name"], *(item[more].items() if more in item else ())):
                if (owner := owners.setdefault(node.word().casefold(), name)) != name:
                    raise node.wrong(f"{node.word()!r} names both {owner!r} and {name!r}; leave it with one of them")


def _refuse_strangers(fields: Fields, dossier: Dossier) -> None:
    """What a part refers to has to stand in the dossier, or a slip of the pen would silently be a new thing."""
    actors = {name for actor in dossier.actors for name in (actor.name, *actor.names)}
    for item in _nodes(fields, "actors"):
        _known(item, "of", actors, "actor")
        _known(item, "side", set(dossier.sides), "side")
    for item in _nodes(fields, "offices"):
        _known(item, "of", actors, "actor")
    for item in _nodes(fields, "agreements"):
        for node in _references(item):
            _refuse_stranger(node, actors, "actor")


def _references(agreement: Fields) -> Iterator[Node]:
    lists = [agreement[key] for key in ("parties", "guarantors") if key in agreement]
    for provision in agreement["provisions"].items() if "provisions" in agreement else ():
        inner = provision.fields("a provision", form.PROVISION)
        lists += [inner[key] for key in ("by", "to") if key in inner]
    for node in lists:
        yield from node.items()


def _known(item: Fields, key: str, known: set[str], what: str) -> None:
    if key in item:
        _refuse_stranger(item[key], known, what)


def _refuse_stranger(node: Node, known: set[str], what: str) -> None:
    if node.word() not in known:
        raise node.wrong(f"{node.word()!r} is no {what} of this dossier; add it, or write it as it stands there")


def with_outlets(register: OutletRegister, outlets: Iterable[Outlet]) -> OutletRegister:
    """The register with these outlets added, or put in place of those of the same name."""
    by_name = {o.name: o for o in register.outlets}
    by_name.update({o.name: o for o in outlets})
    return OutletRegister(tuple(by_name.values()))


def unsettled(dossier: Dossier) -> Iterator[str]:
    """What is right in form and worth a second look: each a sentence."""
    for actor in dossier.actors:
        if actor.kind is not EntityKind.PERSON and actor.code is None and actor.of is None:
            yield f"{actor.name} has neither a code nor whom it belongs to; its events will have no code"
    unplaced = [place.name for place in dossier.places if place.at is None]
    if unplaced:
        # The gazetteer would put a village of the same name on the map, and the dossier knows better.
        yield f"{', '.join(unplaced)}: without coordinates, and the gazetteer is not asked for places of the dossier"
    yield from _undated(dossier.agreements)


def _undated(agreements: Iterable[KnownAgreement]) -> Iterator[str]:
    yield from (f"{a.name} has no date of signature" for a in agreements if a.signed is None)


def renamed(text: str, name: str) -> str:
    """The template under a name of the user's."""
    return text.replace("name: my-conflict", f"name: {json.dumps(name)}", 1)
