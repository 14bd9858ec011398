"""What a number in percent is where something moved: a growth, or a change of a share or rate told in percent."""

from __future__ import annotations

from shandong_econ.lexicon.words import word_list
from shandong_econ.model import Measure, Status
from shandong_econ.parsing.finding.series import families
from shandong_econ.parsing.resolving.abroad import is_abroad
from shandong_econ.parsing.resolving.clues import Clues, Says
from shandong_econ.parsing.resolving.comparing import is_then
from shandong_econ.parsing.resolving.natures import is_flow, is_growth, is_price, is_rate
from shandong_econ.parsing.resolving.over import compare
from shandong_econ.parsing.resolving.points import FALLING, is_average, read_points
from shandong_econ.parsing.resolving.readings import Reading, Subject
from shandong_econ.parsing.resolving.scene import Scene
from shandong_econ.parsing.resolving.told_before import told
from shandong_econ.parsing.resolving.unit_classes import COUNTED, IN_PERCENT, PERCENT

FEW = 5  # points that a share gains or loses at most, where they are printed as percent
TOLD_AGAIN = "growth beside the change"
_MORE = "more or less, in percent"


def change_of_share(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A share that rose or fell by so many percent: points are meant."""
    if Says.SHARE_NOUN not in clues.says:
        return False
    r.be(Measure.CHANGE, "change of a share, in percent", sign=clues.verb or clues.side)
    r.unit, r.relative_to = "PPT", "share"
    compare(r, clues, scene)
    return True


def is_more_of_share(r: Reading, clues: Clues) -> bool:
    """Whether a few percent are by how much a share is more or less than before: "0.4% higher than last year"."""
    over = clues.comparison is not None or clues.base is not None
    return bool(clues.side) and over and r.figure.value <= FEW


def part_of_index(r: Reading, clues: Clues, scene: Scene) -> bool:
    """What a price did with the index of all, of which points are printed as percent."""
    of_index = clues.relative and families().get(scene.base or "") == "prices"
    if Says.CONTRIBUTION not in clues.says or not of_index or r.figure.value > FEW:
        return False
    r.unit = "PPT"
    read_points(r, clues, scene)
    return True


def change_of_growth(r: Reading, clues: Clues, scene: Scene) -> bool:
    """Points by which a growth is higher or lower, printed as percent: "the growth of exports was 4 percent higher"."""
    moved = clues.verb and Says.STATES not in clues.says  # not "the growth rate was 4 percent higher"
    if not clues.noun or not clues.side or moved:
        return False
    r.unit = "PPT"
    read_points(r, clues, scene)
    return True


def growth_got_to(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A growth where it got to: "retail sales picked up to 9.1%", 降幅收窄至7.4%."""
    if not clues.is_to or not clues.verb or not is_flow(r.subject) or Says.FROM in clues.says:
        return False
    r.be(Measure.GROWTH, "growth where it got to", sign=clues.noun or 1)
    compare(r, clues, scene, default=True)
    return True


def growth_after_change(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A growth after it was told to have changed: "slowed by 1.2 points to 4.5 percent"."""
    last = scene.last
    if not clues.is_to or is_rate(r.subject) or last is None or not _slowed(last):
        return False
    r.be(Measure.GROWTH, "growth after its change", sign=-1 if last.rule == FALLING else 1)
    compare(r, clues, scene, default=True)
    return True


def growth_beside_change(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A change told once more in percent: "an increase of 41,000, or 1.3%, over 2018"."""
    same = scene.last
    if not clues.also or same is None or not _changed(same):
        return False
    r.be(Measure.GROWTH, TOLD_AGAIN, sign=same.sign)
    r.comparison, r.base = same.comparison, same.base
    if clues.comparison is not None or clues.base is not None or r.comparison is None:
        compare(r, clues, scene, default=True)
    if same.measure is Measure.CHANGE:
        same.comparison, same.base = r.comparison, r.base
    return True


def change_of_rate(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A rise of a rate or a share in percent where points are meant."""
    if not (clues.verb or clues.noun) or clues.is_to or not _tells_points(r, clues, scene):
        return False
    r.be(Measure.CHANGE, "change of a rate, in percent", sign=clues.verb or clues.noun)
    r.unit, r.relative_to = "PPT", "share" if told(scene, Measure.SHARE) else None
    compare(r, clues, scene)
    return True


def change_in_per_mille(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A rise of a rate in per mille: a growth is told in percent."""
    if r.figure.unit != "PTM" or not clues.verb or clues.is_to:
        return False
    r.be(Measure.CHANGE, "change of a rate, in per mille", sign=clues.verb)
    compare(r, clues, scene)
    return True


def growth(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A rise or a fall."""
    moved = clues.verb or clues.noun
    if not moved or (clues.is_to and not clues.noun):
        return False
    by_verb = clues.verb and not clues.is_to
    rule = _MORE if clues.side else "growth"
    r.be(Measure.GROWTH, rule, sign=clues.verb if by_verb else clues.noun or clues.verb)
    compare(r, clues, scene, default=True)
    return True


def signed_growth(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A number with a printed sign."""
    if not r.figure.signed or r.figure.unit != "PT":
        return False
    if clues.elides and told(scene, Measure.CONTRIBUTION_RATE) is not None:
        return False  # "investment contributed 41 percent of it and net exports -3 percent"
    r.be(Measure.GROWTH, "growth with a printed sign")
    compare(r, clues, scene, default=True)
    return True


def points_faster(r: Reading, clues: Clues, scene: Scene) -> bool:
    """Points between two growths or shares that are printed as percent: "0.4 percent faster than"."""
    last = told(scene, Measure.GROWTH, Measure.SHARE)
    rival, growths = clues.relative, word_list("en", "other_side.growths")
    of_growth = bool(clues.side) and (rival.endswith(growths) or rival.partition(" of ")[0] in growths)
    if not (Says.PACE in clues.says or of_growth) or last is None or last.rule == _MORE:
        return False
    r.unit = "PPT"
    read_points(r, clues, scene)
    return True


def more_or_less(r: Reading, clues: Clues, scene: Scene) -> bool:
    """So many percent more or less than something."""
    if not clues.side:
        return False
    beside = clues.relative and clues.base is None and not is_then(clues.relative)  # 成本比外地低15%
    if (beside or is_average(clues.relative)) and clues.comparison is None:
        r.be(Measure.GAP, "more or less than another", sign=clues.side, of=clues.relative)
        r.subject = Subject(r.subject.label) if is_price(r.subject) else r.subject  # dearer than others: no index
        return True
    r.be(Measure.GROWTH, _MORE, sign=clues.side)
    compare(r, clues, scene, default=True)
    return True


def growth_of_price(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A percentage of prices with no verb."""
    if not is_price(r.subject) or (Says.LEVEL_VERB in clues.says and r.figure.value > FEW):
        return False
    r.be(Measure.GROWTH, "growth of a price", sign=clues.side or 1)
    compare(r, clues, scene, default=True)
    return True


def growth_of_amount(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A percentage beside the name of an amount without a verb, as in a list of goals: "exports: 5 percent"."""
    tells_more = Says.LEVEL_VERB in clues.says or clues.base is not None or clues.carries_on or clues.spends
    if (tells_more or not is_flow(r.subject)) and not is_growth(r.subject):
        return False
    r.be(Measure.GROWTH, "growth of an amount")
    compare(r, clues, scene, default=True)
    return True


def goal_of_amount(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A percentage sought for what was told as an amount: after sales of 40 billion, "the goal is" 6 percent."""
    amount = next((one for one in reversed(scene.recent) if one.subject == r.subject), None)
    if r.status is not Status.T or amount is None or amount.unit in PERCENT or amount.unit in COUNTED:
        return False
    r.be(Measure.GROWTH, "growth of an amount")
    compare(r, clues, scene, default=True)
    return True


def compared_growth(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A percentage that is said to be over something, or of the other side, where an amount is told of or a gap."""
    if clues.comparison is None and not (clues.beside and (told(scene, Measure.GAP) or is_flow(r.subject))):
        return False
    r.be(Measure.GROWTH, "growth")
    compare(r, clues, scene, default=True)
    return True


def _tells_points(r: Reading, clues: Clues, scene: Scene) -> bool:
    """Whether percent are printed where points are meant: of a rate or a small part of a share told just before."""
    last = scene.last
    if clues.of_share:
        return True  # "an increase of 2.1% in proportion"
    if r.figure.unit != "PT" or last is None or last.unit != "PT" or clues.words or last.subject != r.subject:
        return False
    if last.measure is Measure.SHARE:
        return clues.near and r.figure.value <= FEW and r.figure.value < last.figure.value
    return last.measure is Measure.LEVEL and is_rate(r.subject)


def _changed(last: Reading) -> bool:
    """Whether a percentage after "or" tells a change once more."""
    return last.measure is Measure.GROWTH or (last.measure is Measure.CHANGE and last.unit not in IN_PERCENT)


def _slowed(last: Reading) -> bool:
    """Whether a growth was just told to have changed, in points."""
    return last.unit == "PPT" and last.relative_to == "growth"


def growth_in_brackets(r: Reading, clues: Clues, scene: Scene) -> bool:
    """A percentage alone in brackets behind an amount: "wages came to 6,212 yuan (9.5%)"."""
    amount = told(scene, Measure.LEVEL)
    alone = clues.in_brackets and not (clues.words or clues.says)
    if not alone or amount is None or amount.unit in PERCENT or is_abroad(scene):
        return False
    r.be(Measure.GROWTH, "growth in brackets", sign=clues.side or 1)
    compare(r, clues, scene, default=True)
    return True
