"""How far what a source says reaches: whether it vouches for what else its sentence tells."""

from __future__ import annotations

import re

from readout.extract.figures.claimants import LONGEST, Source

_ANEW = re.compile(r"\b(?:after|although|and|as|because|before|but|since|though|when|while)[ ](?:the[ ])?\Z")
# `a grant of $4 million that Ana Pereira announced`: that alone, and not what stands before it.
_WHICH = re.compile(r"[ ](?:that|which)(?:[ ][^,;:.]{1,60},)?[ ]\Z")
# `Arla counts 34 dead, which makes 61 in all`: that sum nobody has told.
_SUMMED = re.compile(r", (?:making|which (?:makes|made|brings|brought))\b[^,;:]*\Z")
# As many characters may go before and after a source that closes its sentence.
_TAIL = 20


def begins_anew(text: str, source: Source) -> bool:
    """Whether `source` says something else than what stands before: `, and X warned that`, `as X said that`."""
    return bool(_ANEW.search(text, max(0, source.begin - _TAIL), source.begin))


def is_of_another(text: str, source: Source, end: int) -> bool:
    """Whether `source` speaks in a relative clause of something that comes after the figure that ends at `end`."""
    which = _WHICH.search(text, max(end, source.begin - LONGEST), source.begin)
    return which is not None and which.start() > end


def closes(text: str, source: Source, stop: int) -> bool:
    """Whether `..., X said` with `source` ends the sentence that ends at `stop`, and so vouches for all of it."""
    said = "," in text[max(0, source.begin - _TAIL) : source.begin].rpartition(";")[2]
    return said and stop - source.end < _TAIL and ";" not in text[source.end : stop]


def is_summed_up(text: str, source: Source, begin: int) -> bool:
    """Whether the figure at `begin` only sums up what `source` said before it."""
    return bool(_SUMMED.search(text, source.end, begin))
