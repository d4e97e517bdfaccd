"""Every class of expression, planted: exact offsets, substring, type, value, mod, and what lasted."""

from __future__ import annotations

import pytest

from readout.extract.mentions import DateMention, DurationMention
from readout.extract.times import find_times
from readout.lexicon import table
from tests.extract.timegold import Case, read_cases

CASES = list(read_cases())


def found(case: Case) -> list[DateMention | DurationMention]:
    dates, durations = find_times(case.article)
    return sorted([*dates, *durations], key=lambda m: m.begin)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.text[:60])
def test_planted(case: Case) -> None:
    mentions = found(case)
    assert [(m.begin, m.end) for m in mentions] == [(p.begin, p.end) for p in case.planted]
    for mention, planted in zip(mentions, case.planted, strict=True):
        assert mention.surface == case.text[planted.begin : planted.end]
        assert (mention.value, mention.mod) == (planted.value, planted.mod)
        assert (mention.type if isinstance(mention, DateMention) else "DURATION") == planted.type
        if planted.of:
            assert isinstance(mention, DurationMention)
            assert mention.of == planted.of


@pytest.mark.parametrize(
    "text",
    [
        "The summit lasted two days longer than planned.",
        "The hostages were held for two years.",
        "The 52-week high was passed.",
        "She is free after ten years.",
        "He sat in the senate for ten years.",
        "They have not met for two hours.",
        "It was the first meeting for two years.",
        "A girl was pulled from a collapsed house after the earthquake and after two hours.",
        "On 12 March the crews broke up after six hours.",
        "The storm crossed the coast. It took five hours to weaken.",
        "The fee is due within 30 days of signature.",
        "Prices rose 9 per cent over two years.",
        "After the deal, prices rose 9 per cent over two years.",
        "The envoys met the abbot. They went on for nine hours.",
        "The talks followed a strike by the guards. It went on for nine hours.",
        "The second, on Monday, ran for two hours.",
        "She spoke to a crowd for two hours.",
        "The candles burned for two hours.",
        "She spoke for two hours.",
        "Lima fell silent after the quake. It struck at noon and lasted two minutes.",
        "Tremors shook Lima, and two rowers drowned in two hours.",
        "After the raid they were held for two years.",
        "The meeting is to be held within a month.",
        "They declared a curfew and closed schools for two weeks.",
    ],
)
def test_what_lasted_is_not_guessed(text: str) -> None:
    _, durations = find_times(Case(text, None, ()).article)
    assert [d.of for d in durations] == [None]


def test_every_word_has_one_class() -> None:
    forms = [form for _, _, forms in table("time/words") for form in forms.split()]
    assert sorted(forms) == sorted(set(forms))
