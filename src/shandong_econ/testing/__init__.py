"""The kit for authors of plugins: strategies for every class of the model, and contracts that a plugin is held to.

    from shandong_econ.testing import exporter_contract
    from shandong_econ_lines import Lines

    test_lines = exporter_contract(Lines())

It needs hypothesis, and the contracts pytest: `pip install 'shandong-econ[testing]'`.
"""

from __future__ import annotations

from shandong_econ.extras import extra

with extra("testing", "shandong_econ.testing"):
    import hypothesis as _hypothesis  # noqa: F401  # looked for here, so that the lack of it is told in one sentence

from shandong_econ.testing.clause import ContractError
from shandong_econ.testing.documents import check_source, source_contract
from shandong_econ.testing.exporting import check_exporter, exporter_contract
from shandong_econ.testing.hostile import HOSTILE_TEXTS
from shandong_econ.testing.registering import register_strategies
from shandong_econ.testing.strategies import (
    areas,
    corpora,
    dates,
    decimals,
    documents,
    indicators,
    notes,
    observations,
    periods,
    reports,
    spans,
    speakers,
    statements,
    texts,
    units,
)
from shandong_econ.testing.vocabulary import check_vocabulary

__all__ = [
    "HOSTILE_TEXTS",
    "ContractError",
    "areas",
    "check_exporter",
    "check_source",
    "check_vocabulary",
    "corpora",
    "dates",
    "decimals",
    "documents",
    "exporter_contract",
    "indicators",
    "notes",
    "observations",
    "periods",
    "register_strategies",
    "reports",
    "source_contract",
    "spans",
    "speakers",
    "statements",
    "texts",
    "units",
]
