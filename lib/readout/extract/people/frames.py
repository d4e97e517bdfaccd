"""Names told by what stands around them, whatever the tagger reads: nicknames, titles, posts, speech verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.extract.people.cues import follows_post, is_marked, is_title, may_be_name, role_beside
from readout.extract.people.features import kinds
from readout.extract.people.lexis import found, listed
from readout.extract.people.page import Sentence, Span, is_capital, run_end
from readout.extract.people.posts import role_phrases
from readout.extract.people.vetoes import QUOTES
from readout.lexicon import words

_LONGEST = 6
# Lists whose words are surnames as well.
_SURNAMES_TOO = frozenset({"place", "title"})
# Words that are in no list but these may be a name's.
_PERSONAL = frozenset({"given", "particle", "place"})


def name_end(own: Sequence[str], first: int) -> int:
    """Where the capitalised words and the particles between them that begin at `first` end."""
    return run_end(own, first, _is_particle)


def _is_particle(word: str) -> bool:
    return "particle" in kinds(word)


def nicknamed(sentence: Sentence) -> Iterator[Span]:
    """Names with a nickname in quotes: `Robert "Bob" Hale`."""
    own = sentence.words
    for i in sentence.capitals if not QUOTES.isdisjoint(own) else ():
        quoted = own[i - 1 : i] and own[i - 1] in QUOTES and own[i + 1 : i + 2] and own[i + 1] in QUOTES
        if quoted and i > 1 and i + 2 < len(own) and is_capital(own[i - 2]) and is_capital(own[i + 2]):
            yield i - 2, name_end(own, i + 2)


def after_title(sentence: Sentence) -> Iterator[Span]:
    """Capitalised words that no list knows, after an honorific or (two at least) after a title."""
    own = sentence.words
    for i in sentence.capitals:
        if not is_title(own[i]) or own[i] in {"St", "St."}:
            continue
        last = name_end(own, i + 1)
        if (
            may_be_name(own[i + 1 : last])
            and 0 < last - i - 1 <= 4
            and ("honorific" in kinds(own[i]) or last - i > 2)
        ):
            yield i + 1, last


def framed(sentence: Sentence) -> Iterator[Span]:
    """Capitalised words that may be a name, between a speech verb and a post: said `Thi Hoa Pham`, the head nurse; the
    head nurse, `Thi Hoa Pham`, said."""
    own = sentence.words
    for said in found(own, words("reporting_verbs")):
        after = said + 1
        if after < len(own) and own[said] in listed("inverted") and is_capital(own[after]):
            last = name_end(own, after)
            if _may_name(own[after:last]) and _has_post(own, last):
                yield after, last
        if said and own[said - 1] == ",":
            first = _opening(own, said - 1)
            if _may_name(own[first : said - 1]) and name_end(own, first) == said - 1:
                yield first, said - 1


def _may_name(run: Sequence[str]) -> bool:
    """Whether no list knows these words for anything but a name's, nor all for a place's."""
    if not 1 < len(run) <= 4 or any(kinds(w) - _PERSONAL for w in run):
        return False
    return not all("place" in kinds(w) for w in run)


def _opening(own: Sequence[str], comma: int) -> int:
    """Where the words begin that stand in commas after a post, up to the one at `comma`; `comma` where none do."""
    opening = next((i for i in range(comma - 1, max(0, comma - _LONGEST), -1) if own[i] == ","), comma)
    return opening + 1 if opening < comma and follows_post(own, opening) else comma


def _has_post(own: Sequence[str], last: int) -> bool:
    """Whether a person's post in commas follows word `last`."""
    post = role_phrases(own, last + 1, frozenset()) if role_beside(own, last) else []
    return bool(post) and listed("either").isdisjoint(own[post[0][0] : post[0][1]])


def placed(sentence: Sentence) -> Iterator[Span]:
    """A given name and a surname that is a place's or a title too, where a person must be: `Gen. Isaac Berlin`."""
    own = sentence.words
    for i in sentence.capitals:
        if kinds(own[i]) != {"given"} or (i and is_capital(own[i - 1]) and not is_title(own[i - 1])):
            continue
        last = name_end(own, i + 1)
        known = [kinds(w) & _SURNAMES_TOO for w in own[i + 1 : last] if "particle" not in kinds(w)]
        if 0 < len(known) < 3 and any(known) and is_marked(own, i, last):
            yield i, last
