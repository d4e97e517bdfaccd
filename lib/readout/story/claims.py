"""Two sides' tolls held against each other: what each says of its own losses, and of the other's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, product

from readout.extract import FigureMention
from readout.lexicon import nations
from readout.story.amounts import amount_words
from readout.story.counting import topic
from readout.story.evidence import cite
from readout.story.plain import sentence
from readout.story.ranges import meet
from readout.story.records import Finding, Person

_NOUNS = {"kill": "dead", "injure": "wounded"}
# How many characters before and after a number may tell whose loss it is.
_BEFORE, _AFTER = 70, 40
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_THEIR = r"\b(?:his|her|its|their|our) (?:own )?"
_TROOPS = r"(?:troops|soldiers|forces|men|army|fighters|units|militia|guards|navy|air force|side|servicemen|marines)"
_OWN = re.compile(
    rf"(?:admit\w*|acknowledg\w*|conced\w*|lost|losing|suffered)\s(?:\w+\s){{0,2}}\Z|{_THEIR}\Z",
    re.IGNORECASE,
)
_OWN_AFTER = re.compile(rf" of {_THEIR}{_TROOPS}\b| {_THEIR}{_TROOPS}\b")
_BY_OWN = re.compile(rf"{_THEIR}{_TROOPS}\s(?:\w+\s){{0,2}}(?:killed|wounded|injured)\s\W?\Z")
_OF_SIDE = re.compile(r"['’]s? (?:dead|losses|casualties|wounded|fallen)\b[^.;]{0,20}\Z")
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")


@dataclass(frozen=True, slots=True)
class _Claim:
    """A toll of one side's people as a side tells it."""

    of: str
    outcome: str
    by: str
    figure: FigureMention


def find_claims(
    figures: Sequence[FigureMention], people: Sequence[Person], texts: Mapping[str, str]
) -> tuple[Finding, ...]:
    """A `conflict` for each two sides of one article who put the losses of one of them at different numbers.

    `texts` are the articles' texts by id; `people` tell for which side a speaker speaks.
    """
    speakers = {
        (m.article, name): p.side for p in people if p.side for m in p.mentions for name in (m.person, p.name)
    }
    ordered = sorted(figures, key=lambda f: (f.article, f.begin))
    found: list[Finding] = []
    for article, of_article in groupby(ordered, key=lambda f: f.article):
        told = _Sides(list(of_article), speakers, texts[article])
        claims = list(told.claims())
        for _, same in groupby(sorted(claims, key=_loss), key=_loss):
            rows = list(same)
            own, theirs = [c for c in rows if c.by == c.of], [c for c in rows if c.by != c.of]
            found += [_dispute(a, b) for a, b in product(own[:1], theirs[:1]) if not meet(a.figure, b.figure)]
    return tuple(found)


def _loss(claim: _Claim) -> tuple[str, str]:
    return claim.of, claim.outcome


class _Sides:
    """The tolls of one article and the sides that tell them; no more than two, so that `the enemy` is the other."""

    def __init__(
        self, figures: Sequence[FigureMention], speakers: Mapping[tuple[str, str], str | None], text: str
    ) -> None:
        self._text, self._speakers = text, speakers
        self._told = [(f, by) for f in figures if f.value and f.attribution and (by := self._side(f))]
        self._sides = sorted({by for _, by in self._told})

    def _side(self, f: FigureMention) -> str | None:
        by = f.attribution or ""
        return self._speakers.get((f.article, by)) or nations.countries().get(by.removeprefix("the "))

    def claims(self) -> Iterator[_Claim]:
        """What either side tells of losses."""
        if len(self._sides) != 2:
            return
        for f, by in self._told:
            before = _SENTENCE_END.split(self._text[max(0, f.begin - _BEFORE) : f.begin])[-1]
            outcome = self._outcome(f, before)
            of = self._whose(f, before, by)
            if outcome and of:
                yield _Claim(of, outcome, by, f)

    def _outcome(self, f: FigureMention, before: str) -> str | None:
        said = topic(f"{f.unit} {f.of or ''}") or topic(before)
        return next((o for o in _NOUNS if o in said), next((o for o in _NOUNS if o in topic(before)), None))

    def _whose(self, f: FigureMention, before: str, by: str) -> str | None:
        """The side whose losses a number is of, where the words say so."""
        after = self._text[f.end : f.end + _AFTER]
        other = next(s for s in self._sides if s != by)
        named = [s for s in self._sides if any(_is_of(name, s) for name in _NAME.findall(f.surface))]
        if not named and (m := _OF_SIDE.search(before)):
            last = _NAME.findall(before[: m.start()])[-1:]
            named = [s for s in self._sides if any(_is_of(name, s) for name in last)]
        if named:
            return named[0] if len(named) == 1 else None
        if _BY_OWN.search(before):
            return other
        own = _OWN.search(before) or _OWN_AFTER.match(after) or _OWN_AFTER.search(f.surface)
        return by if own else None


def _is_of(name: str, side: str) -> bool:
    """Whether a name is that of a side or of its people: `Altaverdean` of Alta Verde."""
    if nations.peoples().get(name) == side or nations.countries().get(name) == side:
        return True
    short = re.sub(r"\W", "", side).lower()[:-1]
    return len(short) > 3 and re.sub(r"\W", "", name).lower().startswith(short)


def _dispute(own: _Claim, other: _Claim) -> Finding:
    title = f"{own.of}’s {_NOUNS[own.outcome]}"
    told = [(c, amount_words(c.figure), f"{c.figure.attribution} ({c.by})") for c in (own, other)]
    told = [(c, words, c.by if c.figure.attribution == c.by else by) for c, words, by in told]
    return Finding(
        kind="conflict",
        subject=title,
        verdict="the two sides contradict each other",
        explanation=sentence("; ".join(f"{words} according to {by}" for _, words, by in told)),
        evidence=tuple(cite(c.figure, title, "value", words) for c, words, _ in told),
        data={
            "values": [{"value": words, "articles": [c.figure.article], "by": by} for c, words, by in told]
        },
    )
