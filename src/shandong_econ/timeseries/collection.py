"""A collection of time series, narrowed by what reads as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, overload

import attrs

from shandong_econ.errors import UnknownSeriesError
from shandong_econ.lexicon.concepts import areas, indicators
from shandong_econ.model import Comparison, Measure, Observation, Report, Status
from shandong_econ.timeseries.frequency import Frequency, TimeSpan
from shandong_econ.timeseries.gathering import LeftOut, gather
from shandong_econ.timeseries.keys import Key
from shandong_econ.timeseries.lines import Line, at, only, shown_ones
from shandong_econ.timeseries.points import Point

if TYPE_CHECKING:
    import pandas  # late where they are used: only some have them
    import polars
    import pyarrow


@attrs.frozen(repr=False)
class Series:
    """Time series of many bulletins: `series["GDP", "370000"].growth().quarterly()` is a narrower collection.

    It is gone through line by line. A line all of whose points stand in a longer one, as the first quarters that are
    also the year so far, is not gone through, unless what is longer was narrowed away.
    """

    all_lines: tuple[Line, ...]
    """Every line, those too that say nothing that a longer one does not."""
    left_out: tuple[LeftOut, ...] = attrs.field(default=(), eq=False)
    """The figures of these indicators and areas that stand in no line, for they have no period, or no known year."""
    lines: tuple[Line, ...] = attrs.field(init=False, eq=False)
    """The lines that are gone through."""

    @lines.default
    def _shown(self) -> tuple[Line, ...]:
        return shown_ones(self.all_lines)

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def __repr__(self) -> str:
        points = sum(map(len, self.lines))
        return f"<Series: {len(self.lines)} lines, {points} points>"

    def __getitem__(self, what: str | tuple[str, str]) -> Series:
        """The lines of an indicator, or of an indicator in an area: each a code or a name, in either language.

        UnknownSeriesError for what is neither a code of the lexicon nor named in any line.
        """
        if not isinstance(what, str) and not (isinstance(what, tuple) and len(what) == 2):
            remedy = "give an indicator, or an indicator and an area; a line by its number is series.lines[0]"
            raise TypeError(f"series are asked for by {what!r}: {remedy}")
        indicator, area = (what, None) if isinstance(what, str) else what
        return self.of(indicator=indicator, area=area)

    def of(self, *, indicator: str | None = None, area: str | None = None) -> Series:
        """The lines of an indicator, of an area, or of both, as `series[indicator, area]` has them."""
        found = self
        if indicator is not None:
            found = self._told(lambda told: _is_named(told, indicator))
            if not found.all_lines and indicator not in indicators():
                raise UnknownSeriesError(f"no series is of {indicator!r}: give the code or name of one of the lines")
        if area is not None:
            if area not in areas() and not self._told(lambda told: _is_in(told, area)).all_lines:
                raise UnknownSeriesError(f"no series is in {area!r}: give the code of an area, such as '370000'")
            found = found._told(lambda told: _is_in(told, area))
        return found

    @property
    def line(self) -> Line:
        """The only line; UnknownSeriesError says how many there are where it is not one."""
        if len(self.lines) == 1:
            return self.lines[0]
        if not self.lines:
            raise UnknownSeriesError("there is no such line: ask for less, or look at what lines there are")
        names = "".join(f"\n{line.name}" for line in self.lines[:10])
        raise UnknownSeriesError(f"these are {len(self.lines)} lines and not one: narrow what you ask for{names}")

    def where(self, **parts: object) -> Series:
        """The lines whose keys have these parts: `where(entity="port of qingdao", measure="level")`.

        UnknownSeriesError for a part that keys have not, ModelError for a measure, comparison, status, span or
        frequency that there is not.
        """
        known = {field.name for field in attrs.fields(Key)}
        if unknown := parts.keys() - known:
            raise UnknownSeriesError(f"a key has no part {min(unknown)!r}: give one of {', '.join(sorted(known))}")
        wanted = {name: _member(name, part) for name, part in parts.items()}
        return self._that(lambda line: all(getattr(line.key, name) == part for name, part in wanted.items()))

    def level(self) -> Series:
        """Amounts and counts."""
        return self.where(measure=Measure.LEVEL)

    def growth(self) -> Series:
        """Relative changes, in percent."""
        return self.where(measure=Measure.GROWTH)

    def change(self) -> Series:
        """Differences over time."""
        return self.where(measure=Measure.CHANGE)

    def share(self) -> Series:
        """Parts of wholes."""
        return self.where(measure=Measure.SHARE)

    def year_on_year(self) -> Series:
        """What is measured against the same period of the year before."""
        return self.where(comparison=Comparison.YEAR_ON_YEAR)

    def month_on_month(self) -> Series:
        """What is measured against the month before."""
        return self.where(comparison=Comparison.MONTH_ON_MONTH)

    def single(self) -> Series:
        """Of one month, quarter, half or year each, or of the day at its end."""
        return self.where(span=TimeSpan.SINGLE)

    def so_far(self) -> Series:
        """Of the year so far."""
        return self.where(span=TimeSpan.SO_FAR)

    def monthly(self) -> Series:
        """What comes every month."""
        return self._at(Frequency.MONTHLY)

    def quarterly(self) -> Series:
        """What comes every quarter, and of the year so far and of stocks the ends of quarters."""
        return self._at(Frequency.QUARTERLY)

    def half_yearly(self) -> Series:
        """What comes every half of a year, and of the year so far and of stocks the ends of halves."""
        return self._at(Frequency.HALF_YEARLY)

    def annual(self) -> Series:
        """What comes every year, and of the year so far and of stocks the ends of years."""
        return self._at(Frequency.ANNUAL)

    def results(self) -> Series:
        """What was achieved."""
        return self.where(status=Status.A)

    def targets(self) -> Series:
        """What is planned."""
        return self.where(status=Status.T)

    def forecasts(self) -> Series:
        """What is expected."""
        return self.where(status=Status.F)

    def printed(self) -> Series:
        """The points that bulletins printed, without those that were derived."""
        return self._with(lambda _: True)

    def revisions(self) -> Series:
        """The points that a newer bulletin tells otherwise than an older one."""
        return self._with(lambda point: point.is_revised)

    def conflicts(self) -> Series:
        """The points of which figures that have no order, as those of one bulletin, say different numbers."""
        return self._with(lambda point: point.is_conflict)

    def _at(self, frequency: Frequency) -> Series:
        return self._of(at(line, frequency) for line in self.all_lines)

    def _with(self, wanted: Callable[[Point], bool]) -> Series:
        return self._of(only(line, filter(wanted, line.printed)) for line in self.all_lines)

    def _that(self, wanted: Callable[[Line], bool]) -> Series:
        return self._of(line for line in self.all_lines if wanted(line))

    def _told(self, wanted: Callable[[Observation], bool]) -> Series:
        lines = (line for line in self.all_lines if line.example is not None and wanted(line.example.observation))
        return Series(tuple(lines), tuple(left for left in self.left_out if wanted(left.observation)))

    def _of(self, lines: Iterable[Line | None]) -> Series:
        return Series(tuple(line for line in lines if line is not None), self.left_out)

    def to_reports(self) -> Iterator[Report]:
        """The bulletins with the figures of these lines, which `se.export` writes and `se.series` takes again."""
        from shandong_econ.timeseries.reporting import reports_of

        return reports_of(self.all_lines)

    @overload
    def to_frame(self, backend: Literal["pandas"] = "pandas", *, wide: bool = False) -> pandas.DataFrame: ...
    @overload
    def to_frame(self, backend: Literal["polars"], *, wide: bool = False) -> polars.DataFrame: ...
    @overload
    def to_frame(self, backend: Literal["pyarrow"], *, wide: bool = False) -> pyarrow.Table: ...
    def to_frame(self, backend: Literal["pandas", "polars", "pyarrow"] = "pandas", *, wide: bool = False) -> Any:
        """The points as a data frame of pandas, polars or pyarrow: a row each, or (`wide`) a column a line.

        The columns that `se.to_frame` has, too, have its names and types. `value` is a float in the natural unit (NaN
        where the newest prints disagree), `base` how far back lies what is compared with, as P2Y. Wide, a row is the
        end of a period. MissingExtraError names the extra of a backend that is not
        installed; UnknownFormatError one that there is not.
        """
        from shandong_econ.timeseries.framing import frame_of

        return frame_of(self.lines, backend, wide=wide)


def _member(name: str, part: object) -> object:
    """The part of a key, which of a closed list is one of its members; ModelError where that has none such."""
    closed = _LISTS.get(name)
    return part if closed is None or part is None else closed(str(part))


_LISTS = {"measure": Measure, "comparison": Comparison, "status": Status, "span": TimeSpan, "frequency": Frequency}


def series_of(reports: Iterable[Report]) -> Series:
    """The time series of reports, which are gone through once."""
    return Series(*gather(reports))


def _is_named(told: Observation, name: str) -> bool:
    indicator = told.indicator
    return _is_one_of(
        name, *((told.label,) if indicator is None else (indicator.code, indicator.name, indicator.name_zh))
    )


def _is_in(told: Observation, name: str) -> bool:
    area = told.area
    return area is not None and _is_one_of(name, area.code, area.name, area.name_zh)


def _is_one_of(name: str, *names: str | None) -> bool:
    """Whether a name is one of several, whatever its capitals and blanks."""
    return _plain(name) in {_plain(each) for each in names if each is not None}


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
