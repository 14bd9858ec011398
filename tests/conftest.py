"""How the tests run: hypothesis profiles, and no plugin or setting from outside.

`quick` is the default; `thorough`, of the session `laws`, draws four times as much. Both are the same on every run;
`HYPOTHESIS_PROFILE=anew` searches further still, differently each time.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import pkgutil
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, is_hypothesis_test, settings

import shandong_econ

# Time is no law of ours here: a busy machine must not turn a true test red.
settings.register_profile(
    "quick",
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=[phase for phase in Phase if phase is not Phase.explain],  # explaining takes minutes once a law is broken
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=100)
settings.register_profile(
    "anew", max_examples=1000, deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_configure() -> None:
    """Imports all of the package: hypothesis draws constants of what is imported, be it by a test that ran before."""
    for module in pkgutil.walk_packages(shandong_econ.__path__, "shandong_econ."):
        if not module.name.endswith("__main__"):
            with contextlib.suppress(ImportError):  # of pandas or polars, which not every session has
                importlib.import_module(module.name)


@pytest.hookimpl(tryfirst=True)  # before what `-m` deselects
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what is drawn for, and leaves it out of what is covered: a line counts if a case comes to it."""
    for item in items:
        if is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker("law")
            item.add_marker("no_cover")


@pytest.fixture(scope="module")
def frozen() -> None:
    """Takes all that is there out of what is looked through for garbage, which the contract has done often."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def without_settings_from_outside() -> Iterator[None]:
    """No SHANDONG_ECON_* variable of the caller's shell reaches a test, nor how wide its terminal is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("COLUMNS", raising=False)
        for name in [name for name in os.environ if name.startswith("SHANDONG_ECON_")]:
            patch.delenv(name)
        yield
