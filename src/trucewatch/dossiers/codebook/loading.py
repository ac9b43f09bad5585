"""Codebook files to one codebook: includes, what it extends, classes written out."""

from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from trucewatch.dossiers.codebook.classes import Given, check_terms, written_out
from trucewatch.dossiers.codebook.nodes import At, meant, parse_yaml
from trucewatch.dossiers.codebook.rules import DEFAULTS, Known, read_rule
from trucewatch.errors import UsageError
from trucewatch.record.codebook import CATEGORIES, Codebook, Rule, Shift, WordClass
from trucewatch.record.kept import DocumentKind, KeptDocument
from trucewatch.record.mentions import Status, Track

KEYS = ("codebook", "extends", "include", "drop", "modes", "classes", "shifts", "defaults", "rules")
SHIPPED = "shipped"
"""What `extends` calls the codebook that ships with the package."""
MAX_BYTES = 4_000_000
"""A codebook is written by hand; a file larger than this is something else."""


@dataclass(slots=True)
class _Draft:
    """What the files of one codebook, and those it extends, have given so far."""

    name: str = ""
    modes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    classes: dict[str, Given] = field(default_factory=dict)
    inherited: dict[str, WordClass] = field(default_factory=dict)
    shifts: dict[tuple[Status, str], Shift] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    """Ids of the rules that this codebook gives itself: one of them may not stand twice."""
    texts: list[tuple[str, str]] = field(default_factory=list)
    """Every file that was read, by its name, what is extended before what extends it."""


@dataclass(frozen=True, slots=True)
class LoadedCodebook:
    """A codebook with the text that it was read from, which the record keeps."""

    codebook: Codebook
    document: KeptDocument
    """All files as one YAML stream, each after a line with its name."""


def load_codebook(path: Path | None = None) -> Codebook:
    """The codebook in this file with all that it extends and includes; None: the one that ships.

    Raises UsageError naming file and line for a misspelt key, an unknown word class, a cycle or a rule that would
    match everything.
    """
    return _finish(_load(path or shipped_path(), ()))


def load_kept_codebook(path: Path | None = None) -> LoadedCodebook:
    """The codebook as `load_codebook` gives it, with its text."""
    draft = _load(path or shipped_path(), ())
    body = "".join(f"--- # {name}\n{text.rstrip()}\n" for name, text in draft.texts)
    return LoadedCodebook(_finish(draft), KeptDocument(DocumentKind.CODEBOOK, draft.name, body))


def shipped_path() -> Path:
    """The first file of the codebook that ships with the package."""
    return Path(str(files("trucewatch.dossiers").joinpath("codebook", "shipped", "codebook.yaml")))


def _load(path: Path, above: tuple[Path, ...]) -> _Draft:
    """The codebook of this file over what it extends; `above` are the files that are being loaded."""
    text = _text(path)
    root = parse_yaml(text, _shown(path))
    own = root.pairs(KEYS, "a codebook")
    here = (*above, path.resolve())
    draft = _base(own.get("extends"), path, here)
    _drop(own.get("drop"), draft)
    draft.texts.append((path.name, text))
    draft.name = own["codebook"].text() if "codebook" in own else path.stem
    _take(own, path, here, draft)
    return draft


def _base(at: At | None, path: Path, here: tuple[Path, ...]) -> _Draft:
    if at is None:
        return _Draft()
    target = shipped_path() if at.text() == SHIPPED else path.parent / at.text()
    _refuse_cycle(target, here, at)
    base = _load(target, here)
    base.inherited = {w.name: w for w in written_out(base.classes, base.inherited)}
    base.classes, base.own = {}, set()
    return base


def _take(own: dict[str, At], path: Path, here: tuple[Path, ...], draft: _Draft) -> None:
    """What one file gives, then what it includes."""
    for category, modes in own["modes"].entries("modes") if "modes" in own else ():
        draft.modes[category.choice(CATEGORIES, "PLOVER category")] = modes.words()
    for name, words in own["classes"].entries("classes") if "classes" in own else ():
        if name.text() in draft.classes:
            raise name.error(f"class {name.text()!r} stands twice; join the two")
        draft.classes[name.text()] = Given(name, words.words())
    _take_shifts(own.get("shifts"), draft)
    defaults = own["defaults"].pairs(DEFAULTS, "the defaults") if "defaults" in own else {}
    for at in own["rules"].items() if "rules" in own else ():
        rule = read_rule(at, defaults, Known(draft.modes))
        if rule.id in draft.own:
            raise at.error(f"rule {rule.id!r} stands twice; give each its own name")
        draft.own.add(rule.id)
        draft.rules[rule.id] = rule
    for at in own["include"].items() if "include" in own else ():
        part = path.parent / at.text()
        _refuse_cycle(part, here, at)
        text = _text(part, at)
        draft.texts.append((part.name, text))
        inner = parse_yaml(text, _shown(part)).pairs(KEYS[2:], "an included file")
        _take(inner, part, (*here, part.resolve()), draft)


def _take_shifts(at: At | None, draft: _Draft) -> None:
    for status, table in at.entries("shifts") if at else ():
        state = Status(status.choice(Status, "status"))
        for old, new in table.entries("a shift"):
            category = old.choice(CATEGORIES, "PLOVER category")
            becomes, _, track = new.text().partition(" ")
            if becomes not in CATEGORIES or (track and track not in list(Track)):
                raise new.error(f"{new.text()!r}: write a PLOVER category, and after a blank a track where it changes")
            draft.shifts[state, category] = Shift(state, category, becomes, Track(track) if track else None)


def _drop(at: At | None, draft: _Draft) -> None:
    for item in at.items() if at else ():
        for name in item.words():
            if name not in draft.rules:
                raise item.error(f"there is no rule {name!r} to drop{meant(name, draft.rules)}")
            del draft.rules[name]


def _refuse_cycle(target: Path, here: tuple[Path, ...], at: At) -> None:
    if target.resolve() in here:
        way = " -> ".join(p.name for p in (*here[here.index(target.resolve()) :], target))
        raise at.error(f"a cycle: {way}; let one of them stand alone")


def _finish(draft: _Draft) -> Codebook:
    classes = written_out(draft.classes, draft.inherited)
    known = {c.name for c in classes}
    for rule in draft.rules.values():
        check_terms(rule, known)
    return Codebook(draft.name, tuple(draft.rules.values()), classes, tuple(draft.shifts.values()))


def _text(path: Path, at: At | None = None) -> str:
    try:
        if (size := path.stat().st_size) > MAX_BYTES:
            raise UsageError(f"{path}: {size} bytes is more than a codebook may hold ({MAX_BYTES})")
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{_shown(path)}: cannot be read as a codebook: {error}"
        raise (at.error(message) if at else UsageError(message)) from error


def _shown(path: Path) -> str:
    """Shipped files by their name in the package, others as the user gave them."""
    shipped = shipped_path().parent
    return f"codebook/{path.name}" if path.parent == shipped else str(path)
