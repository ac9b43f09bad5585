"""Who takes part: turns a range of the text into parties with their country and PLOVER sector."""

from trucewatch.extract.actors.coding import ActorCoder, PageActors

__all__ = ["ActorCoder", "PageActors"]
