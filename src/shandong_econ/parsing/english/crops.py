"""What an amount is of where a product is spoken of: its output, or the land on which it grows."""

from __future__ import annotations

import attrs

from shandong_econ.parsing.finding.figures import Figure
from shandong_econ.parsing.finding.series import Series, put_together
from shandong_econ.parsing.resolving.readings import Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.unit_classes import LAND, WEIGHTS

OUTPUT, _LAND, _YIELD = "OUTPUT", "SOWN_AREA", "YIELD"
MILLIONS = 6  # the power of ten of amounts that are of no single mu


def produced(scene: Scene, subject: Subject) -> Subject:
    """A quantity of a product is its output, where nothing else was spoken of."""
    part = subject.series.breakdown
    if part is None or not part.startswith("P:") or scene.base not in (None, OUTPUT):
        return subject
    scene.base = OUTPUT
    scene.subject = attrs.evolve(subject, series=put_together(OUTPUT, part))
    return scene.subject


def is_product(series: Series) -> bool:
    """Whether words name a product, or what is made of one."""
    return series.base == OUTPUT or (series.code is None and (series.breakdown or "").startswith("P:"))


def by_unit(subject: Subject, figure: Figure) -> Subject:
    """The land under a crop of which the output was told, or the output: "rice came to 3 million tons, from 9 mu".

    Also the output where the yield was told: no mu gives millions.
    """
    product, unit = subject.series.breakdown or "", figure.unit
    weighs = unit in WEIGHTS
    base = {
        OUTPUT: _LAND if unit in LAND else "",
        _LAND: OUTPUT if weighs else "",
        _YIELD: OUTPUT if weighs and figure.power >= MILLIONS else "",
    }
    told = base.get(subject.series.base or "", "")
    return attrs.evolve(subject, series=put_together(told, product)) if told and product.startswith("P:") else subject
