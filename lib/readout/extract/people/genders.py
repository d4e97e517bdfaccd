"""What the words beside a name say of man or woman: `Ms.` before it, `his wife,` before it, `, the widow` after it."""

from __future__ import annotations

from collections.abc import Sequence

from readout.extract.people.lexis import listed
from readout.extract.people.page import Name
from readout.lexicon.genders import honorific_genders, kin_genders

_CLOSED = frozenset({",", ".", ";", ")"})


def gender_of(own: Sequence[str], name: Name) -> str | None:
    """`man` or `woman` as the honorific before `name`, or a kinship word set beside it, says; None for neither."""
    for word in own[name.lead : name.first]:
        if told := honorific_genders().get(word.lower()):
            return told
    return _before(own, name) or _after(own, name)


def _before(own: Sequence[str], name: Name) -> str | None:
    """`his wife` Carol Hale; his wife`,` Carol Hale`,`."""
    at = name.lead - 1
    closed = own[name.last : name.last + 1]
    if at > 0 and own[at] == "," and (not closed or closed[0] in _CLOSED):
        at -= 1
    return kin_genders().get(own[at]) if at > 0 else None


def _after(own: Sequence[str], name: Name) -> str | None:
    """Carol Hale, `the widow` of the mayor; Carol Hale, `his wife`,."""
    at = name.last + 1
    if own[name.last : at] != [","] or not own[at : at + 1] or own[at].lower() not in listed("determiner"):
        return None
    return kin_genders().get(own[at + 1]) if at + 1 < len(own) else None
