"""`trucewatch show`: the views."""

from typing import ClassVar

import click

from trucewatch.cli.lazy import LazyGroup


class Views(LazyGroup):
    """The commands of `trucewatch show`."""

    commands_at: ClassVar[dict[str, str]] = {
        "ceasefires": "trucewatch.cli.ceasefires:ceasefires",
        "commitments": "trucewatch.cli.commitments:commitments",
        "contested": "trucewatch.cli.contested:contested",
        "decisions": "trucewatch.cli.decisions:decisions",
        "event": "trucewatch.cli.event:event",
        "events": "trucewatch.cli.events:events",
        "incidents": "trucewatch.cli.incidents:incidents",
        "offices": "trucewatch.cli.offices:offices",
        "pages": "trucewatch.cli.listing:pages",
        "people": "trucewatch.cli.people:people",
        "places": "trucewatch.cli.places:places",
        "sources": "trucewatch.cli.sources:sources",
        "statements": "trucewatch.cli.statements:statements",
        "timeline": "trucewatch.cli.listing:timeline",
    }


@click.group(cls=Views)
def show() -> None:
    """Show what the record holds; every row can be traced to its passage (--format json)."""
