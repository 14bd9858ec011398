"""The YAML of reports: texts on lines of their own, numbers as they are typed, days as texts, and no aliases."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import yaml

__all__ = ["Dumper", "Loader"]

# libyaml is ten times as fast as the same in Python, and is in most installations of PyYAML.
_FastLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FastDumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_OTHER_LINE_ENDS = re.compile("[\r\x85\u2028\u2029]")  # which YAML reads as a line feed where they are not escaped


class Loader(_FastLoader):  # type: ignore[misc]  # which of the two it is, is known when it runs
    """Takes whole numbers and null for what they are, and all else for text: 4.50 keeps its zero."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}

    def construct_object(self, node: Any, deep: bool = False) -> Any:  # noqa: FBT001, FBT002  # as PyYAML calls it
        """A value; an alias is refused, with which a file of a few lines could be made to fill the memory."""
        if node in self.constructed_objects:
            raise yaml.constructor.ConstructorError(None, None, "an alias stands here, and no value", node.start_mark)
        return super().construct_object(node, deep)


class Dumper(_FastDumper):  # type: ignore[misc]  # as above
    """Writes every value where it stands, and texts of several lines as such."""

    def ignore_aliases(self, data: Any) -> bool:
        """Values that are one object are written each."""
        return True


def _on_lines(dumper: Any, text: str) -> Any:
    style = '"' if _OTHER_LINE_ENDS.search(text) else "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"-?(0|[1-9][0-9]*)\Z"), list("-0123456789"))
Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(~|null|)\Z"), ["~", "n", ""])
Dumper.add_representer(str, _on_lines)
