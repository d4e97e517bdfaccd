"""One sentence with what is known of it: its clauses, dates, durations, people, sides and places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from readout.corpus import Article
from readout.extract.meetings.parties import Party, find_parties, find_places
from readout.extract.mentions import DateMention, DurationMention, Mention, PersonMention
from readout.lexicon import words
from readout.text import Sentences, any_of

# Reporting verbs that just as often say what a meeting or its parties did.
_NOT_REPORTING = frozenset(
    {"call", "called", "calls", "conclude", "concluded", "concludes", "continue", "continued"}
)
_NOT_REPORTING |= {
    "continues",
    "continuing",
    "concluding",
    "calling",
    "report",
    "reports",
    "state",
    "estimate",
}
_NOT_REPORTING |= {"demand", "demands", "claim", "claims", "remark", "remarks", "post", "posts", "comment"}
# No sentence is longer than this many characters.
_LONGEST = 1500
_BARRIER = re.compile(
    r";|:|\s[—–-]\s|—|,?\s(?:but|although|though|while|whereas|when|because|since then|hours after|days after"
    r"|after|before|followed|ahead of|until|following|despite|if)\s"
    r"|,\s(?:as|with)\s(?=[a-z]*\s?[A-Z])|,\s(?!includ|involv)[a-z]+ing\s"
    # What is added with a verb of its own (`, with plans to meet`), not who came along (`, with director Smith`).
    r"|,\swith\s(?=(?:[a-z-]+\s){1,3}?(?:to|set|due|[a-z]+ed|[a-z]+ing)\b)"
    r"|\sthat\s(?=(?:an?|the|it|he|she|they|no|there|[A-Z][\w.’]+)\s)"
    r"|,\s(?=(?:(?:an?|the)\s)?(?:next|another|first|second|third|fourth|fifth|sixth)\s(?:round|session|meeting|talks)\b)"
    # A second sentence joined by `and`, with a verb of its own; not the last of a list.
    r"|,\sand\s(?=[^,;]{3,60}\b(?:will|would|is|are|was|were|had|has|have|could|may|said|met|\w{3,}ed)\b)"
)

_RELATIVE = re.compile(r",\s(?=(?:who|which|whose|whom|where)\s)")


@cache
def reporting() -> re.Pattern[str]:
    """A verb of saying, as a pattern."""
    return re.compile(rf"\b{any_of(words('reporting_verbs') - _NOT_REPORTING)}\b")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence of an article. Offsets are the article's; `clauses` tile the sentence, `asides` are relative ones.

    `surnames` gives the person of each last name in the whole article, `sayings` are the verbs of saying.
    """

    article: Article
    begin: int
    end: int
    clauses: tuple[tuple[int, int], ...]
    asides: tuple[tuple[int, int], ...]
    dates: tuple[DateMention, ...]
    durations: tuple[DurationMention, ...]
    people: tuple[PersonMention, ...]
    parties: tuple[Party, ...]
    places: tuple[Party, ...]
    surnames: dict[str, str]
    sayings: tuple[tuple[int, int], ...]

    @property
    def is_headline(self) -> bool:
        """Whether it is the title of the article."""
        return self.end <= len(self.article.title or "")

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.article.text[self.begin : self.end]

    def words(self, begin: int, end: int) -> str:
        """The words between two offsets."""
        return self.article.text[begin:end]

    def clause(self, offset: int) -> tuple[int, int]:
        """The clause that holds `offset`."""
        return next((c for c in reversed(self.clauses) if c[0] <= offset), (self.begin, self.end))

    def barriers(self, begin: int, end: int) -> int:
        """How many clause boundaries lie between two offsets."""
        return sum(begin <= b < end for b, _ in self.clauses[1:])


def _inside(mentions: Sequence[Mention], begins: list[int], begin: int, end: int) -> tuple[Mention, ...]:
    at = bisect_right(begins, begin - 1)
    found = []
    while at < len(mentions) and mentions[at].begin < end:
        found.append(mentions[at])
        at += 1
    return tuple(found)


def sayings(text: str, begin: int, end: int) -> tuple[tuple[int, int], ...]:
    """The verbs of saying between two offsets."""
    return tuple(m.span() for m in reporting().finditer(text, begin, end))


def _clauses(
    text: str,
    begin: int,
    end: int,
    times: Sequence[Mention],
    lengths: Sequence[Mention],
    said: Sequence[tuple[int, int]],
) -> tuple[tuple[int, int], ...]:
    """Where clauses begin: at joining words and verbs of saying, not inside times nor before a length."""
    cuts = {begin}
    for first, last in (*(m.span() for m in _BARRIER.finditer(text, begin, end)), *said):
        # `hours after` joins clauses though `hours` is a length; `shortly before midnight` does not.
        inside = any(t.begin < last < t.end or t.begin < first < t.end for t in times)
        measures = any(0 <= d.begin - last < 6 and text[d.end : d.end + 4] != " of " for d in lengths)
        if not inside and not measures:
            cuts.add(first)
    ordered = sorted(cuts)
    return tuple(zip(ordered, [*ordered[1:], end], strict=True))


def _asides(text: str, begin: int, end: int, times: Sequence[Mention]) -> tuple[tuple[int, int], ...]:
    """Relative clauses, from their pronoun to the comma that closes them; a comma within a date closes none."""
    found: list[tuple[int, int]] = []
    for m in _RELATIVE.finditer(text, begin, end):
        stop = text.find(",", m.end(), end)
        while any(t.begin < stop < t.end for t in times):
            stop = text.find(",", stop + 1, end)
        found.append((m.end(), stop if stop > 0 else end))
    return tuple(found)


def _pieces(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, those longer than any sentence in pieces: what was never a sentence must not cost its square."""
    for begin, end in spans:
        for at in range(begin, end, _LONGEST):
            yield at, min(at + _LONGEST, end)


def scenes(
    article: Article,
    dates: tuple[DateMention, ...],
    durations: tuple[DurationMention, ...],
    people: tuple[PersonMention, ...],
) -> Iterator[Scene]:
    """The sentences of `article` with the mentions in each."""
    begins = [[m.begin for m in mentions] for mentions in (dates, durations, people)]
    surnames = {p.person.rsplit(" ", 1)[-1]: p.person for p in reversed(people)}
    for begin, end in _pieces(Sentences(article.text).spans):
        times = tuple(m for m in _inside(dates, begins[0], begin, end) if isinstance(m, DateMention))
        lengths = tuple(
            m for m in _inside(durations, begins[1], begin, end) if isinstance(m, DurationMention)
        )
        named = tuple(m for m in _inside(people, begins[2], begin, end) if isinstance(m, PersonMention))
        taken = [(m.begin, m.end) for m in (*times, *lengths, *named)]
        said = sayings(article.text, begin, end)
        yield Scene(
            article=article,
            begin=begin,
            end=end,
            clauses=_clauses(article.text, begin, end, (*times, *lengths), lengths, said),
            asides=_asides(article.text, begin, end, times),
            dates=times,
            durations=lengths,
            people=named,
            parties=find_parties(article.text, begin, end, [(p.begin, p.end) for p in named]),
            places=find_places(article.text, begin, end, taken),
            surnames=surnames,
            sayings=said,
        )
