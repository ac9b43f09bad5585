"""Stages joined into recipes, the engines that run them, and the account of every page."""
