"""Command groups that import a command only when it is called: `show` need not wait for the readers of pages."""

from importlib import import_module
from typing import ClassVar

import click


class LazyGroup(click.Group):
    """A group whose commands are named as "module:attribute" and imported when asked for.

    The extractor, the language identifier and the tables of words take over a second to import; only the commands
    that read pages need them.
    """

    commands_at: ClassVar[dict[str, str]] = {}
    """Where each command is, in the order that help lists them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands' names, in the order given."""
        return [*self.commands_at, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if (place := self.commands_at.get(cmd_name)) is None:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = place.partition(":")
        command = getattr(import_module(module), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{place} is no command")
        return command
