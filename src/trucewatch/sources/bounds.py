"""What stops a hostile archive: one budget for everything unpacked from one file, and the errors that end a thing."""

from collections.abc import Iterator
from contextlib import contextmanager

from trucewatch.errors import PageError
from trucewatch.record.outcomes import Why
from trucewatch.sources.options import Limits, size_words


class Unusable(PageError):
    """The file, member or archive being read cannot be used, or not to its end; the others go on."""

    def __init__(self, why: Why, detail: str) -> None:
        super().__init__(detail)
        self.why = why
        self.detail = detail


class Exhausted(Unusable):
    """The budget of the outermost archive is spent: nothing more of it is read, at whatever depth this was noticed."""

    def __init__(self, detail: str) -> None:
        super().__init__(Why.BOMB, f"{detail}; unpack it yourself and read the folder if you trust it")


class Budget:
    """What may still be unpacked from one file, archives inside archives counted at every level."""

    def __init__(self, packed: int | None, limits: Limits) -> None:
        """Begin with nothing spent; `packed` is the file's own size, None where it is not known (a pipe)."""
        self._packed = packed
        self._limits = limits
        self._spent = 0
        self._members = 0

    def spend(self, count: int) -> None:
        """Count `count` unpacked bytes; raises `Exhausted` once they pass the total or the ratio."""
        self._spent += count
        if self._spent > self._limits.unpacked_bytes:
            raise Exhausted(f"unpacks to more than {size_words(self._limits.unpacked_bytes)}")
        if self._packed is not None and is_bomb(self._spent, self._packed, self._limits):
            raise Exhausted(f"unpacks to more than {self._limits.ratio} times its size of {size_words(self._packed)}")

    def enter(self) -> None:
        """Count one more entry of an archive."""
        self._members += 1
        if self._members > self._limits.members:
            raise Exhausted(f"holds more than {self._limits.members} entries")

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is spent inside is given back: a second look at the same bytes is bounded, but not counted twice."""
        spent, members = self._spent, self._members
        try:
            yield
        finally:
            self._spent, self._members = spent, members


def is_bomb(unpacked: int, packed: int, limits: Limits) -> bool:
    """True where so much from so little is no page or archive of pages."""
    return unpacked > limits.ratio_from and unpacked > limits.ratio * max(packed, 1)
