"""How strongly each look speaks for each place in a page: the sum of a table of hand-set weights."""

from typing import Final

from trucewatch.reading.plain.looks import Look
from trucewatch.reading.plain.page_weights import PAGE_WEIGHTS
from trucewatch.reading.plain.text_weights import TEXT_WEIGHTS
from trucewatch.reading.plain.weighing import Place

WEIGHTS: Final = (*TEXT_WEIGHTS, *PAGE_WEIGHTS)
_ABOVE: Final = (Place.TOP, Place.META, Place.CAPTION, Place.INSERT)


def emissions(look: Look) -> list[float]:
    """The gain of each place for a unit of this look, in the order of `Place`."""
    gains = [0.0] * len(Place)
    for weight in WEIGHTS:
        if weight.test(look):
            for place, gain in weight.gains:
                gains[place] += gain
    # Whatever stands before the headline is TOP: stamps, pictures and notices feel at home there too.
    gains[Place.TOP] = max(gains[p] for p in _ABOVE)
    return gains


def reasons(look: Look) -> list[str]:
    """Why a unit scores as it does, for people who tune the tables."""
    return [weight.why for weight in WEIGHTS if weight.test(look)]
