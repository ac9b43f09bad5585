"""Commands: the one place that reads settings and joins the parts."""

from trucewatch.cli.main import main

__all__ = ["main"]
