"""Numbers that stand alone and count nothing: ages, hours, telephone numbers, scores, pages."""

from __future__ import annotations

import re

from readout.extract.figures.amounts import Amount

_WINDOW = 40
# `Mr Ruiz, 61,`; `a girl, 9,`; `aged 40`; `who is 61`.
_AGE = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]+,[ ]\Z|\b(?:an?|her|his|the|their)[ ](?:[a-z-]+[ ])?[a-z]+[^s\W],[ ]\Z"
    r"|\b(?:aged?|ages|(?:who|[Ss]?[Hh]e) (?:is|was))[ ]\Z"
)
_AGE_ENDS = re.compile(r"[,;)]|\.(?!\d)|[ ](?:of|from|now|today)\b|\Z")
_AGED = re.compile(
    r"\b(?:aged?|ages)[ ](?:(?:of|above|at least|below|between|from|over|under|up to)[ ])?"
    r"(?:\w+(?:,|,? and|,? or| to)[ ]){0,3}\Z"
)
_TURNED = re.compile(r"\bturn(?:s|ed|ing)[ ]\Z")
_OLDEST = 120
# `Friday at six`, `a little before 11`, `half past nine`; `the 7.14 to Olna`.
_HOUR = re.compile(
    r"(?:\b(?:before|after|until|till|past|quarter to)|(?:day|night|morning|evening|afternoon|tomorrow) at)[ ]\Z"
)
_TIMETABLED = re.compile(r"\b[Tt]he[ ]\Z")
_CLOCK = re.compile(r"\d{1,2}\.[0-5]\d(?!\d)")
_HOURS = 24
# `from 9 to 5 daily`
_OPEN = re.compile(r"\bfrom[ ]\d{1,2}[ ]to[ ]\d{1,2}[ ](?:daily|every|on|weekdays)\b")
_OPEN_REACH = len(" to 12 weekdays")
# `half past nine`; the half of a match, a year, a month.
_PAST = re.compile(r"[ ]past[ ]")
_PERIOD = re.compile(r"\b(?:first|second|latter)[ -]\Z", re.IGNORECASE)
# `+51 1 555 0172`, `(212) 555-0143`: a group of digits that begins with a nought is not there to count.
_DIALLED = re.compile(r"\b(?:[Cc]all(?:ing)?|[Dd]ial(?:ling)?)[ ]\Z|\+\d[\d ().-]*\Z|\(\d{2,4}\)[ ]?\Z")
_DIALS_ON = re.compile(r"\)?[ .-]?\d{3}[ .-]\d{4}(?!\d)|[ -]0\d")
# `The vote was 188 to 91.`
_VOTE = re.compile(r"\b(?:votes?|voted|was|scored?|won(?: by)?|lost(?: by)?)[ ](?:\d[\d,]*[ ]to[ ])?\Z")
_VOTED = re.compile(r"[ ]to[ ]\d[\d,]*(?![\w%]|[.,]\d)")
# `182 for 4`, `Page 2 of 3`.
_TALLY = re.compile(r"\d[ ]for[ ]\Z|\b[Pp]age[ ]\d+[ ]of[ ]\Z")
_TALLIED = re.compile(r"[ ]for[ ]\d{1,2}(?![\w%]|[.,]\d)(?![ ][a-z]+s\b)")


def is_other(text: str, amount: Amount) -> bool:
    """Whether `amount`, which has no noun, is an age, an hour, a half of time, or part of a code or a score."""
    before = max(0, amount.begin - _WINDOW), amount.begin
    if _AGED.search(text, *before):
        return True
    if amount.kind == "fraction":
        return bool(_PAST.match(text, amount.end) or _PERIOD.search(text, *before))
    if not amount.in_digits:
        return _is_hour(text, amount, before)
    vote = _VOTE.search(text, *before)
    if vote and (vote.group().endswith(" to ") or _VOTED.match(text, amount.end)):
        return True
    return (
        text[amount.end : amount.end + 1].isalpha()
        or _is_age(text, amount, before)
        or _is_hour(text, amount, before)
        or (text[amount.begin] == "0" and text[amount.begin + 1 : amount.begin + 2].isdigit())
        or any(said.search(text, *before) for said in (_DIALLED, _TALLY))
        or any(said.match(text, amount.end) for said in (_DIALS_ON, _TALLIED))
    )


def _is_age(text: str, amount: Amount, before: tuple[int, int]) -> bool:
    young = amount.value is not None and 0 < amount.value < _OLDEST
    aged = _AGE.search(text, *before) and _AGE_ENDS.match(text, amount.end)
    return bool(young and (aged or _TURNED.search(text, *before)))


def _is_hour(text: str, amount: Amount, before: tuple[int, int]) -> bool:
    if amount.value is None or not 0 <= amount.value <= _HOURS:
        return False
    opened = _OPEN.search(text, max(0, amount.begin - _OPEN_REACH), amount.end + _OPEN_REACH)
    if opened and opened.start() < amount.begin < opened.end():
        return True
    timetabled = _CLOCK.match(text, amount.begin) and _TIMETABLED.search(text, *before)
    return bool(timetabled or (amount.value.is_integer() and _HOUR.search(text, *before)))
