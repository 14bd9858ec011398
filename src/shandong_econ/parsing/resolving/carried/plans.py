"""Whether what is read is a result or a plan: by the section, the paragraph and the words that announce plans."""

from __future__ import annotations

import attrs

from shandong_econ.model import Area, Period, Status


@attrs.define
class Plans:
    """The carried plans of a text: `status` is that of what is read now."""

    status: Status = Status.A
    paragraph_status: Status | None = None
    section_status: Status = Status.A
    plan_period: Period | None = None
    around_list: tuple[Status, Period | None, Area | None] | None = None
    in_review: bool = False
    expects_all: bool = False  # whether all that the sentence tells is expected: 预计，…；…

    def is_among_goals(self) -> bool:
        """Whether the section or the paragraph tells of goals, whatever the sentence says."""
        return (self.paragraph_status or self.section_status) is Status.T

    @property
    def is_estimated(self) -> bool:
        """Whether a look back has told a result, and no more than that, of which it has an estimate only."""
        return self.in_review and self.status is Status.F and not self.expects_all

    @property
    def looks_ahead(self) -> bool:
        """Whether what is told is to come, and no estimate in a look back."""
        return self.status is not Status.A and not (self.in_review and self.status is Status.F)

    def expect(self, *, all_sentence: bool) -> None:
        """Takes what is read next for a forecast, or an estimate of what is over."""
        self.status, self.expects_all = Status.F, all_sentence

    def announce(self, status: Status) -> None:
        """Takes the rest of the paragraph for what was announced: 主要目标是:…."""
        self.status = self.paragraph_status = status
