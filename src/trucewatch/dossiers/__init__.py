"""Shipped YAML about conflicts and outlets, its schema and its loader."""

from trucewatch.dossiers.outlets import load_outlets

__all__ = ["load_outlets"]
