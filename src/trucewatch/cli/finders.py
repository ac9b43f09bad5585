"""Joins what brings accounts of happenings together: rulings, the dossier in force, the tables of the world."""

from trucewatch.cli.entities import dossier_of
from trucewatch.dossiers.world import load_world
from trucewatch.record.contested import ContestFinder
from trucewatch.record.happenings import Joiner
from trucewatch.record.protocols import Reader, Scope
from trucewatch.record.truces import TruceFinder
from trucewatch.resolve.contests import ContestRegister
from trucewatch.resolve.happenings import HappeningJoiner
from trucewatch.resolve.truces import TruceRegister


def joiner(reader: Reader, scope: Scope) -> Joiner:
    """What brings the mentions of one happening together, reviewers' rulings heeded as far as the scope knows them."""
    return HappeningJoiner(reader.rulings(scope))


def truce_finder(reader: Reader) -> TruceFinder:
    """What tells ceasefires apart, by the dossier in force."""
    return TruceRegister(load_world(), dossier_of(reader))


def contest_finder() -> ContestFinder:
    """What lines up accounts that differ."""
    return ContestRegister()
