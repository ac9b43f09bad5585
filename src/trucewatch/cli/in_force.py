"""Which dossier and codebook a record is read with: the last that were chosen for it stay in force until others are.

A choice is a kept document of its own, since a version that is kept already is not kept again when it is chosen again.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from trucewatch.cli.options import current_scope
from trucewatch.dossiers.codebook.loading import LoadedCodebook
from trucewatch.dossiers.dossier import LoadedDossier, parse_dossier
from trucewatch.errors import UsageError
from trucewatch.record.codebook import Codebook
from trucewatch.record.codec import Json, canonical, from_json, to_json
from trucewatch.record.kept import DocumentKind, KeptDocument
from trucewatch.record.protocols import Reader, Scope

DOSSIER: Final = "dossier"
CODEBOOK: Final = "codebook"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A kept document that is in force."""

    document: KeptDocument
    rules: Json = None
    """Of a codebook: its rules as they were loaded, since its text is of several files whose places are not kept."""

    def dossier(self) -> LoadedDossier:
        """The dossier; UsageError that says what to do where this version of the program cannot read it."""
        try:
            return LoadedDossier(parse_dossier(self.document.body, f"kept dossier {self.document.name}"), self.document)
        except UsageError as error:
            raise UsageError(f"{error}; name it anew with --dossier, or leave it out: --dossier none") from error

    def codebook(self) -> LoadedCodebook:
        """The codebook; UsageError likewise."""
        try:
            return LoadedCodebook(from_json(Codebook, self.rules), self.document)
        except (TypeError, ValueError) as error:
            raise UsageError(
                f"kept codebook {self.document.name}: of another version of trucewatch ({error}); "
                "name it anew with --codebook, or take the one that ships: --codebook shipped"
            ) from error


@dataclass(frozen=True, slots=True)
class InForce:
    """What was chosen last for a record; None stands for no dossier, and for the codebook that ships."""

    dossier: Chosen | None = None
    codebook: Chosen | None = None
    choices: int = 0
    """How many choices were kept so far."""

    def choices_to(self, dossier: LoadedDossier | None, codebook: LoadedCodebook | None) -> tuple[KeptDocument, ...]:
        """What to keep so that these are in force from here on: nothing for what is so already."""
        made, number = list[KeptDocument](), self.choices + 1
        if _id(self.dossier) != _id(dossier):
            made.append(_choice(DOSSIER, number, {"document": _id(dossier)}))
        if _id(self.codebook) != _id(codebook):
            rules = to_json(codebook.codebook) if codebook else None
            made.append(_choice(CODEBOOK, number, {"document": _id(codebook), "rules": rules}))
        return tuple(made)


def in_force(reader: Reader) -> InForce:
    """What is in force in a record."""
    choices = reader.documents(DocumentKind.CHOICE)
    return InForce(_last(reader, choices, DOSSIER), _last(reader, choices, CODEBOOK), len(choices))


def _id(found: Chosen | LoadedDossier | LoadedCodebook | None) -> str | None:
    return found.document.id if found else None


def _choice(what: str, number: int, chosen: dict[str, Json]) -> KeptDocument:
    """The number tells a choice from the same one made before."""
    return KeptDocument(DocumentKind.CHOICE, what, canonical({"number": number, **chosen}))


def _last(reader: Reader, choices: Sequence[KeptDocument], what: str) -> Chosen | None:
    bodies = [json.loads(choice.body) for choice in choices if choice.name == what]
    if not bodies or bodies[-1]["document"] is None:
        return None
    kept = {document.id: document for document in reader.documents(DocumentKind(what))}
    return Chosen(kept[bodies[-1]["document"]], bodies[-1].get("rules"))


def scope_in(reader: Reader) -> Scope:
    """The scope that the options of the running command mean, outlets as the record's dossier spells them too."""
    scope = current_scope()
    chosen = in_force(reader).dossier if scope.outlets else None
    try:
        outlets = chosen.dossier().dossier.outlets if chosen else ()
    except UsageError:
        return scope  # of another version of the program, whose form is no longer read
    names = {w.casefold(): o.name for o in outlets for w in (*o.hosts, *o.aliases, o.name)}
    return replace(scope, outlets=tuple(names.get(w.strip().casefold(), w) for w in scope.outlets))
