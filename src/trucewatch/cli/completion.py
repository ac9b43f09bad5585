"""`trucewatch completion`: the script that completes commands and options in a shell."""

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    Examples:
      trucewatch completion bash >> ~/.bashrc
      trucewatch completion zsh >> ~/.zshrc
      trucewatch completion fish > ~/.config/fish/completions/trucewatch.fish
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"no completion is known for {shell}")
    root = context.find_root().command
    click.echo(kind(root, {}, "trucewatch", "_TRUCEWATCH_COMPLETE").source())
