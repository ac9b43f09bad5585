"""Reads the nodes of a YAML file one by one, so that every fault is named with its file and line."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

import yaml

from trucewatch.errors import UsageError

T = TypeVar("T")

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser is ten times faster, and is there wherever PyYAML is installed from a wheel."""

MOST_NODES: Final = 200_000
"""An alias makes a small file mean a huge one; what is written by hand has fewer."""


@dataclass(frozen=True)
class Node:
    """One node of a YAML file that can say where it stands."""

    raw: yaml.Node
    file: str

    @property
    def place(self) -> str:
        """File and line, for an error's beginning."""
        return f"{self.file}:{self.raw.start_mark.line + 1}"

    def wrong(self, message: str) -> UsageError:
        """The error that this node is at fault for."""
        return UsageError(f"{self.place}: {message}")

    def fields(self, what: str, keys: Collection[str], needed: Collection[str] = ()) -> "Fields":
        """The node as a mapping with some of these keys; `what` names the thing in errors."""
        if not isinstance(self.raw, yaml.MappingNode):
            raise self.wrong(f"{what} has the keys {', '.join(keys)}")
        found: dict[str, Node] = {}
        for key, value in self.raw.value:
            name = str(key.value)
            at = Node(key, self.file)
            if name not in keys:
                raise at.wrong(f"{name!r} is no key of {what}; the keys are {', '.join(keys)}")
            if name in found:
                raise at.wrong(f"{name!r} is said twice of {what}")
            found[name] = Node(value, self.file)
        if missing := [n for n in needed if n not in found]:
            raise self.wrong(f"{what} needs {' and '.join(missing)}")
        return Fields(self, found)

    def items(self) -> Iterator["Node"]:
        """The node as a list."""
        if not isinstance(self.raw, yaml.SequenceNode):
            raise self.wrong("write a list here")
        yield from (Node(item, self.file) for item in self.raw.value)

    def pairs(self) -> Iterator[tuple["Node", "Node"]]:
        """The node as a mapping with any keys."""
        if not isinstance(self.raw, yaml.MappingNode):
            raise self.wrong("write a mapping here, {key: value}")
        yield from ((Node(key, self.file), Node(value, self.file)) for key, value in self.raw.value)

    @property
    def is_list(self) -> bool:
        """Whether the node is a list."""
        return isinstance(self.raw, yaml.SequenceNode)

    def word(self) -> str:
        """The node as one string that is not empty."""
        if not isinstance(self.raw, yaml.ScalarNode) or not str(self.raw.value).strip():
            raise self.wrong("write one string here, and not an empty one")
        return str(self.raw.value).strip()

    def number(self) -> float:
        """The node as a number."""
        try:
            return float(self.word())
        except ValueError as error:
            raise self.wrong(f"{self.word()!r} is no number") from error

    def one_of(self, kinds: Collection[str], what: str) -> str:
        """The node as one of these words."""
        if (word := self.word()) not in kinds:
            raise self.wrong(f"{word!r} is no {what}; choose among {', '.join(kinds)}")
        return word


@dataclass(frozen=True)
class Fields:
    """A mapping's values by key."""

    node: Node
    found: dict[str, Node]

    def __contains__(self, key: str) -> bool:
        return key in self.found

    def __getitem__(self, key: str) -> Node:
        return self.found[key]

    def word(self, key: str) -> str | None:
        """The key's string; None where it is left out."""
        return self.found[key].word() if key in self.found else None

    def words(self, key: str) -> tuple[str, ...]:
        """The key's list of strings; empty where it is left out."""
        return self.each(key, Node.word)

    def each(self, key: str, read: Callable[[Node], T]) -> tuple[T, ...]:
        """What `read` makes of each item of the key's list; empty where it is left out."""
        return tuple(read(item) for item in self.found[key].items()) if key in self.found else ()


@dataclass(frozen=True)
class Source:
    """The text of one YAML file and the name it has in errors."""

    text: str
    file: str

    @cached_property
    def root(self) -> Node:
        """The file's outermost node. Raises UsageError for what is no YAML, is empty or refers to itself."""
        try:
            root = yaml.compose(self.text, Loader=_LOADER)
        except yaml.YAMLError as error:
            raise UsageError(f"{self.file}: not YAML: {error}") from error
        if root is None:
            raise UsageError(f"{self.file}:1: the file is empty")
        self._refuse_bombs(root)
        return Node(root, self.file)

    def _refuse_bombs(self, root: yaml.Node) -> None:
        """An anchor that holds its own alias never ends, and aliases of aliases grow as a power."""
        waiting, count = [root], 0
        while waiting:
            node = waiting.pop()
            count += 1
            if count > MOST_NODES:
                raise UsageError(f"{self.file}: more than {MOST_NODES} values; leave out its anchors and aliases")
            if isinstance(node, yaml.MappingNode):
                waiting += [part for pair in node.value for part in pair]
            elif isinstance(node, yaml.SequenceNode):
                waiting += node.value
