"""Commands: the one place that reads settings and joins the parts."""


def main() -> None:
    """The `trucewatch` command."""
