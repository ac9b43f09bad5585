"""A thing that was found, in a folder or an archive, on its way to becoming a page or being opened further."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BufferedReader

from trucewatch.record.outcomes import Dropped, Skipped, Why
from trucewatch.record.pages import Captured, Given
from trucewatch.sources.bounds import Budget, Unusable
from trucewatch.sources.listing import Listing
from trucewatch.sources.options import STAGE, SourceOptions

Item = Captured | Dropped | Skipped


@dataclass(frozen=True, slots=True)
class Holder:
    """The argument, folder or archive that holds things, and the bounds under which they are read."""

    options: SourceOptions
    listing: Listing
    written: str
    """Where it lies, as an absolute path, so that a table's row can name more than the locator has."""
    budget: Budget
    """Shared by all that lies in one outermost archive; outside archives nothing is counted into it."""
    depth: int = 0
    """How many packed things were opened on the way here."""
    direct: bool = False
    """True for a file that the user named."""

    def given(self, path: str) -> Given:
        """What is stated of the page at `path`."""
        options = self.options
        if options.meta is None:
            return options.given
        return options.meta.given(path, self.written, self.listing.ending_in, options.given)


@dataclass(frozen=True, slots=True)
class Found:
    """One file or archive member, not yet read."""

    path: str
    """Its path in its holder, as shown."""
    locator: str
    name: str
    """The file name that tells its form; once unpacked, without the packer's extension."""
    holder: Holder
    open: Callable[[], BufferedReader]
    """A stream from its first byte; raises `Unusable` or OSError."""
    again: bool = True
    """False where `open` may be called only once (a member of a tar)."""
    size: int | None = None
    """Bytes, where they are stated before reading; a hostile archive can lie."""
    packed: int | None = None
    """Bytes that it takes up in its archive, where known."""

    def dropped(self, why: Why, detail: str) -> Dropped:
        """This thing as a drop with its reason."""
        return Dropped(self.locator, STAGE, why, detail)

    def inside(self, listing: Listing | None = None) -> Holder:
        """The holder of what this packed thing holds; raises `Unusable` where it lies too deep.

        Without a listing this is a packer of one file, which stands for the file it holds.
        """
        limits = self.holder.options.limits
        if self.holder.depth >= limits.nesting:
            detail = f"packed more than {limits.nesting} deep; unpack it yourself if you trust it"
            raise Unusable(Why.BOMB, detail)
        budget = self.holder.budget if self.holder.depth else Budget(self.size, limits)
        inner = replace(self.holder, budget=budget, depth=self.holder.depth + 1)
        if listing is None:
            return inner
        return replace(inner, listing=listing, written=f"{self.holder.written}/{self.path}!", direct=False)


Take = Callable[[Found], Iterator[Item]]
"""What an opener calls for each thing inside: it ends in one item, or in those of what it holds."""

Opener = Callable[[Found, BufferedReader, Take], Iterator[Item]]
"""How one form is opened: the thing, its stream at the first byte, and what to do with the things inside it."""
