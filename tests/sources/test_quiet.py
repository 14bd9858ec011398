"""Laws of the libraries' logs: what they warn of disturbs nobody who has not asked for it."""

from __future__ import annotations

import logging

from shandong_econ.sources.quiet import quiet


def test_a_library_is_silent_unless_somebody_listens() -> None:
    """Where nobody listens, its warnings go nowhere; where somebody does, they stay; after it all is as before."""
    logger = logging.getLogger("tests.quiet")
    with quiet("tests.quiet"):
        assert logger.isEnabledFor(logging.WARNING)  # pytest listens
    logger.propagate = False
    with quiet("tests.quiet"):
        assert not logger.isEnabledFor(logging.CRITICAL)
    assert logger.level == logging.NOTSET
