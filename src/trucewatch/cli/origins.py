"""Joins what finds origins: the tables of the world, and the dossier that a record is read with."""

from trucewatch.cli.in_force import in_force
from trucewatch.dossiers.world import load_world
from trucewatch.errors import UsageError
from trucewatch.record.protocols import Reader
from trucewatch.resolve.origins.corroboration import Corroborations


def corroborations(reader: Reader) -> Corroborations:
    """What finds origins and counts who bears out whom, by the dossier in force where it can be read."""
    chosen = in_force(reader).dossier
    try:
        dossier = chosen.dossier().dossier if chosen else None
    except UsageError:
        dossier = None  # of another version of the program, whose form is no longer read
    return Corroborations(load_world(), dossier)
