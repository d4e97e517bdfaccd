"""Where a figure holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.extract.mentions import PersonMention
from readout.lexicon import words
from readout.lexicon.nations import peoples, places
from readout.text import any_of

_OFFICE_WIDTH = 40
_NAME = r"[A-ZÀ-Þ][\w'’.-]*[\w]"
_AREAS = frozenset(["county", "district", "island", "province", "region", "state", "valley"])
_AREA = any_of(_AREAS)
_PART = r"(?:(?:north|south|east|west)(?:-?east|-?west)?ern|central)"
_PART_OF = re.compile(rf"\A(?:the )?(?i:{_PART}(?: and {_PART})? )?(?:the )?")
_ONE = (
    rf"(?:(?:the )?{_PART}(?: and {_PART})? )?(?:the )?{_NAME}(?:[ ](?:{_NAME}|of {_NAME}))*(?:[ ]{_AREA}\b)?"
    r"(?<!['’]s)(?![\w'’])"
)
# `Peru and Chile`, `Peru, Chile`, `Riga and other cities`
_PLACE = rf"(?P<place>(?P<one>{_ONE})(?:(?:,|,? and) (?P<more>{_ONE})(?!\w))?(?:[ ]and other [a-z]+)?)"
_AT = r"[ ](?:in|at|near|across|around|outside|inside|throughout)[ ]"
_WEEKDAY = re.compile(r"[ ][A-Z][a-z]+day\Z")
_IN = re.compile(rf"(?:[ ](?:[a-z]+ed|[a-z]+ing|still|was|were|is|are))?{_AT}{_PLACE}")
# `Chile's Olna`
_OWNER = re.compile(r"\A.*['’]s[ ]")
# `in the Olna hospital`: that is no place of this name.
_OF_A_HOUSE = re.compile(
    r"[ ](?!(?:on|in|at|by|and|or|to|for|from|of|who|with|after|when|as)\b)[a-z]+(?<!ed)\b"
)
_NUMBERED = re.compile(r"[ ]\d")
# `Nine miners had died at the pit in Olna`: what is said of those counted, and where.
_DONE_IN = re.compile(
    rf"(?:[ ](?!(?:and|or|but|who|which|that|of|to|from|by|for|about|over)\b)[a-z][\w’'-]*){{1,4}}?{_AT}{_PLACE}"
)
# `The toll in Chile rose to 40`: the place of what has become so many.
_TOLD_OF = re.compile(
    r"[CcDdFfNnTt](?<!\w\w)(?:ases|ount|ead|eaths|atalities|umber|oll|otal)\b"
    rf"(?:[ ]\S+){{0,5}}?{_AT}{_PLACE}(?:[ ][a-z]+){{1,6}}[ ]\Z"
)
_BACK = 120
_FRAME = re.compile(rf"(?:[Ii]n|[Aa]cross|[Nn]ear|[Aa]round)[ ]{_PLACE}")
_OFFICE = re.compile(
    rf"(?P<place>{_NAME}(?:[ ](?!(?:Acting|Deputy|Lieutenant|Lt|Vice)\b){_NAME})?)(?:['’]s)?[ ]"
    r"(?:(?:Acting|Deputy|Lieutenant|Lt\.?|Vice)[ -])?(?P<office>[Mm]ayor|[Gg]overnor)[ ]"
)


def is_area(name: str) -> bool:
    """Whether a name is that of a county or the like, by its last word."""
    *names, last = name.split(" ")
    return last.lower() in _AREAS and bool(names) and all(word[:1].isupper() for word in names)


def _is_place(name: str) -> bool:
    bare = _PART_OF.sub("", name, 1)
    return is_area(bare) or bare in places() or bare.partition(" ")[0] in places()


def _named(match: re.Match[str]) -> str:
    """The place that a match names, or both where it names two: what follows the first may be something else."""
    if not match["more"]:
        return _OWNER.sub("", _WEEKDAY.sub("", match["place"]))
    both = _is_place(match["one"]) and _is_place(match["more"])
    return f"{match['one']} and {match['more']}" if both else match["one"]


def _is_of_a_house(text: str, found: re.Match[str]) -> bool:
    """Whether what is `found` is only in the name of a building or the like."""
    article, _, name = found["place"].partition(" ")
    parts = name.lower().split(" ")
    own = article != "the" or {parts[0], parts[-1]} & words("with_the")
    return not own and bool(_OF_A_HOUSE.match(text, found.end("place")))


def _is_time(name: str) -> bool:
    return name.partition(" ")[0].lower() in words("calendar_words")


def place(text: str, begin: int, end: int, clause: tuple[int, int]) -> str | None:
    """Where the figure holds that ends at `end` and whose number begins at `begin`.

    It is the place right after it or after its verb, or that of what has become so many, or that opens its `clause`.
    """
    after = _IN.match(text, end, clause[1])
    if (
        after
        and after["place"] not in peoples()
        and not _NUMBERED.match(text, after.end())
        and after["place"].split()[0].lower() not in words("figures/phrase_stops")
    ):
        return _named(after) if not _is_time(after["place"]) else None
    told_of = _TOLD_OF.search(text, max(clause[0], begin - _BACK), begin)
    frame = _FRAME.match(text, clause[0] + (text[clause[0]] == " "), begin)
    for found in (_DONE_IN.match(text, end, clause[1]), told_of, frame):
        if found and _is_place(found["one"]) and not _is_of_a_house(text, found):
            return _named(found)
    return None


def office_place(text: str, people: Sequence[PersonMention]) -> dict[str, str]:
    """The city or region of each person that the text calls its mayor or governor (`Riga Mayor ...`)."""
    found: dict[str, str] = {}
    for person in people:
        begin = max(0, person.begin - _OFFICE_WIDTH)
        titled = text.find("ayor ", begin, person.end) > 0 or text.find("overnor ", begin, person.end) > 0
        office = _OFFICE.search(text, begin, person.end) if titled else None
        if office and office.end() >= person.begin and _is_place(office["place"]):
            found.setdefault(person.person, office["place"])
    return found
