"""Where in the text what is read stands: in its title, at the head of a paragraph, in a part of what was told."""

from __future__ import annotations

import attrs


@attrs.define
class Position:
    """Where the reader is: `opens` is whether a sentence begins there, and no clause after a semicolon.

    `goes_on` is whether the paragraph before has not ended its sentence: lines of a list that end in semicolons.
    """

    opens: bool = True
    goes_on: bool = False
    opens_paragraph: bool = True
    is_title: bool = False
    in_heading: bool = False
    in_report: bool = False
    in_part: bool = False
    in_quotation: bool = False
    growth_column: bool = False
    has_figures: bool = False  # whether the text has told any
    sentence_start: int = 0
    previous_start: int = 0
