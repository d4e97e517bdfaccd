"""Numbers that are no figures: names with numbers, scores, phones, ages, years, lists."""

from __future__ import annotations

import re

from readout.extract.figures.alone import is_other
from readout.extract.figures.amounts import Amount
from readout.extract.figures.nouns import Noun, is_plural
from readout.lexicon import words

_WINDOW = 40
_OPENING = re.compile(r".*[(\"“‘—]", re.DOTALL)
_CODE = re.compile(r"[/:#@_=&\\+^]")
_DASHES = "-–—"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|by|of|until|till|from|during|after|before|early|late|mid|the|year|for|to|between|and|season|"
    r"this|that|its|their|his|her|around|circa|through|than)[ ]\Z",
    re.IGNORECASE,
)


# How far back an article or a pronoun may stand.
_BACK = 14
_STREET = re.compile(
    r"[ ](?:[A-Z][\w'’.]*[ ]){1,3}(?:Avenue|Ave|Boulevard|Blvd|Drive|Lane|Road|Rd|Street|St|Terrace|Way)\b(?![ ][a-z])"
)
_DAY_OF = re.compile(r"[ ](?:de[ ]|di[ ])?(?P<month>[^\W\d_]+)\b")
# `Children under five`
_AGE_GROUP = re.compile(
    r"\b(?:adults|boys|children|girls|kids|men|people|those|women)[ ](?:above|below|over|under)[ ]\Z",
    re.IGNORECASE,
)
_PARTIES = re.compile(r"\b(?:the|these|those|both|all|its|their)[ ]\Z", re.IGNORECASE)
_NO_ONE = re.compile(r"\b(?:no|the|this|that|any|each|every|which|number|last|next)[ -]\Z", re.IGNORECASE)
_SINGLE = re.compile(r"\b(?:an?|the|its|his|her|their|our|this|that)[ ]\Z", re.IGNORECASE)
_NOT_DONE = re.compile(r"(?:\bnot|n['’]t|\bnever)[ ][a-z]+[ ](?:a |the )?\Z", re.IGNORECASE)
# `half the 40% that they ask for`: how two numbers stand to each other.
_OF_SHARE = re.compile(
    r"[ ](?:of[ ])?(?:the|its|their|his|her|an?)[ ](?:[$€£]\d|\d[\d.,]*(?:%|[ ]per ?cent\b))"
)
_OF_SO_MANY = re.compile(r"[ ](?:out )?of[ ]\d")
# `the two then left`: they have been counted before.
_AGAIN = re.compile(r"\b(?:the|these|those)[ ]\Z", re.IGNORECASE)
_ONE_OF = re.compile(r"[ ](?:of|or)\b")


def is_idiom(text: str, amount: Amount, noun: Noun | None) -> bool:
    """`one another`, `one of them`, `the two sides`: no count of anything new."""
    back = max(0, amount.begin - _BACK)
    head = noun.unit.rpartition(" ")[2].lower() if noun else ""
    if amount.value == 1 and not amount.in_digits:
        alone = not noun or head in words("figures/one_idioms") or _ONE_OF.match(text, amount.end)
        return bool(alone or _NO_ONE.search(text, back, amount.begin))
    known = amount.value is not None and amount.value <= 4 and head in words("figures/parties")
    return known and bool(_PARTIES.search(text, back, amount.begin))


def is_denied(text: str, amount: Amount) -> bool:
    """Whether a fraction is only what is said not to be (`could not sell half of its boats`), or of another number."""
    if amount.kind != "fraction":
        return False
    back = max(0, amount.begin - _WINDOW)
    return bool(_NOT_DONE.search(text, back, amount.begin) or _OF_SHARE.match(text, amount.end))


def is_told_again(text: str, amount: Amount) -> bool:
    """Whether a number word without a noun goes back to those counted before (`the two agreed`)."""
    back = max(0, amount.begin - _BACK)
    return not amount.in_digits and bool(_AGAIN.search(text, back, amount.begin))


def is_glued(text: str, amount: Amount) -> bool:
    """Whether `amount` is part of a code, a score, a phone number, an address, a decade or a clock time."""
    begin, end = amount.begin, amount.end
    if text.startswith("9/11", begin) or (amount.in_digits and _is_address_or_day(text, end)):
        return True
    before, after = text[begin - 1 : begin], text[end : end + 1]
    beyond = text[end + 1 : end + 2]
    if before and (_CODE.match(before) or (before in _DASHES and text[begin - 2 : begin - 1].isalnum())):
        return True
    # `a two- or three-day visit`
    if (
        after
        and (after in _DASHES or after in ":/")
        and (beyond.isdigit() or beyond.isupper() or beyond == " ")
    ):
        return True
    if after == "s" and amount.in_digits and not beyond.isalnum():
        return True
    opened, closed = before in {"(", "[", "\n", ""}, after in {")", "]", "."}
    alone = before in {"(", "["} and after in {")", "]"} and (amount.value or 0) < 100
    listed = before in {"\n", ""} and (
        after == ")" or (after == "." and text[end + 1 : end + 2] in {" ", "\n"})
    )
    return bool(amount.in_digits and opened and closed and (alone or listed))


def _is_address_or_day(text: str, end: int) -> bool:
    """`1400 Main St.`, `Calle 9 de Julio`."""
    month = _DAY_OF.match(text, end)
    return bool(
        _STREET.match(text, end) or (month and month["month"].lower() in words("figures/foreign_months"))
    )


def _named(text: str, amount: Amount, noun: Noun | None, sentence: int) -> bool:
    """`Article 5`, `Air Force One`, `Airbus 320`: the number belongs to the name before it."""
    left = text[max(sentence, amount.begin - _WINDOW) : amount.begin]
    *_, last = left.split() or [""]
    word = _OPENING.sub("", last)
    if not word or left[-1] not in " \u00a0":
        return False
    low = word.lower().rstrip(".")
    capital = word[0].isupper()
    counted = noun is not None and noun.end > amount.end
    if low in words("figures/numbered") and (capital or not counted):
        return True
    if word.endswith(":") or _OF_SO_MANY.match(text, amount.end):
        return False
    if not amount.in_digits and text[amount.begin].isupper():
        return text[amount.end : amount.end + 2].strip()[:1].islower() or not counted
    opens = amount.begin - len(word) - 1 == sentence
    if not capital or opens or word.endswith((",", ";", ":", ".")):
        return False
    return noun is None or (noun.unit[:1].isupper() and counted)


def _is_model(text: str, amount: Amount, noun: Noun | None) -> bool:
    """`the 486 chip`, `its 777 plant`: one thing with a number, not that many."""
    named = text[amount.end : amount.end + 1] == " "
    one = named and noun is not None and not is_plural(noun.unit.rpartition(" ")[2]) and amount.value != 1
    return one and amount.in_digits and bool(_SINGLE.search(text, max(0, amount.begin - _BACK), amount.begin))


def _is_year(text: str, amount: Amount, noun: Noun | None) -> bool:
    if not _YEAR.fullmatch(text, amount.begin, amount.end):
        return False
    return noun is None or bool(_BEFORE_YEAR.search(text, max(0, amount.begin - _WINDOW), amount.begin))


def _is_age_group(text: str, amount: Amount, noun: Noun | None) -> bool:
    counted = noun is not None and is_plural(noun.unit.rpartition(" ")[2])
    return not counted and bool(_AGE_GROUP.search(text, max(0, amount.begin - _WINDOW), amount.begin))


def is_no_figure(text: str, amount: Amount, noun: Noun | None, sentence: int) -> bool:
    """Whether a number without a unit of measurement is part of a name, a model, a year, or something else.

    `noun` is what it would count, `sentence` where its sentence begins.
    """
    return (
        _named(text, amount, noun, sentence)
        or _is_model(text, amount, noun)
        or _is_year(text, amount, noun)
        or _is_age_group(text, amount, noun)
        or (noun is None and is_other(text, amount))
    )
