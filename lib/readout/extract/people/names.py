"""Where the names of people stand: the tagger's reading, held against the rest of the article and a few plain rules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from readout.extract.people.features import kinds
from readout.extract.people.page import Name, Page, Sentence, is_capital
from readout.extract.people.tagger import Weights, tag
from readout.lexicon import words
from readout.lexicon.nations import institutions, peoples, places

Span = tuple[int, int]

_SHIPS = frozenset(
    [
        "USS",
        "HMS",
        "HMAS",
        "HMCS",
        "FS",
        "INS",
        "RFS",
        "SS",
        "MV",
        "MT",
        "MS",
        "USNS",
        "USCGC",
        "TCG",
        "ROKS",
        "JS",
    ]
)
_SUFFIXES = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])
# A title in the plural opens a list: `Presidents Obama and Xi`.
_NOT_IN_NAMES = ("org", "calendar")


def _is_title(word: str) -> bool:
    return word[0].isupper() and bool({"honorific", "title"} & set(kinds(word)))


def _known_other(phrase: str) -> bool:
    """Whether `phrase` is a place, a people, a nationality or an institution."""
    return phrase in places() or phrase in peoples() or phrase in institutions()


def _trim(sentence: list[str], first: int, last: int) -> Span | None:
    """The span without titles, function words and signs at its edges, or None where no name is left."""
    while first < last and (
        _is_title(sentence[first])
        or (not is_capital(sentence[first]) and "particle" not in kinds(sentence[first]))
        or sentence[first].lower() in words("not_names")
        or (sentence[first] in peoples() and last - first > 1)
    ):
        first += 1
    while first < last and not is_capital(sentence[last - 1]):
        last -= 1
    return (first, last) if first < last else None


def _vetoed(sentence: list[str], first: int, last: int) -> bool:
    """Whether these words are no person whatever the tagger says."""
    own = sentence[first:last]
    if _known_other(" ".join(own)) or (sentence[first - 1 : first] and sentence[first - 1] in _SHIPS):
        return True
    if len(own) == 1 and (len(own[0].strip(".")) < 2 or (own[0].isupper() and len(own[0]) < 6)):
        return True
    marks = [set(kinds(w)) for w in own]
    if any({"org", "calendar"} & m for m in marks[-1:]):
        return True
    if all({"place", "people", "institution", "org"} & m for m in marks):
        return True
    after = sentence[last : last + 1]
    return bool(after) and after[0][0].isupper() and "org" in kinds(after[0])


def _runs(labels: list[str]) -> Iterator[Span]:
    """Spans that are labelled as a person."""
    first = None
    for i, label in enumerate([*labels, "O"]):
        if first is not None and label != "I-PER":
            yield first, i
            first = None
        if label == "B-PER":
            first = i


def _after_title(sentence: list[str]) -> Iterator[Span]:
    """Capitalised words after an honorific or a title."""
    for i, word in enumerate(sentence[:-1]):
        honorific = word in words("honorifics") and word not in {"St", "St."}
        if not honorific and not (word[0].isupper() and "title" in kinds(word)):
            continue
        first = last = i + 1
        while last < len(sentence) and (
            is_capital(sentence[last]) or (last > first and "particle" in kinds(sentence[last]))
        ):
            last += 1
        while last > first and not is_capital(sentence[last - 1]):
            last -= 1
        plain = [w for w in sentence[first:last] if not kinds(w)]
        if first < last and len(plain) == last - first <= 4 and (honorific or last - first > 1):
            yield first, last


def _is_shout(sentence: list[str]) -> bool:
    return sum(w.isupper() for w in sentence if len(w) > 3) > len(sentence) // 2


def _found(page: Page, weights: Weights | None) -> dict[int, list[Span]]:
    """Spans by sentence, of the tagger and of titles, cleaned; headlines are left out."""
    body = [i for i, s in enumerate(page.sentences) if not s.headline and not _is_shout(s.words)]
    sentences = [page.sentences[i].words for i in body]
    out: dict[int, list[Span]] = {}
    for i, own, labels in zip(body, sentences, tag(sentences, weights), strict=True):
        spans: list[Span] = []
        cued = list(_after_title(own))
        for first, last in [*cued, *_runs(labels)]:
            span = _trim(own, first, last)
            if span and not _vetoed(own, *span) and not any(span[0] < s[1] and s[0] < span[1] for s in spans):
                spans.append(span)
        out[i] = sorted(spans)
    return out


def _joined(own: list[str], spans: list[Span]) -> list[Span]:
    """Spans with a nickname in quotes or a generation's mark taken in."""
    out: list[Span] = []
    for first, last in spans:
        if last < len(own) and own[last] in _SUFFIXES:
            last += 1
        elif last + 1 < len(own) and own[last] == "," and own[last + 1] in _SUFFIXES:
            last += 2
        between = own[out[-1][1] : first] if out else []
        if out and 1 <= len(between) <= 3 and between[0] in {'"', "“"} and between[-1] in {'"', "”"}:
            first = out.pop()[0]
        out.append((first, last))
    return out


def _surname(own: list[str]) -> str:
    plain = [w for w in own if w not in _SUFFIXES and w != ","]
    return plain[-1] if plain else own[-1]


def _free(sentence: Sentence, own: list[str], first: int, last: int) -> bool:
    """Whether the words stand alone: no capitalised stranger beside them that would make another name of them."""
    if (
        first
        and is_capital(own[first - 1])
        and not kinds(own[first - 1])
        and not sentence.headline
        and first > 1
    ):
        return False
    if last < len(own) and last + 1 <= len(own) and own[last][0].isupper():
        return sentence.headline or not ({"org", "place"} & set(kinds(own[last])))
    return True


def _consistent(page: Page, found: dict[int, list[Span]]) -> dict[int, list[Span]]:
    """Each known name wherever it stands, and no single word that the tagger mostly reads as something else."""
    full: set[tuple[str, ...]] = set()
    votes: Counter[str] = Counter()
    for i, spans in found.items():
        own = page.sentences[i].words
        for first, last in spans:
            if last - first > 1:
                full.add(tuple(own[first:last]))
            else:
                votes[own[first]] += 1
    surnames = {_surname(list(f)) for f in full}
    seen = Counter(w for s in page.sentences if not s.headline for w in s.words if w in votes)
    single = {w for w, n in votes.items() if w in surnames or 2 * n >= seen[w]}
    starts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for f in sorted({*full, *((w,) for w in single | surnames)}, key=len, reverse=True):
        starts[f[0]].append(f)
    return {
        i: list(_known(s, starts, found.get(i, []), surnames | single)) for i, s in enumerate(page.sentences)
    }


def _known(
    sentence: Sentence, starts: dict[str, list[tuple[str, ...]]], spans: list[Span], single: set[str]
) -> Iterator[Span]:
    own = sentence.words
    kept = {first: last for first, last in spans if last - first > 1 or own[first] in single}
    i = 0
    while i < len(own):
        last = kept.get(i)
        if last is None:
            for f in starts.get(own[i], ()):
                end = i + len(f)
                inside = any(i < first < end for first in kept)
                if tuple(own[i:end]) == f and not inside and (len(f) > 1 or _free(sentence, own, i, end)):
                    last = end
                    break
        if last is None:
            i += 1
            continue
        yield i, last
        i = last


def _lead(own: list[str], first: int) -> int:
    """The first of the titles and honorifics right before a name."""
    lead = first
    while lead and _is_title(own[lead - 1]):
        lead -= 1
    return lead


def find_names(page: Page, weights: Weights | None = None) -> list[Name]:
    """Names of people in `page`, in text order; one that no sentence of the body bears is left out."""
    spans = _consistent(page, _found(page, weights))
    names = []
    for i, own_spans in spans.items():
        own = page.sentences[i].words
        for first, last in _joined(own, own_spans):
            names.append(Name(i, first, last, _lead(own, first)))
    return names
