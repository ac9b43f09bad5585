"""`trucewatch codebook`: check a codebook, explain what it makes of a page, show its rules."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from trucewatch.cli.engine import recipe_options
from trucewatch.cli.options import Choices
from trucewatch.cli.parts import limits
from trucewatch.cli.tables import print_table, printable, shortened
from trucewatch.dossiers.codebook import load_codebook
from trucewatch.errors import UsageError
from trucewatch.extract import language_model, read_language
from trucewatch.extract.codebook.explain import Explained, Fired, explain
from trucewatch.extract.codebook.lexicon import Lexicon
from trucewatch.extract.codebook.proof import Tried, prove
from trucewatch.pipeline import reading_recipe
from trucewatch.pipeline.coding_recipe import passages
from trucewatch.record.codebook import CATEGORIES, Rule
from trucewatch.record.language import Language
from trucewatch.record.mentions import Track
from trucewatch.record.outcomes import Dropped, Skipped
from trucewatch.record.protocols import KeptPage
from trucewatch.record.texts import Text
from trucewatch.settings import Settings
from trucewatch.sources import SourceOptions, capture

FAILED = 1
_Path = click.Path(path_type=Path)


@click.group()
def codebook() -> None:
    """The rules that say which words name which event: check, explain, show."""


@codebook.command()
@click.argument("file", type=_Path, required=False)
@click.pass_obj
def check(settings: Settings, file: Path | None) -> int:
    """Read a codebook, name every slip with file and line, and run the examples written in it.

    Without FILE the codebook that ships. Exit code 1 where an example fails, 2 where the file cannot be used.

    \b
    Example:
      trucewatch codebook check my-codebook.yaml
    """
    book = load_codebook(file)
    own = [rule for rule in book.rules if file is None or Path(rule.file).resolve() == file.resolve()]
    tried = list(prove(book, _Reader(settings), own))
    failed = [t for t in tried if t.fault is not None]
    for one in failed:
        click.echo(f"{one.rule.file}:{one.example.line}: {one.rule.id}: {one.fault}: {one.example.text}", err=True)
    _print_hits(own, tried)
    click.echo(f"{book.name}: {len(book.rules)} rules, {len(tried)} examples run, {len(failed)} failed")
    return FAILED if failed else 0


def _print_hits(rules: list[Rule], tried: list[Tried]) -> None:
    """Each rule with how many of its examples did what they should."""
    total, good = Counter(t.rule.id for t in tried), Counter(t.rule.id for t in tried if t.fault is None)
    rows = [(rule.id, f"{good[rule.id]} of {total[rule.id]}" if total[rule.id] else "no example") for rule in rules]
    print_table([("rule", None), ("examples met", 14)], rows)


@codebook.command(name="explain")
@click.argument("page", type=_Path)
@click.option("--codebook", "file", type=_Path, help="Another codebook than the one that ships.")
@click.option("--all", "everything", is_flag=True, help="Also the sentences in which no word of any rule stands.")
@click.pass_obj
def explain_page(settings: Settings, page: Path, file: Path | None, everything: bool) -> int:
    """Say of every sentence of a page which rule fired, which nearly did, and why not.

    \b
    Example:
      trucewatch codebook explain page.html --codebook my-codebook.yaml
    """
    lexicon = Lexicon(load_codebook(file))
    for work in reading_recipe(recipe_options(settings)).works(_pages(settings, page)):
        if work.dropped is not None:
            raise _unreadable(work.dropped)
        for told in explain(passages(work), lexicon):
            if everything or told.fired or told.near:
                _print_sentence(told)
    return 0


def _pages(settings: Settings, page: Path) -> Iterator[KeptPage]:
    """The pages in the file; raises UsageError where one cannot be read."""
    for item in capture([str(page)], SourceOptions(limits=limits(settings))):
        if isinstance(item, Dropped):
            raise _unreadable(item)
        if not isinstance(item, Skipped):
            yield KeptPage(item.page, item.data, item.given, item.locator)


def _unreadable(dropped: Dropped) -> UsageError:
    return UsageError(f"{printable(dropped.item)}: {dropped.why}: {printable(dropped.detail)}")


def _print_sentence(told: Explained) -> None:
    click.echo(printable(told.sentence))
    for one in told.fired:
        click.echo(f"  fired  {printable(one.trigger)}: {one.rule} ({one.code}; {one.status}{_because(one)})")
        for role, words in (("by", one.actors), ("to", one.recipients)):
            if words:
                click.echo(f"         {role} {printable('; '.join(words))}")
        if one.event is not None:
            date = one.event.date or "not dated"
            through = f" (as {printable(one.event.reported_by)} reports)" if one.event.reported_by else ""
            click.echo(f"         told by {printable(one.event.asserted_by)}{through}; {date}")
    for near in told.near:
        click.echo(f"  not    {printable(near.trigger)}: {near.rule}: {shortened(near.why, 160)}")
    click.echo("")


def _because(one: Fired) -> str:
    return f" by {printable(one.because)!r}" if one.because else ""


@codebook.command()
@click.argument("file", type=_Path, required=False)
@click.option("--track", type=Choices(Track), help="Only rules of this track.")
@click.option("--category", type=click.Choice(CATEGORIES), help="Only rules of this PLOVER category.")
def show(file: Path | None, track: Track | None, category: str | None) -> int:
    """List the rules of a codebook: what each codes, and the words that trigger it.

    \b
    Examples:
      trucewatch codebook show
      trucewatch codebook show my-codebook.yaml --track meeting
    """
    rules = [r for r in load_codebook(file).rules if _wanted(r, track, category)]
    rows = [(r.id, _coded(r), str(r.track or ""), _words(r)) for r in rules]
    print_table([("rule", 26), ("code", 22), ("track", 16), ("words", None)], rows)
    if not rows:
        click.echo("no rule is like that; show without options lists all", err=True)
    return 0


def _wanted(rule: Rule, track: Track | None, category: str | None) -> bool:
    return (track is None or rule.track is track) and (category is None or rule.category == category)


def _coded(rule: Rule) -> str:
    if rule.category is None:
        return f"makes {rule.makes}"
    return "/".join(filter(None, (rule.category, rule.mode)))


def _words(rule: Rule) -> str:
    return shortened(", ".join(" ".join(t.words) for t in rule.triggers), 160)


class _Reader:
    """Reads the language of a text with the model that the settings name."""

    def __init__(self, settings: Settings) -> None:
        self._model = language_model(Path(settings.model) if settings.model else None)

    def __call__(self, text: Text) -> Language:
        return read_language(self._model, text, "codebook")
