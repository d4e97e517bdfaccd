"""What a line of a saved page is, if it is not the article: each rule by itself, and why."""

from __future__ import annotations

import re
from functools import cache

from readout.corpus.credits import is_copyright
from readout.corpus.publication import date_line
from readout.lexicon import table, words

# Reasons that other modules give or ask for too.
LINK = "link to another page"
AFTER = "after the end of the article"

_TIMES = re.compile(r"^[\s/|–-]*(?:\d{1,2}:\d\d(?::\d\d)?[\s/|–-]*)+$")
_RULE = re.compile(r"^[\W_]+$")
_ADDRESS_ONLY = re.compile(r"^\W*(?:https?://|www\.)\S+\W*$|^[^\s@]+@[^\s@]+$")
_BAR = re.compile(r"\s[|•·»›>/]\s")
# What a screen reader is told of a list of links.
_LIST = re.compile(r"^\W*(?:list \d+ of \d+\b.*|list of \d+ items|end of list)$", re.IGNORECASE)
_COUNTER = re.compile(
    r"^\d[\d.,]*[KkMm]?\s*(?:comments?|shares?|likes?|views?|reads?|min(?:utes?)?(?:\sread)?)$", re.IGNORECASE
)
# A picture's label or credit: before the words, after them, in brackets at their end, or an agency's mark.
_CAPTION = re.compile(
    r"""^(?i:photo(?:graph)?|image|picture|file\sphoto|illustration|video)s?(?:\s?:|/|\s(?i:by)\s[A-Z]\S*(?:\s\S+){0,4}$)
    |(?:^|[.)\]”]\s?)(?:\w+\s)?(?:Photo(?:graph)?s?(?:\s?:|\sby\b)|(?i:credits?:))\s?\S+(?:\s\S+){0,5}$
    |[(\[](?:AP\sPhoto|Photo|Image|File)\b[^()\[\]]*[)\]]$
    |\b(?:AFP|AP|EPA|EPA-EFE|Reuters|REUTERS)/[A-ZÀ-Þ]\S*(?:\s[A-ZÀ-Þ]\S*){0,3}$
    |(?:/|\bvia\s|©\s?)(?:AFP|AP|EPA|EPA-EFE|Reuters|Shutterstock)[)\]]?$|\bGetty\sImages[)\]]?$""",
    re.VERBOSE,
)
# What agencies put behind the last word.
_END_MARK = re.compile(
    r"(?:\s/?[Ee]nditem|(?<=[.!?\"”’)])\s(?:ends|ENDS|###|-30-)|\s[-–—/]+\s?ENDS)[\s.–—/-]*$"
)
# Furniture speaks to the reader; an article on privacy policies does not.
_TO_READERS = re.compile(r"\b(?:you|your|we|our|us|please)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”«»]")
_LATIN = re.compile(r"[A-Za-z]")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _phrases(where: str, how: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for the phrases of a kind, and why each of them goes."""
    why = {phrase: why for w, h, phrase, why in table("furniture") if (w, h) == (where, how)}
    ends = "|".join(re.escape(p) + (r"(?!\w)" if p[-1].isalnum() and how == "starts" else "") for p in why)
    return re.compile(ends or r"(?!)"), why


@cache
def _whole(where: str) -> dict[str, str]:
    return _phrases(where, "is")[1]


def split_end(line: str) -> list[str]:
    """A paragraph that ends in an agency's mark (`Enditem`, `- ENDS -`) as two lines; another line as it is."""
    m = _END_MARK.search(line, max(0, len(line) - 20))
    return [line[: m.start()].rstrip(), m.group().strip(" .–—/-")] if m and m.start() else [line]


def fold(line: str) -> str:
    """`line` as the lexicon writes phrases: lower case, straight apostrophes, no marks at its ends."""
    return line.lower().replace("’", "'").strip(" \t.:!?>»›|–—-…•*#")


def _listed(line: str, where: str) -> str | None:
    bare, size = fold(line), len(line.split())
    if why := _whole(where).get(bare):
        return why
    starts, starts_why = _phrases(where, "starts")
    if size <= 20 and (m := starts.match(line.lower().replace("’", "'").lstrip(" \t-–—•*>»"))):
        return starts_why[m.group()]
    holds, holds_why = _phrases(where, "holds")
    if m := holds.search(bare):
        why = holds_why[m.group()]
        plea = _TO_READERS.search(line) and not _QUOTED.search(line)
        return why if size <= 5 or why in {"copyright", "agency"} or plea else None
    return None


def _repeats(line: str) -> str | None:
    """Lists of icons: long lines in which one word comes back again and again, without a stop."""
    parts = line.lower().split()
    if len(parts) < 12:
        return None
    return "icon list" if sum("icon" in p for p in parts) > 0.4 * len(parts) else None


def anywhere(line: str) -> str | None:
    """Why `line` is furniture wherever it stands; None where it may be the article."""
    if why := _listed(line, "anywhere") or _repeats(line):
        return why
    if _TIMES.match(line):
        return "player"
    if _RULE.match(line):
        return "rule"
    if _ADDRESS_ONLY.match(line):
        return LINK
    if _COUNTER.match(line):
        return "sharing"
    if _LIST.match(line):
        return "other stories"
    if len(line.split()) <= 60 and _CAPTION.search(line):
        return "picture caption"
    return None


def at_edge(line: str) -> str | None:
    """Why `line` is furniture above the first or below the last paragraph; None where it may be text."""
    if why := _listed(line, "edge"):
        return why
    if is_copyright(line):
        return "copyright"
    bare = fold(line).strip("()[] /")
    if bare in words("agencies"):
        return "agency"
    letters = _LETTER.findall(line)
    if letters and len(_LATIN.findall(line)) < 0.3 * len(letters):
        return "not in English"
    pieces = _BAR.split(line)
    trail = fold(pieces[0]) in _whole("edge")
    if len(pieces) >= 3 and (trail or all(len(p.split()) <= 3 for p in pieces)) and not date_line(line):
        return "menu"
    return None


def opens_other_stories(line: str) -> bool:
    """Whether `line` is the heading over links to other stories."""
    bare = fold(line)
    return bare in _whole("more") or (
        len(bare.split()) <= 8 and bool(_phrases("more", "starts")[0].match(bare))
    )
