"""What figures must satisfy: the rules of the library, one kind a file, and how one is put to figures."""

from __future__ import annotations

from shandong_econ.identities.running import found_by, in_order

__all__ = ["found_by", "in_order"]
