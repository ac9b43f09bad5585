"""What happens on a day: stories, each an event with the side, the place and the people it is told of."""

import random
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bench.press import world
from bench.press.templates import STATUSES, TOLD, Told
from bench.press.world import Conflict, Side, Town

STORIES_A_DAY = 8


@dataclass(frozen=True, slots=True)
class Story:
    """One happening, as all outlets could tell it."""

    seed: str
    day: date
    conflict: Conflict
    actor: Side
    other: Side
    town: Town
    told: Told
    figure: int
    status: str

    def office(self, side: Side, office: str) -> tuple[str, ...]:
        """The spellings of the name of who holds a side's office when the story happens."""
        return world.who_holds(self.conflict.number, self.conflict.sides.index(side), office, self.day)


@lru_cache(maxsize=64)
def stories(seed: int, day: date) -> tuple[Story, ...]:
    """The stories of a day; conflicts at war have more of them than others."""
    chance = random.Random(f"stories {seed} {day}")  # noqa: S311 - reproducible, no secret
    weights = [1 + 4 * (((day - world.FIRST_DAY).days // 90 + n) % 5 == 0) for n in range(world.CONFLICTS)]
    numbers = chance.choices(range(world.CONFLICTS), weights, k=STORIES_A_DAY)
    return tuple(_story(chance, f"{seed} {day} {at}", day, world.conflict(n)) for at, n in enumerate(numbers))


def _story(chance: random.Random, seed: str, day: date, conflict: Conflict) -> Story:
    actor, other = chance.sample(conflict.sides, 2)
    # A few towns are in the news most of the time.
    town = conflict.towns[min(int(chance.expovariate(0.2)), len(conflict.towns) - 1)]
    told, status = chance.choice(TOLD), chance.choice(STATUSES)
    return Story(seed, day, conflict, actor, other, town, told, chance.randrange(2, 60), status)
