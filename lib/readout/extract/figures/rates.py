"""What each of a figure is counted by: `$15 an hour`, `20 tickets each`, `each club sold 20`."""

from __future__ import annotations

import re

from readout.extract.figures.amounts import Amount
from readout.lexicon import words
from readout.text import any_of

_PER = re.compile(
    r"[ ](?:per|an?|every)[ ](?P<unit>(?:(?:square|cubic)[ ])?[^\W\d_]+)\b(?![ ](?:ago|earlier|later|of|[a-z]+s)\b)"
)
_EACH = re.compile(
    r"(?:[ ]of(?:[ ][a-z]+){1,3})?[ ](?:each|apiece)\b"
    r"|(?:[ ][a-z]+)?[ ](?:from|for|by|on|to|at|in|with)[ ]each[ ](?:of[ ]the[ ])?(?P<unit>[a-z]+)"
)
_EACH_BEFORE = re.compile(r"[Ee](?<!\w[Ee])ach[ ](?:of[ ]the[ ])?(?P<unit>[a-z]+)\b[^,.;:]*\Z")
_UNITS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_OFTEN = re.compile(rf"[ ]({any_of(_UNITS)})\b(?:(?<=annually)|(?![ ][a-z]))")  # not of `40 daily papers`
_WINDOW = 60


def per_what(text: str, amount: Amount, begin: int, end: int, sentence: int) -> str | None:
    """The unit that the figure from `begin` to `end` is counted by, in the sentence that starts at `sentence`."""
    if amount.each:
        return "side"
    if often := _OFTEN.match(text, end):
        return _UNITS[often[1]]
    if each := _EACH.match(text, end):
        return each["unit"] or "each"
    start, per = max(sentence, begin - _WINDOW), None
    if text.find("ach ", start, begin) >= 0:
        per = _EACH_BEFORE.search(text, start, begin)
    if not per and amount.kind != "fraction":  # `half an apple` is of one
        per = _PER.match(text, end)
    return per["unit"] if per and per["unit"] not in words("figures/phrase_stops") else None
