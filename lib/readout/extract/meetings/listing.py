"""Who is named in a stretch of a sentence, and not only as whose somebody or where something is."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from readout.extract.meetings.parties import Party, is_located, is_someone
from readout.extract.meetings.scene import Scene
from readout.extract.mentions import PersonMention
from readout.lexicon import nations, table, words
from readout.text import any_of

# A name in a list behind `with`, and nothing that is its own: `talks with Ford and the Dockers’ Union on Monday`.
_FIRM = re.compile(
    r"(?:with|and|,)\s(?:the\s)?([A-Z][\w&-]*(?:[’'](?!s))?(?:\s(?:of\s(?:the\s)?)?[A-Z][\w&-]*)*)"
    r"(?=\s(?:and|in|on|at|were|was|are|will|ended|have|had)\b|[,.;]|\Z)"
)
_CITY_OF = re.compile(r"\s(?:[a-z]+\s)?(?:city|town|capital|resort|port|village|province|region|island)\b")
_OWNED = re.compile(r"[’']s\b|s’\s")
# Those who are not whom they stand behind: `the government of President Smith`.
_AROUND = frozenset({"staff", "government", "administration", "regime", "cabinet", "team", "delegation"})
_ROLE_OF = re.compile(r"\b([\w-]+)\s(?:of|to|for)\s(?:the\s)?((?:[A-Z][\w.]*\s){0,3})\Z")


@cache
def _roles() -> frozenset[str]:
    return words("roles")


@cache
def _titles() -> frozenset[str]:
    return frozenset(t.lower() for t in words("titles"))


def for_another(scene: Scene, p: PersonMention) -> bool:
    """Whether a person only says whose somebody is: `Smith's envoy`, `the envoy of President Smith`.

    Behind the field of a post stands who holds it: `the envoy to the Middle East Smith`.
    """
    after = scene.words(p.end, min(scene.end, p.end + 3))
    role = _ROLE_OF.search(scene.words(max(scene.begin, p.begin - 60), p.begin))
    if not role or role[1].lower().rstrip("s") not in {*_roles(), *_AROUND}:
        return bool(_OWNED.match(after))
    field = role[2].split()
    return bool(_OWNED.match(after)) or not field or field[-1].lower() in {*_roles(), *_titles()}


def _only_where(scene: Scene, p: Party) -> bool:
    """Whether a country only says where a city is: `the Kenyan city of Kisumu`, `Kisumu, Kenya`."""
    behind = any(
        0 < p.begin - place.end < 3
        and place.name not in nations.countries()
        and is_located(scene.article.text, scene.begin, place.begin)
        for place in scene.places
    )
    return behind or bool(_CITY_OF.match(scene.words(p.end, p.end + 24)))


@cache
def _firm() -> re.Pattern[str]:
    nouns = any_of(noun for row in table("bodies") for noun in row[0].split(","))
    return re.compile(rf"\s(?:[a-z-]+\s){{0,2}}{nouns}\b")


def _of_firm(scene: Scene, p: Party) -> bool:
    """Whether a country only tells whose a firm or a union is: `the Kenyan carrier`."""
    return bool(_firm().match(scene.article.text, p.end, scene.end))


def _repeats(scene: Scene, p: Party, q: Party) -> bool:
    """Whether a country is only told in short: `the United States (US)`."""
    return p.name == q.name and scene.words(p.end, q.begin).strip() == "("


def named_in(scene: Scene, begin: int, end: int) -> tuple[list[str], list[str]]:
    """People and countries between two offsets, but not a country that only places or owns something."""
    people = [p.person for p in scene.people if begin <= p.begin < end and not for_another(scene, p)]
    where = {p.begin for p in scene.places if is_located(scene.article.text, scene.begin, p.begin)}
    where |= {p.begin for p in scene.parties if _only_where(scene, p) or _of_firm(scene, p)}
    short = {q.begin for p, q in pairwise(scene.parties) if p.begin in where and _repeats(scene, p, q)}
    owns = {p.begin for p in scene.parties if people and _OWNED.match(scene.words(p.end, p.end + 3))}
    sides = [p.name for p in scene.parties if begin <= p.begin < end and p.begin not in where | short | owns]
    return people, sides


def firms(scene: Scene, begin: int, end: int) -> list[str]:
    """Organisations that no list knows, behind `with`: `talks with Ford and the Dockers’ Union`.

    In a headline any word may be capitalised.
    """
    if scene.is_headline:
        return []
    listed = (scene.people, scene.parties, scene.places, scene.dates)
    taken = [(t.begin, t.end) for mentions in listed for t in mentions]
    return [
        m[1]
        for m in _FIRM.finditer(scene.article.text, begin - len("with "), end)
        if not any(b < m.end(1) and m.start(1) < e for b, e in taken) and not is_someone(m[1])
    ]
