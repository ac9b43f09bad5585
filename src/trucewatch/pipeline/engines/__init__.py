"""Engines run a recipe over batches of pages; they know nothing of the stages, the stages nothing of them."""

from trucewatch.pipeline.engines.base import Engine
from trucewatch.pipeline.engines.inline import InlineEngine
from trucewatch.pipeline.engines.processes import ProcessEngine

__all__ = ["Engine", "InlineEngine", "ProcessEngine"]
