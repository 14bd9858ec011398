"""Clauses of what a plugin says of itself: that the host takes it, and finds it in its distribution."""

from __future__ import annotations

from shandong_econ.plugins import Failure, Format, Kind, Plugin, attempt, lent, survey
from shandong_econ.testing.clause import breach
from shandong_econ.testing.subjects import ExporterSubject, SourceSubject

__all__ = ["comes_from_its_distribution", "declares_a_format", "declares_a_source"]


def declares_a_format(subject: ExporterSubject) -> None:
    """Its name, suffixes and methods are such that the host has it under its name and under each suffix."""
    made = attempt(Format.of, subject.exporter)
    if isinstance(made, Failure):
        breach(f"the host does not take it: {made}", remedy="declare it as shandong_econ.Exporter says")
    with lent(made) as plugin:
        found = survey()
        _without_trouble(plugin)
        if (known := found.formats.get(made.name)) is None or type(known.exporter) is not type(subject.exporter):
            breach(f"the host has another exporter under the name {made.name!r}", remedy="choose another name")
        for suffix in made.suffixes:
            if (given := found.suffixes.get(suffix)) is None or type(given.exporter) is not type(subject.exporter):
                breach(f"the host does not give it files of the suffix {suffix!r}", remedy="choose another suffix")


def declares_a_source(subject: SourceSubject) -> None:
    """Its name, suffixes and methods are such that the host has it under its name and under each suffix."""
    made = attempt(Kind.of, subject.source)
    if isinstance(made, Failure):
        breach(f"the host does not take it: {made}", remedy="declare it as shandong_econ.Source says")
    with lent(made) as plugin:
        found = survey()
        _without_trouble(plugin)
        if (known := found.kinds.get(made.name)) is None or type(known.source) is not type(subject.source):
            breach(f"the host has another source under the name {made.name!r}", remedy="choose another name")
        for suffix in made.suffixes:
            if (given := found.kinds_by_suffix.get(suffix)) is None or type(given.source) is not type(subject.source):
                breach(f"the host does not give it files of the suffix {suffix!r}", remedy="choose another suffix")


def _without_trouble(plugin: Plugin | None) -> None:
    for trouble in survey().troubles:
        if trouble.plugin is plugin:
            breach(f"the host says: {trouble.message}", remedy="choose another name or suffix")


def comes_from_its_distribution(subject: ExporterSubject | SourceSubject) -> None:
    """The installed distribution registers it, without any trouble."""
    distribution, plugin = subject.distribution, subject.plugin
    found = survey()
    if troubles := [each for each in found.troubles if each.plugin.distribution == distribution]:
        breach(f"the host says of {troubles[0]}", remedy="mend the entry point, or the hook that it names")
    given = [each for each in found.plugins if each.distribution == distribution]
    if not given:
        entry = 'an entry point in the group "shandong_econ"'
        remedy = f"give it {entry} in its pyproject.toml, and install it (pip install -e .)"
        breach(f"no distribution {distribution!r} with {entry} is installed", remedy=remedy)
    formats = [each.exporter for one in given for each in one.formats]
    sources = [each.source for one in given for each in one.kinds]
    if not any(type(each) is type(plugin) for each in [*formats, *sources]):
        names = ", ".join(type(each).__name__ for each in [*formats, *sources]) or "nothing"
        remedy = f"call register({type(plugin).__name__}()) in the hook"
        breach(f"the distribution {distribution} registers {names}, and no {type(plugin).__name__}", remedy=remedy)
