"""What joins persons, offices, bodies and places: the world's states and the dossier that a record is read with."""

from trucewatch.cli.in_force import in_force
from trucewatch.dossiers.world import load_world
from trucewatch.errors import UsageError
from trucewatch.record.dossier import Dossier
from trucewatch.record.protocols import Reader
from trucewatch.resolve import PeopleJoiner, PlacesByPoint, States, known_states


def dossier_of(reader: Reader) -> Dossier | None:
    """The dossier that the record is read with; None where there is none, or this version cannot read it."""
    chosen = in_force(reader).dossier
    try:
        return chosen.dossier().dossier if chosen else None
    except UsageError:
        return None  # of another version of the program, whose form is no longer read


def place_joiner(reader: Reader) -> PlacesByPoint:
    """Joins places by their points and by the names that the record's dossier has for them."""
    return PlacesByPoint(dossier_of(reader))


def people_joiner(reader: Reader) -> PeopleJoiner:
    """Joins persons, offices and bodies by what the record's dossier and the world know."""
    dossier = dossier_of(reader)
    return PeopleJoiner(States(known_states(load_world(), dossier)), dossier)
