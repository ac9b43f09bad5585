"""The shipped tables of the world and their loader."""

from trucewatch.dossiers.world.loader import load_world

__all__ = ["load_world"]
