"""The documents that texts come in: one file each, all registered through the hook that anyone else's come through."""

from __future__ import annotations
