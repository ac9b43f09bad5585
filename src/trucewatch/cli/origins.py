"""Joins what finds origins: the tables of the world, and the dossier that a record is read with."""

from trucewatch.cli.entities import dossier_of
from trucewatch.dossiers.world import load_world
from trucewatch.record.protocols import Reader
from trucewatch.resolve.origins.corroboration import Corroborations


def corroborations(reader: Reader) -> Corroborations:
    """What finds origins and counts who bears out whom, by the dossier in force where it can be read."""
    return Corroborations(load_world(), dossier_of(reader))
