"""When a meeting is or was, by the dates that a sentence gives; and which dates only say when somebody spoke."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from readout.extract.meetings.naming import Trigger
from readout.extract.meetings.nearness import REACH, gap, nearest
from readout.extract.meetings.scene import Scene
from readout.extract.mentions import DateMention, DurationMention
from readout.text.calendar import days_of
from readout.text.numbers import parse_number

_NOT_WHEN = re.compile(r"\b(?:since|until|till|by|before|from before|as of)\s(?:the\s)?\Z", re.I)
_ENDING = re.compile(
    r"\b(?:wrap(?:s|ped) up|ends|ended|conclude[sd]|finish(?:es|ed)|close[sd]"
    r"|adjourn(?:s|ed)|broke (?:up|off|down)|collapsed|rose from)\b"
)
_LAST_DAY = re.compile(
    r"\b(?:(?:run|ran|last|continue|go on|went on|extend)(?:s|ed)?\s(?:until|till|through|into)"
    r"(?:\s(?:an?|the|its)\s\w+\sday(?:\son)?)?"
    r"|(?:to|will|would|should) (?:wrap up|end|conclude|finish|close|culminate in)\b[^,;]{0,30})\s\Z"
)
# A year is as seldom a meeting's as it stands far from it.
_NEAR_YEAR = 40
_NTH_DAY = re.compile(r"\b(second|third|fourth|fifth|final)\sday\b", re.I)
_LATE_DAYS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
# Those who `leave on Monday for talks` do not say when they talk.
_TRAVELS = re.compile(
    r"\b(?:leav(?:es?|ing)|left|depart(?:s|ed|ing)?|fl(?:y|ies|ew|ying)|travel(?:s|l?ed|l?ing)?|arriv(?:es?|ed|ing)"
    r"|head(?:s|ed|ing)?|set off|land(?:s|ed|ing)?)\b[^,;]*\Z"
)
_FOR = re.compile(r"\sfor\s[^,;]*\Z")
# `Friday’s session will weigh the outcome of the talks`: what is said before is not said of these.
_OUTCOME = re.compile(
    r"\b(?:outcomes?|results?|conclusions?|fallout|reports?|minutes|readout|details)\s(?:of|from|on|about)\s(?:[\w-]+\s){0,2}\Z"
)
_AFTERWARDS = re.compile(r",?\s(?:after|following|before|ahead of)\s")
# `OSLO, Nov 3`: where and when a report was filed. `In Oslo, on Nov 3` is another matter.
_DATELINE = re.compile(r"(?!In\b|At\b|On\b|From\b)(?:[A-ZÀ-Þ][\w.’-]*,?\s){1,4}(?<=,\s)")
_SINCE = re.compile(r"\bsince\s(?!then\b)[^,;]*\Z", re.I)
_JOINING = frozenset(["and", "to", "through", "–", "-"])
# `and four and a half on`, behind the length of the day before
_SITTING = re.compile(r",?\s(?:and|then)\s(?:for\s)?([\w.-]+(?:\s[\w.-]+){0,7}?)\s(?:on\s)?")
_MEASURES = frozenset(
    {"a", "an", "and", "another", "more", "about", "almost", "nearly", "over", "just", "only"}
)
_MEASURES |= {"hour", "hours", "minutes"}
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SET_FOR = re.compile(r"\b(?:scheduled|set|planned|due|slated|held)\s(?:for|on|in|from)\s\Z")
_SPOKEN = re.compile(
    r"\b(?:remarks|statement|speech|message|comments|interview|address|briefing|post)\s(?:on\s)?\Z"
)


@dataclass(frozen=True, slots=True)
class When:
    """TIMEX3 values; `weekday` where only the day of the week is said, so that tense decides the week.

    `by` are the offsets of the dates that the values are from.
    """

    start: str | None = None
    until: str | None = None
    weekday: bool = False
    by: tuple[int, ...] = ()

    @property
    def value(self) -> str | None:
        """The first value that is given."""
        return self.start or self.until

    def ahead_of(self, today: date) -> When:
        """The same weekdays, not before `today`: what is still to come."""
        return replace(self, start=_not_before(self.start, today), until=_not_before(self.until, today))


def _not_before(value: str | None, today: date) -> str | None:
    days = days_of(value)
    if not days or days[0] != days[1]:
        return value
    weeks = max(0, -((days[0] - today).days // 7))
    return (days[0] + timedelta(weeks=weeks)).isoformat()


def says_when_said(
    text: str, begin: int, d: DateMention, events: Iterable[int], said: Iterable[tuple[int, int]]
) -> bool:
    """Whether a date in the sentence that begins at `begin` only says when something was said.

    So it is after a verb of saying (`said on Monday`), in front of one (`On Monday, the minister said`, `the ministry
    on Monday said`) and after
    words for what was said (`in his remarks Monday`), with no event in between. `events` are offsets, `said` are
    the spans of the verbs of saying.
    """
    happened = sorted(events)
    if _SPOKEN.search(text, max(begin, d.begin - 24), d.begin):
        return True
    near = [(first, last) for first, last in said if d.begin - 90 < last and first < d.end + 200]
    for _, last in near:
        between = text[last : d.begin]
        if last <= d.begin and len(between) < 60 and not re.search(r",|\bthat\b|“|\"|\bfor\b", between):
            return not any(last <= at < d.begin for at in happened)
    first = min((first for first, _ in near if first >= d.end), default=None)
    opens = d.begin - begin <= 12 or text[d.begin - 7 : d.begin] in (" and on ", " but on ")
    if first is not None and first - d.end == 1:
        return not any(begin <= at < d.begin for at in happened)
    return opens and first is not None and not any(at < first for at in happened)


def _day(value: str) -> str:
    """A TIMEX3 value without its time of day."""
    return re.sub(r"T.*\Z", "", value)


def _previous_days(value: str, days: int) -> str | None:
    """So many days before a day; None for a value that is no day yet."""
    try:
        return (date.fromisoformat(value) - timedelta(days=days)).isoformat()
    except ValueError:
        return None


def _fits(scene: Scene, d: DateMention, trigger: Trigger, events: Sequence[int]) -> bool:
    """Whether a date can be the meeting's: no set, no `since`, no `night talks`, and not when somebody spoke."""
    if d.type == "TIME" and trigger.begin <= d.begin < trigger.end and not re.search(r"day|\d", d.surface):
        return False
    if (
        d.type == "SET"
        or d.value.endswith("_REF")
        or says_when_said(scene.article.text, scene.begin, d, events, scene.sayings)
    ):
        return False
    within = trigger.begin <= d.begin < trigger.end
    if not within and scene.words(d.end, d.end + 2) in ("'s", "’s"):
        return False  # `next week’s strike`
    clause = scene.clause(trigger.begin)[0]
    if d.end <= trigger.begin and (
        weighs_outcome(scene, trigger) or _travels(scene, d, trigger) or _set_before(scene, d, events)
    ):
        return False
    if _DATELINE.fullmatch(scene.words(scene.begin, d.begin)) or (
        trigger.end <= d.begin and _SINCE.search(scene.words(trigger.end, d.begin))
    ):
        return False
    hours = any(m.begin <= trigger.begin and m.value.startswith("PT") for m in scene.durations)
    if d.begin < clause and not hours and _AFTERWARDS.match(scene.article.text, clause):
        return False
    if re.fullmatch(r"\d{4}", d.value) and gap(scene, d, trigger) > _NEAR_YEAR:
        return False
    before = scene.words(max(scene.begin, d.begin - 14), d.begin)
    return gap(scene, d, trigger) == 0 or not _NOT_WHEN.search(before) or _until(scene, d)


def weighs_outcome(scene: Scene, trigger: Trigger) -> bool:
    """Whether the sentence is about what came of the meeting."""
    return bool(_OUTCOME.search(scene.words(max(scene.begin, trigger.begin - 40), trigger.begin)))


def _travels(scene: Scene, d: DateMention, trigger: Trigger) -> bool:
    """Whether a date says when somebody set out or came for the meeting: `left on Monday for talks`."""
    return bool(
        _FOR.search(scene.article.text, d.end, trigger.begin)
        and _TRAVELS.search(scene.words(max(scene.begin, d.begin - 60), d.begin))
    )


def _is_set(scene: Scene, d: DateMention, trigger: Trigger) -> bool:
    """Whether a date behind the meeting is right behind words that set it: `a summit scheduled for Friday`."""
    return bool(_SET_FOR.search(scene.words(trigger.end, d.begin)))


def _set_before(scene: Scene, d: DateMention, events: Sequence[int]) -> bool:
    """Whether a date is set for a meeting named before it: `talks due on Friday to prepare a summit`."""
    lead = scene.words(max(scene.begin, d.begin - 20), d.begin)
    return any(at < d.begin for at in events) and bool(_SET_FOR.search(lead))


def _until(scene: Scene, d: DateMention) -> bool:
    """Whether a date is only the last day: `will run until Friday`, `due to end on Friday`."""
    return bool(_LAST_DAY.search(scene.words(max(scene.begin, d.begin - 40), d.begin)))


def find_when(
    scene: Scene, trigger: Trigger, rivals: Sequence[Trigger], lengths: Sequence[DurationMention]
) -> When:
    """Start and end, from the dates said of the meeting; an ending with a length in days tells the start."""
    events = [t.begin for t in (trigger, *rivals)]
    near = [d for d in scene.dates if gap(scene, d, trigger) <= REACH]
    dates = [d for d in near if _fits(scene, d, trigger, events)]
    clear = min((r.begin for r in rivals if r.begin >= trigger.end), default=scene.end)
    own = nearest(scene, dates, trigger, rivals)
    own = own or [d for d in dates if trigger.end <= d.begin < clear and _is_set(scene, d, trigger)]
    if not own:
        return When()
    if len(own) > 1 and _joined(scene.words(own[0].end, own[1].begin), lengths):
        both = bool(WEEKDAY.search(own[0].surface))
        return When(_day(own[0].value), _day(own[1].value), both, (own[0].begin, own[1].begin))
    best = min(own, key=lambda d: (not _is_set(scene, d, trigger), gap(scene, d, trigger), d.begin))
    weekday = bool(WEEKDAY.search(best.surface)) and best.basis != "explicit"
    if best.type == "DATE" and "/" in best.value:
        start, until = best.value.split("/", 1)
        return When(_day(start), _day(until), weekday, (best.begin,))
    value = _day(best.value)
    if best.mod in ("START", "MID", "END") and len(value) == 7:
        value = f"{value}-{best.mod}"
    own_end = When(None, value) if _until(scene, best) else _ended(scene, trigger, value, lengths)
    return replace(own_end, weekday=weekday, by=(best.begin,))


def _joined(between: str, lengths: Sequence[DurationMention]) -> bool:
    """Whether two dates are both the meeting's: `Friday and Saturday`, `six hours on Friday and two on Saturday`."""
    sat = _SITTING.fullmatch(between) if lengths else None
    measured = sat and all(w in _MEASURES or parse_number(w) for w in sat[1].split())
    return between.strip(" ,") in _JOINING or bool(measured)


def _ended(scene: Scene, trigger: Trigger, value: str, lengths: Sequence[DurationMention]) -> When:
    """Whether the date is the last day of the meeting; then the start is counted back."""
    span = scene.words(*scene.clause(trigger.begin))
    nth = _NTH_DAY.search(scene.words(max(scene.begin, trigger.begin - 30), trigger.begin))
    if nth and nth.group(1).lower() in _LATE_DAYS:
        return When(_previous_days(value, _LATE_DAYS[nth.group(1).lower()] - 1), value)
    if not _ENDING.search(span):
        return When(value)
    days = [int(m.group(1)) for d in lengths if (m := re.fullmatch(r"P(\d+)D", d.value))]
    return When(_previous_days(value, days[0] - 1) if days else None, value)
