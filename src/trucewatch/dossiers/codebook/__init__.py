"""Codebooks in YAML: their form, their loader, and the one that ships."""

from trucewatch.dossiers.codebook.loading import SHIPPED, load_codebook, load_kept_codebook, shipped_path

__all__ = ["SHIPPED", "load_codebook", "load_kept_codebook", "shipped_path"]
