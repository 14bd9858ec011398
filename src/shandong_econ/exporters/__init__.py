"""The formats: one file each, all registered through the hook that anyone else's formats come through."""

from __future__ import annotations
