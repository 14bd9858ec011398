"""How Sphinx builds these pages: MyST Markdown, the furo theme, docstrings, tables made of the code."""

from __future__ import annotations

import inspect
import sys
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

import attrs
from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))

from facts import filled

project = "shandong-econ"
author = "The shandong-econ authors"
copyright = author
release = version = version_of("shandong-econ")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx_click",
    "sphinx_copybutton",
    "sphinx_design",
]
exclude_patterns = ["_build", "**.in.md"]
myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
maximum_signature_line_length = 80
python_display_short_literal_types = True
default_role = "py:obj"  # `Report` in a docstring is a link where there is such a name, and else code

copybutton_prompt_text = "$ "
copybutton_only_copy_prompt_lines = True
copybutton_selector = "div.highlight-python pre, div.highlight-console pre, div.highlight-sh pre, div.highlight-r pre"

smartquotes = False  # what the code says is shown as it says it

highlight_language = "none"

html_theme = "furo"
html_title = "shandong-econ"
html_show_copyright = False
html_show_sphinx = False
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["sift.js"]


def setup(app: Sphinx) -> None:
    """Has the tables that pages ask for by `{{name}}` made of the code when a page is read."""
    app.connect("source-read", _fill)
    app.connect("autodoc-process-signature", _shorten)


def _fill(_: Sphinx, page: str, source: list[str]) -> None:
    source[0] = filled(source[0], page)


def _shorten(_: Sphinx, what: str, __: str, thing: Any, *___: object) -> tuple[str, None] | None:
    """The signature of a class without its types, which stand with the fields below it; none where nobody calls it."""
    if what != "class":
        return None
    if not attrs.has(thing):
        return "", None
    signature = inspect.signature(thing)
    bare = [
        each.replace(annotation=inspect.Parameter.empty, default=getattr(each.default, "value", each.default))
        for each in signature.parameters.values()
    ]
    return str(signature.replace(parameters=bare, return_annotation=inspect.Signature.empty)), None
