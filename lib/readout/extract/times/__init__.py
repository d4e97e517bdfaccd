"""Dates, times, sets and durations of an article (TIMEX3).

Text becomes word classes (words); a grammar over the classes reads expressions (grammar, with the rules in clocks,
dates, days, periods, durations and relative); neighbours are put together (compose, counted, hours), and numbers borrow
the unit of a length before them (elided); each is given its value in its context (resolve, which evaluates expressions,
yearly and combined with direction, quotes, over and told). What a length is said of is found by lasting, prepositions
and subjects.
"""

from __future__ import annotations

from readout.corpus import Article
from readout.extract.mentions import DateMention, DurationMention
from readout.extract.times import clocks, dates, days, durations, periods, relative
from readout.extract.times.compose import compose
from readout.extract.times.elided import with_elided
from readout.extract.times.expressions import Expression
from readout.extract.times.grammar import Grammar, Length, Reading
from readout.extract.times.lasting import goes_on, what_lasts
from readout.extract.times.quotes import spoken_on
from readout.extract.times.resolve import Resolver
from readout.extract.times.words import Words, read_words

__all__ = ["find_times"]

_GRAMMAR = Grammar(
    (
        *clocks.RULES,
        *dates.RULES,
        *periods.RULES,
        *dates.YEAR_RULES,
        *durations.RULES,
        *days.RULES,
        *relative.RULES,
    )
)


def find_times(article: Article) -> tuple[tuple[DateMention, ...], tuple[DurationMention, ...]]:
    """Dates and durations of `article`, in text order and not overlapping.

    What is counted from the day of publication is left open (`resolved` is False) where that day is not known.
    """
    words = read_words(article.text)
    found: list[DateMention] = []
    lengths: list[DurationMention] = []
    ended = 0
    readings = with_elided(words, compose(words, _GRAMMAR.readings(words)))
    resolver = Resolver(article, words, spoken_on(words, readings))
    for reading in readings:
        if isinstance(reading.what, Length):
            resolver.pass_by(reading, reading.what)
            of = what_lasts(words, reading.first, reading.last)
            if not of and lengths and goes_on(words, ended, reading.first):
                of = lengths[-1].of
            ended = reading.last
            lengths.append(_duration(article, words, reading, reading.what, of))
        else:
            found.append(_date(article, words, reading, reading.what, resolver))
    return tuple(found), tuple(lengths)


def _duration(
    article: Article, words: Words, reading: Reading, length: Length, of: str | None
) -> DurationMention:
    begin, end = words.span(reading.first, reading.last)
    return DurationMention(
        article=article.id,
        begin=begin,
        end=end,
        surface=article.text[begin:end],
        value=length.value,
        mod=reading.mod,
        of=of,
        high=length.high,
    )


def _date(
    article: Article, words: Words, reading: Reading, what: Expression, resolver: Resolver
) -> DateMention:
    begin, end = words.span(reading.first, reading.last)
    resolved = resolver.resolve(reading, what)
    return DateMention(
        article=article.id,
        begin=begin,
        end=end,
        surface=article.text[begin:end],
        type="DATE" if reading.kind == "DURATION" else reading.kind,
        value=resolved.value,
        mod=reading.mod,
        basis=resolved.basis,
        anchor=resolved.anchor,
        resolved=resolved.known,
    )
