"""Every format that the library brings holds the contract that a plugin's author is held to, by the same kit."""

from __future__ import annotations

import shandong_econ as se
from shandong_econ.testing import exporter_contract

for _name, _exporter in se.formats().items():
    globals()[f"test_{_name}"] = exporter_contract(_exporter, distribution="shandong-econ")
