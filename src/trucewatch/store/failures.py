"""What a database's failure means to the caller: try again, mend the record, or ask for something else."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from sqlalchemy.exc import DBAPIError

from trucewatch.errors import TrucewatchError


class Judge(Protocol):
    """What knows a database's own errors."""

    native: tuple[type[Exception], ...]
    """The errors that the database's driver raises where it is used directly."""

    def meaning(self, error: BaseException) -> TrucewatchError | None:
        """The error to raise instead; None where it is a fault of this program."""
        ...


@contextmanager
def judged(judge: Judge) -> Iterator[None]:
    """Raise a database's errors as RetryLater or RecordError, with the first one as their cause."""
    failures: tuple[type[Exception], ...] = (DBAPIError, OSError, *judge.native)
    try:
        yield
    except failures as error:
        native = error.orig if isinstance(error, DBAPIError) else error
        meaning = None if native is None else judge.meaning(native)
        if meaning is None:
            raise
        raise meaning from error
