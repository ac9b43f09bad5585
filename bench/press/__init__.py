"""An invented press: documents by the hundred thousand, as the lines that `analyse` would print of them.

A seeded program writes them, so every run makes the same ones. Conflicts go on for years side by side; each day has its
stories, and each story is told by several outlets: in their own words, off an agency's wire, or days later.
"""

from bench.press.documents import documents

__all__ = ["documents"]
