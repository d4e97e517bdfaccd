"""Many articles for tests: the sample story told again and again with other days, names, places and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from readout.corpus import Article
from readout.corpus.read import read_articles
from tests.conftest import ROOT

SAMPLE = ROOT / "data" / "articles" / "abu-dhabi-talks"
_PEOPLE = (
    "Putin", "Ushakov", "Kostyukov", "Dmitriev", "Witkoff", "Trump", "Kushner", "Peskov", "Umerov", "Budanov",
    "Klitschko", "Zelensky", "Driscoll",
)  # fmt: skip
_BEGIN = (
    "Bar",
    "Cal",
    "Dor",
    "Fen",
    "Gal",
    "Hol",
    "Jar",
    "Kel",
    "Lam",
    "Mor",
    "Nov",
    "Ost",
    "Per",
    "Quin",
    "Ros",
    "Sten",
)
_MIDDLE = ("a", "e", "i", "o", "u", "an", "en", "in", "on", "ar", "er", "ol")
_END = (
    "berg",
    "dale",
    "ford",
    "kov",
    "ler",
    "mann",
    "nik",
    "quist",
    "rossi",
    "stad",
    "ton",
    "vari",
    "wick",
    "zetti",
)
_CITIES = ("Abu Dhabi", "Geneva", "Vienna", "Doha", "Ankara", "Cairo", "Muscat", "Oslo")
_MONTH_DAY = re.compile(r"\b(January|February|March) (\d{1,2})\b")
_MONTHS = ("", "January", "February", "March")


@cache
def sample() -> tuple[Article, ...]:
    """The articles of the sample story, as read."""
    return tuple(read_articles([SAMPLE]).articles)


def _surname(n: int) -> str:
    begin, rest = _BEGIN[n % len(_BEGIN)], n // len(_BEGIN)
    return begin + _MIDDLE[rest % len(_MIDDLE)] + _END[rest // len(_MIDDLE) % len(_END)]


def _retold(text: str, n: int) -> str:
    """The text with other names, places, days and numbers; its sentences and line breaks stay."""
    if n == 0:
        return text
    for k, name in enumerate(_PEOPLE):
        text = re.sub(rf"{name}(?:y\b)?", _surname(n * len(_PEOPLE) + k), text)

    def later(m: re.Match[str]) -> str:
        day = date(2026, _MONTHS.index(m.group(1)), int(m.group(2))) + timedelta(weeks=n)
        return f"{day:%B} {day.day}"

    text = _MONTH_DAY.sub(later, text)
    text = text.replace("Abu Dhabi", _CITIES[n % len(_CITIES)]).replace("314", str(314 + 2 * n))
    return (
        text.replace("157", str(157 + n))
        .replace("1,900", f"1,{900 - n % 90}")
        .replace("1,300", f"1,{300 + n % 90}")
    )


def retold(count: int) -> Iterator[Article]:
    """`count` articles: the sample story, then the same story a week later among others, and so on."""
    for i in range(count):
        n, article = i // len(sample()), sample()[i % len(sample())]
        day = article.published and article.published + timedelta(weeks=n)
        yield replace(
            article,
            id=f"{n:03d}-{article.id}",
            path=f"{n:03d}-{article.id}.txt",
            text=_retold(article.text, n),
            title=_retold(article.title or "", n) or None,
            published=day,
        )
