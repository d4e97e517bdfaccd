"""Who wrote an article and who published it, from the lines that say so and are not its text."""

from __future__ import annotations

import re

from readout.lexicon import words

_PARTICLE = r"(?:van|von|de|der|den|del|da|di|al|el|bin|ibn|la|le|ten)"
_NAME = rf"[A-ZÀ-Þ][\w'’.-]*(?:\s(?:{_PARTICLE}\s)*[A-ZÀ-Þ][\w'’.-]*){{1,3}}"
_NAMES = re.compile(_NAME)
_BYLINE = re.compile(rf"^(?i:(?:(?:written|words|story|edited) )?by:?|authors?:)\s+(?={_NAME}|[A-Z]{{2}})")
_CREDIT = re.compile(
    rf"""(?i:\bcontribut(?:ed|ing)\s(?:to\sthis\s(?:report|story|article)|(?:to\s)?(?:the\s)?(?:reporting|research)\b))
    |^\W{{0,3}}(?i:with\s(?:assistance|help|(?:additional\s)?reporting|contributions?|(?:agency\s)?inputs?)\s(?:from|by)
    |(?:additional\s)?(?:reporting|writing|editing|translation|research)\s(?:and\s(?:writing|editing)\s)?by
    |(?:edited|translated|compiled|produced)\sby):?\s+(?=[A-Z]{{2}}|{_NAME}|agenc)""",
    re.VERBOSE,
)
_IN_BRACKETS = re.compile(
    r"\s*\(((?:additional\s|with\s)?(?:reporting|writing|editing)\s(?:and\s\w+\s)?by\s[^()]{1,300})\)\s*$",
    re.IGNORECASE,
)
_BIO = re.compile(
    rf"^(?P<name>{_NAME}) (?:(?:is|was) (?:an?|the|our)\b|(?:covers|writes|reports|tweets|joined)\b)"
)
# covers labour for the Ledger
_BEAT = re.compile(r" (?:covers|writes|reports)\b[^.]{2,120}? for (?:the )?[A-Z]")
_POST = re.compile(
    r"^The post (?P<title>.{3,400}?) (?:first )?appeared first on (?P<publisher>.{2,120}?)\.?$"
)
_CREDITED = re.compile(
    r"^this (?:article|story|post|piece|report) (?:was )?(?:originally|first) (?:published|appeared)\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"(?:originally|first) (?:published|appeared) (?:by|on|in|at) (?P<publisher>[A-Z].{1,80}?)(?:[.,;]|$)"
)
_COPYRIGHT = re.compile(
    r"^(?:(?P<before>[^©\d]{2,60}?)\s)?(?:copyright|©|\(c\))[\s©(c),]*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)[\s,.|:-]*(?P<after>[^|]{0,120})",
    re.IGNORECASE,
)
_COPYRIGHT_TAIL = re.compile(
    r"""\s*(?:\b(?:all\srights|visit|distributed\sby|may\snot)\b
    |[,.]?\s+(?:l\.?p\.?|llc|inc|ltd|plc|corp|gmbh|co)\b|\||[.;]\s).*$""",
    re.IGNORECASE | re.VERBOSE,
)
_DISTRIBUTED = re.compile(
    r"\b(?:distributed|provided|syndicated) by (?P<publisher>[A-Z].{1,80}?)(?:,? (?:LLC|Inc|Ltd)\b|[.,;]|$)"
)


# `Chief Africa political correspondent`
_POST_WORDS = 4


def is_person(name: str) -> bool:
    """Whether `name` looks like a person's: two to five capitalised words, none of them a publisher's."""
    parts = name.split()
    if not 2 <= len(parts) <= 5 or not _NAMES.fullmatch(name):
        return False
    return not any(
        p.lower().strip(".") in words("outlet_words") for p in parts
    ) and name.lower() not in words("agencies")


def names_in(line: str) -> tuple[str, ...]:
    """The people that a byline or a line of thanks names, in its order."""
    parts = re.split(
        r"\s*[,;|•·&]\s*|\s+(?:and|in|for|at|with|from|by|of|contribut\w+|editing|writing)\s+", " " + line
    )
    found = (m.group().strip(" .") for p in parts if (m := _NAMES.search(p)))
    return tuple(dict.fromkeys(n.title() if n.isupper() else n for n in found if is_person(n)))


def byline(line: str) -> tuple[str, ...] | None:
    """The authors that a byline above an article names (none for `By our staff`); None for another line."""
    if _is_signed(line):
        return names_in(line)
    if len(line) > 200 or not (m := _BYLINE.match(line)):
        return None
    return None if line.endswith((".", "!", "?")) and len(line.split()) > 12 else names_in(line[m.end() :])


def _is_signed(line: str) -> bool:
    """Whether a line is a name and what its bearer does for the paper: `Ana Pereira, Health reporter`."""
    name, _, post = line.partition(", ")
    does = post.lower().split()
    # (A chief may be one of the police.)
    return (
        0 < len(does) <= _POST_WORDS and does[-1] in words("reporter_words") - {"chief"} and is_person(name)
    )


def credit(line: str) -> tuple[str, ...] | None:
    """The people whom a line below an article credits with helping; None for another line."""
    return names_in(line) if len(line) <= 500 and _CREDIT.search(line) else None


def split_credit(line: str) -> list[str]:
    """A paragraph that ends in `(Reporting by ...)` as two lines, paragraph and credit; another line as it is."""
    m = _IN_BRACKETS.search(line[-400:])
    return [part for part in (line[: len(line) - len(m.group())], m.group(1)) if part] if m else [line]


def biography(line: str) -> str | None:
    """The name that a line about the article's author begins with; None for another line."""
    m = _BIO.match(line)
    if not m or len(line) > 500 or not is_person(m["name"]):
        return None
    # Of its author an article says what he or she does, of others what happened to them.
    said, surname = line.lower(), m["name"].split()[-1]
    if re.search(r"\b(?:was|were)\b", said.partition(". ")[0]) or line.count(surname) > 1:
        return None
    told = _BEAT.match(line, m.end("name")) or any(
        re.search(rf"\b{w}\b", said) for w in words("reporter_words")
    )
    return m["name"] if told else None


def feed_footer(line: str) -> tuple[str, str] | None:
    """Title and publisher in `The post TITLE appeared first on PUBLISHER.`; None for another line."""
    m = _POST.match(line) if len(line) < 600 else None
    return (m["title"].strip(), m["publisher"].strip()) if m else None


def ends_article(line: str) -> bool:
    """Whether `line` says where the article came from, as feeds do below the last paragraph."""
    return feed_footer(line) is not None or (len(line) < 400 and bool(_CREDITED.match(line)))


def is_copyright(line: str) -> bool:
    """Whether `line` is a copyright notice."""
    return len(line) <= 400 and bool(_COPYRIGHT.match(line))


def publisher_in(lines: list[str]) -> str | None:
    """The publisher that lines of furniture name: first of all the one it first appeared with."""
    short = [line for line in lines if len(line) < 600]
    for line in short:
        if footer := feed_footer(line):
            return footer[1]
    for line in short:
        if m := _FIRST.search(line):
            return m["publisher"].strip()
    for line in short:
        if m := _COPYRIGHT.match(line):
            name = _COPYRIGHT_TAIL.sub("", (m["after"] or "").strip(" .")) or m["before"] or ""
            if 1 < len(name := name.strip(" .,|-")) <= 60:
                return name
    return next((m["publisher"].strip() for line in short if (m := _DISTRIBUTED.search(line))), None)
