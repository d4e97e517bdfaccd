"""Dates, times, sets and durations of an article (TIMEX3)."""

from __future__ import annotations

from functools import partial

from readout.corpus import Article
from readout.extract.mentions import Basis, DateMention, DurationMention
from readout.extract.times import clocks, dates, durations, relative
from readout.extract.times.calendar import Moment
from readout.extract.times.compose import compose
from readout.extract.times.direction import direction
from readout.extract.times.expressions import Context, Expression, Quarter, Range, SameQuarter, Step, Timed
from readout.extract.times.grammar import Grammar, Length, Reading
from readout.extract.times.lasting import what_lasts
from readout.extract.times.words import Words, read_words

_GRAMMAR = Grammar((*clocks.RULES[:4], *dates.RULES, *durations.RULES, *relative.RULES, *clocks.RULES[4:]))


def find_times(article: Article) -> tuple[tuple[DateMention, ...], tuple[DurationMention, ...]]:
    """Dates and durations of `article`, in text order and not overlapping."""
    words = read_words(article.text)
    dates_found: list[DateMention] = []
    lengths: list[DurationMention] = []
    reader = _Resolver(article, words)
    for reading in compose(words, _GRAMMAR.readings(words)):
        if isinstance(reading.what, Length):
            reader.pass_by(reading.what)
            lengths.append(_duration(article, words, reading, reading.what))
        else:
            dates_found.append(reader.date(reading, reading.what))
    return tuple(dates_found), tuple(lengths)


def _duration(article: Article, words: Words, reading: Reading, length: Length) -> DurationMention:
    begin, end = words.span(reading.first, reading.last)
    return DurationMention(
        article=article.id,
        begin=begin,
        end=end,
        surface=article.text[begin:end],
        value=length.value,
        mod=reading.mod,
        of=what_lasts(words, reading.first, reading.last),
        high=length.high,
    )


class _Resolver:
    """Gives expressions their values, in text order: each date may be what the next is counted from."""

    def __init__(self, article: Article, words: Words) -> None:
        self._article, self._words = article, words
        self._spoken: Moment | None = None
        self._spoken_basis: Basis = "relative"
        self._period: Moment | None = None

    def _basis(self, what: Expression, moment: Moment | None) -> Basis:
        if what.base is None:
            return "explicit"
        if what.base == "spoken" and self._spoken:
            return self._spoken_basis if self._spoken_basis == "inferred" else "relative"
        return "inferred" if self._article.published_basis == "inferred" else "relative"

    def pass_by(self, length: Length) -> None:
        """After `the nine months`, `a year earlier` is no longer said of a quarter."""
        if length.unit == "M" and length.count:
            self._period = None

    def date(self, reading: Reading, what: Expression) -> DateMention:
        """The mention for `reading`."""
        words, article = self._words, self._article
        toward = partial(direction, words, reading.first, reading.last)
        context = Context(article.published, self._spoken, self._period, toward)
        basis = self._basis(what, None)
        value, anchor, resolved = what.open, None, what.base is None
        moment = what.moment(context)
        if moment:
            value, resolved = _value(what, moment, context), True
            of = context.base(what.base) if what.base else None
            anchor = of.first.isoformat() if of else None
            if not _compares(what):
                self._spoken, self._spoken_basis = moment, basis
            if moment.grain == "Q" and not _compares(what):
                self._period = moment
        elif value.startswith("X"):
            resolved = reading.kind == "SET"
        begin, end = words.span(reading.first, reading.last)
        return DateMention(
            article=article.id,
            begin=begin,
            end=end,
            surface=article.text[begin:end],
            type=reading.kind if reading.kind != "DURATION" else "DATE",
            value=value,
            mod=reading.mod,
            basis=basis,
            anchor=anchor,
            resolved=resolved,
        )


def _compares(what: Expression) -> bool:
    """Whether a date is only held against another (`a year earlier`), and the text goes on from the other."""
    if isinstance(what, Step):
        return what.unit == "Y" and what.count < 0
    return isinstance(what, SameQuarter | Quarter)


def _value(what: Expression, moment: Moment, context: Context) -> str:
    if isinstance(what, Timed):
        return moment.value + what.suffix if moment.grain == "D" else moment.value
    if isinstance(what, Range):
        return what.value(context) or moment.value
    return moment.value
