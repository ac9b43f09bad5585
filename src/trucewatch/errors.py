"""Errors named by what the caller should do next; every message names the thing, the value and the way out."""


class TrucewatchError(Exception):
    """Base of all errors that Trucewatch raises on purpose."""


class PageError(TrucewatchError):
    """This page cannot be used; record why, go on."""


class RetryLater(TrucewatchError):
    """The thing may be fine; the same call can succeed later (a locked database, a full disk)."""


class SourceRefused(TrucewatchError):
    """The source does not want to be asked; stop asking it in this run."""


class RecordError(TrucewatchError):
    """The record cannot be opened or does not hold what it should; nothing was written."""


class UsageError(TrucewatchError):
    """What the user asked for cannot mean anything; say so and stop (exit code 2)."""
