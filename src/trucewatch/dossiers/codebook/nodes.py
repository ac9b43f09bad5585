"""YAML nodes as plain values, every error with the file and line that it stands at."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

import yaml

from trucewatch.errors import UsageError


@dataclass(frozen=True, slots=True)
class At:
    """A YAML node in a file."""

    node: yaml.Node
    file: str

    @property
    def line(self) -> int:
        """Counted from 1."""
        return int(self.node.start_mark.line) + 1

    def error(self, what: str) -> UsageError:
        """The error to raise about this node."""
        return UsageError(f"{self.file}:{self.line}: {what}")

    def pairs(self, allowed: Iterable[str], of: str) -> dict[str, "At"]:
        """A mapping's values by key; a key that is not allowed, or stands twice, is an error."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error(f"{of} is a mapping with the keys {', '.join(allowed)}")
        found: dict[str, At] = {}
        for key_node, value in self.node.value:
            key = At(key_node, self.file)
            name = key.text()
            if name not in (known := list(allowed)):
                raise key.error(f"{name!r} is no key of {of}{meant(name, known)}; the keys are {', '.join(known)}")
            if name in found:
                raise key.error(f"{name!r} stands twice here; join the two")
            found[name] = At(value, self.file)
        return found

    def entries(self, of: str) -> list[tuple["At", "At"]]:
        """A mapping's keys and values, whatever the keys."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error(f"{of} is a mapping")
        return [(At(key, self.file), At(value, self.file)) for key, value in self.node.value]

    def items(self) -> list["At"]:
        """A list's members; anything else is a list of itself."""
        if isinstance(self.node, yaml.SequenceNode):
            return [At(node, self.file) for node in self.node.value]
        return [self]

    def text(self) -> str:
        """One string that is not empty."""
        if not isinstance(self.node, yaml.ScalarNode) or not str(self.node.value).strip():
            raise self.error("a word or phrase belongs here")
        return str(self.node.value).strip()

    def words(self) -> tuple[str, ...]:
        """Strings, as a list or separated by commas; each once."""
        if isinstance(self.node, yaml.SequenceNode):
            return tuple(dict.fromkeys(item.text() for item in self.items()))
        return tuple(dict.fromkeys(w for part in self.text().split(",") if (w := part.strip())))

    def flag(self) -> bool:
        """Yes or no."""
        value = self.text().lower()
        if value not in ("true", "false", "yes", "no"):
            raise self.error(f"{value!r} is neither yes nor no")
        return value in ("true", "yes")

    def number(self) -> float:
        """A number above 0 and at most 10."""
        try:
            value = float(self.text())
        except ValueError:
            value = 0.0
        if not 0 < value <= 10:
            raise self.error(f"{self.text()!r} is no number above 0 and at most 10")
        return value

    def choice(self, known: Iterable[str], of: str) -> str:
        """One of the known words."""
        value = self.text()
        if value not in (options := [str(k) for k in known]):
            raise self.error(f"{value!r} is no {of}{meant(value, options)}; choose among {', '.join(options)}")
        return value


def meant(word: str, known: Iterable[str]) -> str:
    """The known word that this one is likely a slip for, as part of a message; empty where there is none."""
    close = get_close_matches(word, [str(k) for k in known], n=1, cutoff=0.6)
    return f" (did you mean {close[0]!r}?)" if close else ""


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where PyYAML was built with it: ten times faster, the same nodes."""


def parse_yaml(source: str, file: str) -> At:
    """The root node of a YAML text."""
    try:
        root = yaml.compose(source, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise UsageError(f"{file}{line}: not YAML: {getattr(error, 'problem', None) or error}") from error
    except RecursionError as error:
        raise UsageError(f"{file}: not a codebook: values inside one another too deep to read") from error
    if root is None:
        raise UsageError(f"{file}: the file is empty; write what docs/codebook.md shows")
    return At(root, file)
