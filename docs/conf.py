"""How Sphinx builds these pages: MyST Markdown, the furo theme, docstrings in Google's form."""

from __future__ import annotations

from importlib.metadata import version as version_of

project = "shandong-econ"
author = "The shandong-econ authors"
copyright = author
release = version = version_of("shandong-econ")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "*.in.md"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"

html_theme = "furo"
html_title = "shandong-econ"
html_show_copyright = False
