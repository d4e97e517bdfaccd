"""The pieces that numbers are made of: runs of digits and number words, each with what it is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readout.lexicon import table, words
from readout.text.patterns import any_of


@dataclass(frozen=True, slots=True)
class Token:
    """One piece at `text[begin:end]`.

    `kind` is as in number_words.tsv, and for digits: digits, digits ordinal, digits fraction.
    """

    begin: int
    end: int
    kind: str
    value: float


def _lowered(text: str) -> str:
    """`text` in lower case, every character still in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_WORDS = {word: (kind, float(value)) for word, kind, value in table("number_words")}
_VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅛": 1 / 8}
# What is written right after digits, and multiplies them.
GLUED = {"bn": 1e9, "mn": 1e6, "tn": 1e12, "trn": 1e12}
# No-break, thin and narrow no-break space and the Swiss apostrophe group digits; so does an ordinary space before
# exact threes.
_GROUPERS = "\u00a0\u2009\u202f'’"
_CURRENCIES = tuple(sorted(words("lettered_currencies") | words("one_letter_currencies")))
_AFTER_CURRENCY = "|".join(
    rf"(?<=\b{re.escape(mark.lower())}[0-9])" for mark in sorted(words("lettered_currencies"))
)
# One letter is a currency's only before a sum that nothing else is numbered with: N82,500, R1.2bn, but not N95 or R4.
_LETTERS = "".join(sorted(words("one_letter_currencies"))).lower()
_AFTER_LETTER = (
    rf"(?<=\b[{_LETTERS}][0-9])(?=[0-9]{{0,2}}(?:,[0-9]{{3}})+\b"
    rf"|[0-9]*(?:\.[0-9]+)?[ ]?(?:{'|'.join(GLUED)}|million|billion|trillion)\b)"
)
# (It begins with what can be looked for quickly, and looks back from there.)
_DIGITS = re.compile(
    rf"(?P<digits>[0-9](?:(?<![\w.,][0-9])|{_AFTER_CURRENCY}|{_AFTER_LETTER})"
    rf"(?:[0-9]{{0,2}}(?:[ ][0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?"
    rf"|[0-9]*(?:[.,{_GROUPERS}][0-9]+)*))"
    rf"(?:(?P<ordinal>st|nd|rd|th)(?!\w)"
    rf"|(?P<glued>[ ]?(?:{'|'.join(GLUED)}))(?!\w)"
    rf"|(?:e|[ ]?[×x][ ]?10\^?)(?P<power>[+−-]?[0-9]{{1,2}})(?![\w.,]*[0-9])"
    rf"|(?<=\b10)\^(?P<raised>[0-9]{{1,2}})(?!\w)"
    rf"|(?:[ -](?P<over>[0-9]{{1,2}}))?/(?P<under>[0-9]{{1,3}})(?![\w/])"
    rf"|[ ]?(?P<vulgar>[{''.join(_VULGAR)}]))?"
)
# (Looked for by itself: beside the digits, it would make the search for both three times as slow.)
_BARE_VULGAR = re.compile(rf"(?<![0-9])(?<![0-9] )[{''.join(_VULGAR)}]")
# (It begins with what stands before a word, as few characters do: `\b` would be tried at each of them.)
_WORD = re.compile(rf"[^a-z](?<!\w)({any_of(_WORDS)})\b")
_GROUPED = re.compile(rf"[0-9]{{1,3}}(?:([,{_GROUPERS} ])[0-9]{{3}})(?:\1[0-9]{{3}})*(?:\.[0-9]+)?")
_LAKHS = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_CONTINENTAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
# More digits than this are an account, a phone or a hash.
_LONGEST = 18


def _literal(digits: str) -> float | None:
    """What a run of digits with separators is worth; None for dates, versions, lists and long codes."""
    if len(digits) > _LONGEST and sum(map(str.isdigit, digits)) > _LONGEST:
        return None
    if _PLAIN.fullmatch(digits):
        return float(digits)
    if _GROUPED.fullmatch(digits) or _LAKHS.fullmatch(digits):
        return float(re.sub(rf"[,{_GROUPERS} ]", "", digits))
    if _CONTINENTAL.fullmatch(digits):
        return float(digits.replace(".", "").replace(",", "."))
    return None


def _digits(match: re.Match[str]) -> Token | None:
    value, kind = _literal(match["digits"]), "digits"
    if value is None:
        return None
    if match.lastgroup == "digits":  # nothing follows that belongs to them
        return Token(match.start(), match.end(), kind, value)
    if match["ordinal"]:
        kind = "digits ordinal"
    elif match["glued"]:
        value = round(value * GLUED[match["glued"].strip()], 6)
    elif match["power"]:
        value *= 10.0 ** int(match["power"].replace("−", "-"))
    elif match["raised"]:
        value = 10.0 ** int(match["raised"])
    elif match["vulgar"]:
        value += _VULGAR[match["vulgar"]]
    elif match["under"]:
        over = float(match["over"] or value)
        if not 0 < over < float(match["under"]):
            return None
        kind = "digits" if match["over"] else "digits fraction"
        value = (value if match["over"] else 0) + over / float(match["under"])
    return Token(match.start(), match.end(), kind, value)


def _is_lowered(text: str, at: int) -> bool:
    """Whether what stands before the digits at `at` is a currency but for its capitals: rs500."""
    return text[at - 1 : at].isalpha() and not text.endswith(_CURRENCIES, max(0, at - 4), at)


def read_tokens(text: str) -> list[Token]:
    """All pieces of numbers in `text`, in order."""
    low = _lowered(text)
    # (A blank goes before the text, for a number word that opens it: the offsets are one more than the text's.)
    tokens = [Token(m.start(), m.end() - 1, *_WORDS[m[1]]) for m in _WORD.finditer(f" {low}")]
    tokens += [
        token
        for match in _DIGITS.finditer(low)
        if not _is_lowered(text, match.start()) and (token := _digits(match))
    ]
    if any(vulgar in low for vulgar in _VULGAR):
        bare = _BARE_VULGAR.finditer(low)
        tokens += [Token(m.start(), m.end(), "half", _VULGAR[m.group()]) for m in bare]
    tokens.sort(key=lambda token: token.begin)
    return tokens
