"""Names of people as far as one sentence tells: the tagger's reading, and the words around a run of capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from readout.extract.people.features import kinds, singular
from readout.extract.people.lexis import listed
from readout.extract.people.page import Sentence, Span, is_capital
from readout.extract.people.parties import is_company
from readout.extract.people.phrases import POSSESSIVE, is_role, role_phrases
from readout.extract.people.tagger import Reading
from readout.extract.people.towns import locates
from readout.lexicon import words
from readout.lexicon.nations import countries, institutions, peoples, places

_QUOTES = frozenset({'"', "“", "”"})
# How likely the words of a name must be on average: by themselves; with a cue; with a role in commas after them;
# a single word, to be weighed with its other occurrences.
_SURE, _CUED, _BESIDE, _SINGLE = 0.5, 0.12, 0.03, 0.25
_CERTAIN = 0.9
_LONGEST = 6
# Lists whose words are surnames as well.
_SURNAMES_TOO = frozenset({"place", "title"})


@lru_cache(maxsize=65536)
def is_title(word: str) -> bool:
    """Whether `word` is a capitalised title, rank or honorific."""
    return word[0].isupper() and bool({"honorific", "title"} & kinds(word))


def _is_edge(own: Sequence[str], i: int, alone: bool) -> bool:
    """Whether word `i` cannot begin a name: a title, an office, a function word, a sign, a country before a name."""
    word = own[i]
    if is_title(word) or word.replace("’", "'").partition("'")[0].lower() in words("not_names"):
        return True
    titled = i > 0 and is_title(own[i - 1])
    if not alone and not titled and "given" not in kinds(word) and (word in peoples() or word in countries()):
        return True
    if i > 1 and own[i - 1] in {"of", "the"} and word.lower() in words("office_words"):
        return True
    return not is_capital(word) and "particle" not in kinds(word)


def _trim(own: Sequence[str], first: int, last: int) -> Span | None:
    """The span without what cannot begin or end a name, or None where nothing is left."""
    for i in range(first, last - 1):
        if is_title(own[i]) and own[i + 1] not in listed("generation") and "given" not in kinds(own[i - 1]):
            first = i + 1
    while first < last and _is_edge(own, first, last - first == 1):
        first += 1
    while first < last and not is_capital(own[last - 1]) and own[last - 1] not in listed("generation"):
        last -= 1
    while last - first > 1 and own[last - 1] in listed("office"):
        last -= 1
    return (first, last) if first < last else None


def _is_town(own: Sequence[str], first: int, last: int) -> bool:
    """Whether a place follows in commas, as it does after a town: `of Fairview, Texas`."""
    if own[last : last + 1] != [","] or last + 1 >= len(own):
        return False
    after = own[last + 1]
    if after.strip(".") in words("state_abbreviations"):
        return True
    if after not in places():
        return False
    return last - first == 1 or own[first - 1 : first][:1] in (["of"], ["in"], ["from"], ["near"], ["at"])


def _is_other(said: str) -> bool:
    """Whether a whole phrase is known for something else: a place, a people, an institution."""
    known = said in places() or said in peoples() or said in institutions()
    return known or said in words("groups") or said in words("companies")


def _is_code(word: str) -> bool:
    """Whether a single word is an acronym, a month or state cut short, or `R-Ohio`."""
    bare = word.strip(".")
    if len(bare) < 2 or (word.isupper() and len(word) < 6) or bare[1] == "-":
        return True
    return "month" in kinds(word) or word in words("state_abbreviations")


def _bears(own: Sequence[str], first: int, last: int, chance: float) -> bool:
    """Whether a word such as `Park` ends a person's name here: after a given name, and beside a title or a deed, or
    where nothing else is likely."""
    if last - first < 2 or own[last - 1] not in listed("surname") or "given" not in kinds(own[first]):
        return False
    reigns = first > 0 and own[first - 1] in listed("reign")
    return (chance >= _CERTAIN and not reigns and not locates(own, first)) or _is_marked(own, first, last)


def _is_marked(own: Sequence[str], first: int, last: int) -> bool:
    """Whether a title, a role or a deed beside these words can be nobody's but a person's."""
    before, after = own[first - 1] if first else "the", own[last] if last < len(own) else "."
    if is_title(before) and before not in listed("reign"):
        return True
    return (after.islower() and "says" in kinds(after)) or (before != "the" and _role_beside(own, last))


def _vetoed(own: Sequence[str], first: int, last: int, chance: float) -> bool:
    """Whether these words, a person by `chance`, are none for all that."""
    name = own[first:last]
    if _is_other(" ".join(name)) or (len(name) == 1 and _is_code(name[0])) or _is_town(own, first, last):
        return True
    if locates(own, first) and "given" not in kinds(name[0]):
        return True
    if {*name[:-1], own[first - 1] if first else ""} & (listed("ship") | listed("bearer")):
        return True
    if (
        first > 2
        and own[first - 1] == "of"
        and is_capital(own[first - 2])
        and not _is_edge(own, first - 2, False)
    ):
        return True
    if all(w.isupper() and len(w) > 1 and w[1] != "." for w in name) or any(
        w.rpartition("-")[2] in listed("compound") for w in name
    ):
        return True
    if any(not w[0].isalpha() and w not in _QUOTES for w in name) or all(
        w in listed("generation") for w in name
    ):
        return True
    if is_company(own, first, last):
        return True
    marks = [kinds(w) for w in name]
    if len(name[-1]) == 1 or name[-1] in listed("event"):
        return True
    if ({"org", "calendar", "site"} & marks[-1] and not _bears(own, first, last, chance)) or all(
        m & {"place", "people", "institution", "org"} for m in marks
    ):
        return True
    follower = own[last].strip(".") if last < len(own) else ""
    if follower in listed("band"):
        return True
    after = kinds(follower) | kinds(singular(follower))
    return bool("site" in after or ("org" in after and own[last][0].isupper()))


def _runs(named: Sequence[bool]) -> Iterator[Span]:
    """Spans that are read as a person; two that touch are one."""
    first = None
    for i, person in enumerate([*named, False]):
        if person and first is None:
            first = i
        elif not person and first is not None:
            yield first, i
            first = None


def _capital_runs(sentence: Sentence, person: Sequence[float]) -> Iterator[Span]:
    """Runs of two and more capitalised words, particles between them included, that may be a person's at all."""
    own, end = sentence.words, 0
    for first in sentence.capitals:
        if first < end:
            continue
        end = _run_end(own, first)
        if end - first < 2 or max(person[first:end]) < _BESIDE:
            continue
        span = _trim(own, first, end)
        if span and 2 <= span[1] - span[0] <= _LONGEST:
            yield span


def _run_end(own: Sequence[str], first: int) -> int:
    """Where the capitalised words and the particles between them that begin at `first` end."""
    last = first
    while last < len(own) and (is_capital(own[last]) or (last > first and "particle" in kinds(own[last]))):
        last += 1
    while last > first and not is_capital(own[last - 1]):
        last -= 1
    return last


def has_cue(own: Sequence[str], first: int, last: int) -> bool:
    """Whether the words around say that a person stands here, or a given name that begins it."""
    before = own[first - 1] if first else ""
    after = own[last] if last < len(own) else ""
    if "given" in kinds(own[first]) and _may_be_name(own[first + 1 : last]):
        return True
    if before and (is_title(before) or (is_role(before) and singular(before) == before)):
        return True
    if before in POSSESSIVE and own[first - 2] in countries():
        return True
    if before == "," and first > 1 and is_role(own[first - 2]) and after in {",", ".", "said"}:
        return True
    if after and after.islower() and "says" in kinds(after):
        return True
    return own[last : last + 2] == [",", "who"] or _role_beside(own, last)


def _may_be_name(own: Sequence[str]) -> bool:
    """Whether no list knows the words for anything but (parts of) names."""
    return all("particle" in kinds(w) or kinds(w) <= {"given"} for w in own)


def _role_beside(own: Sequence[str], last: int) -> bool:
    """Whether a role in commas follows word `last`: `, the secretary of the council,`."""
    return own[last : last + 1] == [","] and bool(role_phrases(own, last + 1, frozenset()))


def _floor(own: Sequence[str], first: int, last: int) -> float:
    """How likely the words of a name must be, given what stands around them."""
    if not has_cue(own, first, last):
        return _SURE
    return _BESIDE if _role_beside(own, last) else _CUED


def _nicknamed(sentence: Sentence) -> Iterator[Span]:
    """Names with a nickname in quotes: `Robert "Bob" Hale`."""
    own = sentence.words
    for i in sentence.capitals if not _QUOTES.isdisjoint(own) else ():
        quoted = own[i - 1 : i] and own[i - 1] in _QUOTES and own[i + 1 : i + 2] and own[i + 1] in _QUOTES
        if quoted and i > 1 and i + 2 < len(own) and is_capital(own[i - 2]) and is_capital(own[i + 2]):
            yield i - 2, _run_end(own, i + 2)


def _after_title(sentence: Sentence) -> Iterator[Span]:
    """Capitalised words that no list knows, after an honorific or (two at least) after a title."""
    own = sentence.words
    for i in sentence.capitals:
        if not is_title(own[i]) or own[i] in {"St", "St."}:
            continue
        last = _run_end(own, i + 1)
        if (
            _may_be_name(own[i + 1 : last])
            and 0 < last - i - 1 <= 4
            and ("honorific" in kinds(own[i]) or last - i > 2)
        ):
            yield i + 1, last


def _placed(sentence: Sentence) -> Iterator[Span]:
    """A given name and a surname that is a place's or a title too, where a person must be: `Gen. Isaac Berlin`."""
    own = sentence.words
    for i in sentence.capitals:
        if kinds(own[i]) != {"given"} or (i and is_capital(own[i - 1]) and not is_title(own[i - 1])):
            continue
        last = _run_end(own, i + 1)
        known = [kinds(w) & _SURNAMES_TOO for w in own[i + 1 : last] if "particle" not in kinds(w)]
        if 0 < len(known) < 3 and any(known) and _is_marked(own, i, last):
            yield i, last


def _widened(own: Sequence[str], first: int, last: int) -> Span:
    """The span with the `al-Masri`, `de la Cruz` or `Jr.` that follows it."""
    if own[last : last + 1] and own[last].islower() and "particle" in kinds(own[last]):
        last = max(last, _run_end(own, first))
    while last < len(own) and own[last][0].islower() and is_capital(own[last]):
        last += 1
    if own[last : last + 1] and own[last] in listed("generation"):
        return first, last + 1
    if own[last : last + 1] == [","] and own[last + 1 : last + 2] and own[last + 1] in listed("generation"):
        return first, last + 2
    return first, last


def _has_capital_beside(own: Sequence[str], i: int) -> bool:
    """Whether word `i` is part of a longer run of capitalised words."""
    before = own[i - 1] if i else "."
    after = own[i + 1] if i + 1 < len(own) else "."
    if is_capital(after) or "particle" in kinds(before):
        return True
    return is_capital(before) and not is_title(before) and before.lower() not in words("not_names")


def _chance(reading: Reading, first: int, last: int) -> float:
    """How likely the words are a person's, on average.

    Several capitalised words in a row are hardly ever no name at all, however often a sentence begins with a capital:
    where a person is likelier than any other name, that counts.
    """
    person, other = sum(reading.person[first:last]), sum(reading.other[first:last])
    mean = person / (last - first)
    return person / (person + other) if last - first > 1 and mean >= _CUED else mean


def read_sentence(sentence: Sentence, reading: Reading) -> list[Span]:
    """Names in one sentence, as far as the sentence alone tells."""
    own = sentence.words
    spans: list[Span] = []
    if max(reading.person) < _BESIDE and not any(is_title(own[i]) for i in sentence.capitals):
        return spans

    def add(first: int, last: int, floor: float | None = None) -> None:
        span = _trim(own, first, last)
        if span is None or any(span[0] < s[1] and s[0] < span[1] for s in spans):
            return
        chance = _chance(reading, *span)
        if chance < (_BESIDE if floor is None else floor) or _vetoed(own, *span, chance):
            return
        if floor is not None or chance >= _floor(own, *span):
            spans.append(_widened(own, *span))

    for first, last in _nicknamed(sentence):
        add(first, last, _CUED)
    for first, last in _after_title(sentence):
        add(first, last, 0.0)
    for first, last in _placed(sentence):
        add(first, last, 0.0)
    for first, last in _runs(reading.named):
        add(first, last, None if last - first > 1 else _SURE)
    for first, last in _capital_runs(sentence, reading.person):
        add(first, last)
    for i in sentence.capitals:
        if reading.person[i] >= _SINGLE and not _has_capital_beside(own, i):
            add(i, i + 1, _SINGLE)
    return sorted(spans)
