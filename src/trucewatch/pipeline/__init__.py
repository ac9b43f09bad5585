"""Stages joined into recipes, the engines that run them, and the account of every page."""

from trucewatch.pipeline.analyse import Analysis, analyse
from trucewatch.pipeline.coding_recipe import CodingOptions, coding_recipe
from trucewatch.pipeline.engines import Engine, InlineEngine, ProcessEngine
from trucewatch.pipeline.lines import LineLoader, Loaded
from trucewatch.pipeline.load import load_lines
from trucewatch.pipeline.reading_recipe import RecipeOptions, reading_recipe
from trucewatch.pipeline.run import ReadRun
from trucewatch.pipeline.syntax_recipe import syntax_recipe

__all__ = [
    "Analysis",
    "CodingOptions",
    "Engine",
    "InlineEngine",
    "LineLoader",
    "Loaded",
    "ProcessEngine",
    "ReadRun",
    "RecipeOptions",
    "analyse",
    "coding_recipe",
    "load_lines",
    "reading_recipe",
    "syntax_recipe",
]
