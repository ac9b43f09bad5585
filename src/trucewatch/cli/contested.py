"""`trucewatch show contested`: accounts that differ, lined up, each under its author's name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from trucewatch.cli.finders import contest_finder, joiner
from trucewatch.cli.in_force import scope_in
from trucewatch.cli.options import Asked, Choices, Command, format_option, laid_over, record_option, scope_options
from trucewatch.cli.output import Layout, put_out
from trucewatch.cli.parts import store
from trucewatch.cli.registers import no_events
from trucewatch.cli.tables import Cell, shortened
from trucewatch.record.contested import Difference
from trucewatch.settings import Settings
from trucewatch.views.contested import SoughtContests
from trucewatch.views.contested import contested as contested_view
from trucewatch.views.register_rows import ContestedAccount, ContestedListRow

WORDS = 200
"""Code points of an account that a table shows; JSON and CSV give all."""
ACCOUNTS = 6
"""Accounts that a table shows, the earliest; JSON and CSV give all."""
_ASKED = Asked("sought-contests", SoughtContests())
NO_SUCH = (
    "nothing contested was found: widen --since, --until, --as-of, --outlet or what else is asked for; accounts that "
    "no rule lines up are in `show events` and `show statements`"
)


def _options(command: Command) -> Command:
    """`--difference`, `--by`, `--about`."""
    return laid_over(
        command,
        _ASKED.lay,
        [
            ("--difference", "difference", {"type": Choices(Difference), "help": "Only what differs in this."}),
            ("--by", "by", {"help": "Only where this speaker gives one of the accounts; outlet for outlets."}),
            ("--about", "about", {"help": "Only where these words stand in the topic or the accounts."}),
        ],
    )


def _cells(row: ContestedListRow) -> Sequence[Cell]:
    return (row.date or "(not dated)", row.difference), row.topic, tuple(_accounts(row.accounts))


def _accounts(accounts: Sequence[ContestedAccount]) -> Iterator[str]:
    for account in accounts[:ACCOUNTS]:
        yield f"{account.by} [{account.differs}], {account.outlet or '(outlet not known)'} {account.published or ''}"
        yield f"   {shortened(account.says, WORDS)}"
    if len(accounts) > ACCOUNTS:
        yield f"and {len(accounts) - ACCOUNTS} more"


CONTESTED = Layout(ContestedListRow, (("When", 12), ("What", 26), ("Who says what", None)), _cells, "")


@click.command()
@_options
@record_option
@scope_options
@format_option
@click.pass_obj
def contested(settings: Settings, form: str) -> int:
    """What is contested: whether, who, when, where, how many, what to call it, why, and whether it is kept.

    \b
    Examples:
      trucewatch show contested --since 2020-11 --until 2020-12
      trucewatch show contested --difference "how many" --format csv > figures.csv
    """
    with store(settings).reader() as reader:
        scope = scope_in(reader)
        rows = contested_view(reader, scope, _ASKED.current(), joiner(reader, scope), contest_finder())
        empty = "" if rows.rows else no_events(reader) or NO_SUCH
    return put_out(rows, replace(CONTESTED, empty=empty), form)
