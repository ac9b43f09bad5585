"""The register of outlets: agencies, press, broadcasters and organisations that pages name or relay.

Shipped in `outlets.yaml`; a user's own file of the same form is laid over it, outlet by outlet.
"""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

import yaml

from trucewatch.errors import UsageError
from trucewatch.record.resolved import Outlet, OutletKind, OutletRegister

FIELDS = ("name", "kind", "aliases", "hosts")
MAX_BYTES = 4_000_000
"""A register is written by hand; a file larger than this is something else."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Every command loads the register: libyaml, where PyYAML was built with it, takes a tenth of the time."""


def load_outlets(extra: Path | None = None) -> OutletRegister:
    """The shipped register, with the outlets of `extra` added or put in place of those of the same name.

    Raises UsageError naming file and line for a misspelt key, a doubled name or a value of the wrong kind.
    """
    shipped = parse_outlets(files("trucewatch.dossiers").joinpath("outlets.yaml").read_text("utf-8"), "outlets.yaml")
    if extra is None:
        return shipped
    by_name = {o.name: o for o in shipped.outlets}
    by_name.update({o.name: o for o in parse_outlets(_own_text(extra), str(extra)).outlets})
    return OutletRegister(tuple(by_name.values()))


def _own_text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(
                f"{path}: {path.stat().st_size} bytes is more than an outlet register may hold ({MAX_BYTES})"
            )
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as an outlet register: {error}") from error


def parse_outlets(source: str, file: str) -> OutletRegister:
    """The register that this YAML text states; `file` names it in errors."""
    try:
        root = yaml.compose(source, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise UsageError(f"{file}: not YAML: {error}") from error
    if not isinstance(root, yaml.SequenceNode):
        raise UsageError(f"{file}:1: an outlet register is a list of outlets, each with a name ({', '.join(FIELDS)})")
    outlets = tuple(_outlet(node, file) for node in root.value)
    _refuse_doubles(outlets, file)
    return OutletRegister(outlets)


def _refuse_doubles(outlets: tuple[Outlet, ...], file: str) -> None:
    owners: dict[str, str] = {}
    for outlet in outlets:
        for word in dict.fromkeys((outlet.name, *outlet.aliases, *outlet.hosts)):
            owner = owners.setdefault(word.casefold(), outlet.name)
            if owner != outlet.name:
                raise UsageError(
                    f"{file}: {word!r} names both {owner!r} and {outlet.name!r}; leave it with one of them"
                )


def _outlet(node: yaml.Node, file: str) -> Outlet:
    if not isinstance(node, yaml.MappingNode):
        raise UsageError(f"{_place(node, file)}: an outlet has the keys {', '.join(FIELDS)}")
    values = dict(_pairs(node, file))
    if "name" not in values:
        raise UsageError(f"{_place(node, file)}: an outlet needs a name")
    return Outlet(
        name=_word(values["name"], file),
        kind=_kind(values.get("kind"), file),
        aliases=_words(values.get("aliases"), file),
        hosts=tuple(h.lower() for h in _words(values.get("hosts"), file)),
    )


def _pairs(node: yaml.MappingNode, file: str) -> Iterator[tuple[str, yaml.Node]]:
    for key, value in node.value:
        if key.value not in FIELDS:
            raise UsageError(
                f"{_place(key, file)}: {key.value!r} is no key of an outlet; the keys are {', '.join(FIELDS)}"
            )
        yield str(key.value), value


def _kind(node: yaml.Node | None, file: str) -> OutletKind:
    if node is None:
        return OutletKind.UNKNOWN
    try:
        return OutletKind(node.value)
    except ValueError as error:
        known = ", ".join(OutletKind)
        raise UsageError(f"{_place(node, file)}: {node.value!r} is no kind of outlet; choose among {known}") from error


def _word(node: yaml.Node, file: str) -> str:
    if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
        raise UsageError(f"{_place(node, file)}: a name is one non-empty string")
    return str(node.value).strip()


def _words(node: yaml.Node | None, file: str) -> tuple[str, ...]:
    if node is None:
        return ()
    if not isinstance(node, yaml.SequenceNode):
        raise UsageError(f"{_place(node, file)}: write a list of strings here, [one, two]")
    return tuple(_word(item, file) for item in node.value)


def _place(node: yaml.Node, file: str) -> str:
    return f"{file}:{node.start_mark.line + 1}"
