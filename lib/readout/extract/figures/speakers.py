"""The phrase that names a speaker: before the verb of a claim, after it, or after `according to`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readout.extract.figures.claimants import LONGEST, Claimants, Source
from readout.lexicon import words
from readout.text import any_of

# (`counts of fraud` and `an estimated` are no verbs, and to put out a fire or to add 3% is no claim.)
CLAIM = re.compile(
    rf"\b(?:{any_of(words('figures/claims'))}\b|{any_of(words('figures/claims_that'))}\b(?=[ ]that\b))(?!(?<=s)[ ]of\b)"
    r"(?!(?:(?<=put)|(?<=puts))[ ](?:down|forward|in|into|off|on|out|together|up)\b)"
    r"(?!(?:(?<=added)|(?<=adds))[ ](?:(?:about|another|nearly|over|some)[ ])?[£$€]?\d)"
)
_PRONOUN = re.compile(
    r"(?:\A|[\s“\"‘])(?P<who>[Hh]e|[Ss]he|[Tt]hey|[Ii]t)(?: (?:has|had|have|also|earlier|later|then))*[ ]\Z"
)
_PRONOUN_AFTER = re.compile(r"[ ](?P<who>he|she|they|it)\b")
_HELPERS = re.compile(
    r"(?:[ ](?:has|had|have|also|later|earlier|then|repeatedly|previously|separately|further|now|[a-z]+ly))+\Z"
)
# Where a source that stands before its verb may begin.
_BOUNDARY = re.compile(
    r"[;:,—–“”\"]|[ ](?:that|but|while|as|when|after|although|though|because|which|who|where)(?=[ ])"
)
# `The board, however, said`
INTERJECTED = re.compile(r", (?:however|in turn|meanwhile|though|too|for (?:his|her|its|their) part),[ ]?\Z")
_COMMA = re.compile(r",[”\"’']?[ ]?\Z")
# `According to the pilots' union the true toll is nine`: where no comma closes the phrase, the next one does.
_NEXT_PHRASE = re.compile(
    r"(?<! of)(?<! for)(?<! by)(?<! from)(?<! to)[ ]"
    r"(?=(?:the|an?|its|their)[ ](?:[\w-]+[ ]){1,3}?(?:is|are|was|were|stands|stood|rose)\b)"
)
_AFTER_END = re.compile(
    r"[,;:()”\"—–]|\.(?=\s|\Z)|[ ](?:on|in|at|that|who|which|but|and|as|after|amid|before|during|"
    r"following|since|when|while|late|early|told|to|citing|based(?= on))\b|\Z"
)
_FINITE = re.compile(
    r"\b(?:is|was|were|are|has|have|had|will|would|can|could|may|might|must|did|does|do|[a-z]\w{2,}ed)\b"
)
_VERBS = (_FINITE, CLAIM, re.compile(rf"\b{any_of(words('figures/asks'))}\b"))
# `The Olna Port Board (OPB) will meet`, at the beginning of a sentence.
_SUBJECT = re.compile(
    rf"(?P<name>(?:The[ ])?(?:(?:of|for|and|the|[A-Z][\w&'’-]*)[ ]){{0,7}}[A-Z][\w&'’-]*)(?:[ ]\([A-Z]+\))?[ ]"
    rf"(?={_FINITE.pattern})"
)
_OWNED = re.compile(r"\A(?:His|Her)\b")
_OF_ANOTHER = re.compile(r"[ ](?:(?:an?|the|its|their|his|her|he|she|they|it)[ ]|[A-Z])")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
_LONGEST_CLAUSE = 300
# How far back from its verb a pronoun may stand, or what helps the verb.
_BACK = 60


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A speaker who has been named before: `he`, `they`."""

    who: str


class Speakers:
    """The phrases of one text that name its speakers."""

    def __init__(self, text: str, claimants: Claimants) -> None:
        self.text, self.claimants = text, claimants

    def before(self, begin: int, verb: int) -> Source | Pronoun | None:
        """Who stands before the verb at `verb`, in the sentence that starts at `begin`."""
        begin = max(begin, verb - _LONGEST_CLAUSE)
        if pronoun := _PRONOUN.search(self.text[begin:verb], verb - begin - _BACK):
            return Pronoun(pronoun["who"].lower())
        left = INTERJECTED.sub("", self.text[begin:verb]).rstrip()
        if helpers := _HELPERS.search(left, len(left) - _BACK):
            left = left[: helpers.start()]
        cuts = list(_BOUNDARY.finditer(left))
        if _COMMA.search(left):
            if beside := self._with_apposition(begin, cuts, verb):
                return beside
            cuts = cuts[:-2] if len(cuts) > 1 else []
            left = left[: left.rstrip(" ,").rfind(",") + 1].rstrip(" ,")
        cuts = [m for m in cuts if m.end() <= len(left)]
        start = cuts[-1].end() if cuts else 0
        # `the mayor who had been there said`, but `a sum which the mayor said`
        if cuts and cuts[-1].group() in {" who", " which"} and not _OF_ANOTHER.match(left, start):
            since = cuts[-2].end() if len(cuts) > 1 else 0
            return self.claimants.named(begin + since, begin + cuts[-1].start())
        conjunction = left.rfind(" and ", start)
        if left.endswith(" and"):  # `the mayor came and promised`
            shared = min((m.start() for v in _VERBS if (m := v.search(left, start))), default=len(left))
            named = self.claimants.people_in(begin + start, begin + shared)
            # `Ana Pereira flew in with the mayor and promised`: the subject comes first.
            end = named[0].end if len(named) > 1 else begin + shared
            return self.claimants.named(begin + start, end)
        if conjunction > 0 and _FINITE.search(left, start, conjunction):
            start = conjunction + len(" and ")
        if _FINITE.search(left, start):
            return None
        if _OWNED.match(left[start:].lstrip()):
            return Pronoun("she")
        return self.claimants.by_name(self.claimants.named(begin + start, begin + len(left)))

    def _with_apposition(self, begin: int, cuts: list[re.Match[str]], verb: int) -> Source | None:
        """The person of `Ana Pereira, the mayor, said`, where the sentence from `begin` may fall into `cuts`."""
        clause = max((m.end() for m in cuts if m.group() not in {",", "”", '"'}), default=0)
        people = self.claimants.people_in(begin + clause, verb)
        named = next((p for p in people if not _POSSESSIVE.match(self.text, p.end)), None)
        return Source(named.begin, verb, named.person, True) if named else None

    def after(self, verb: int, end: int) -> Source | Pronoun | None:
        """Who stands after the verb that ends at `verb` (`..., said the mayor`), as far as `end`."""
        if pronoun := _PRONOUN_AFTER.match(self.text, verb):
            return Pronoun(pronoun["who"])
        return self.phrase(verb, end)

    def according(self, begin: int, end: int) -> Source | None:
        """Who is named after `according to` at `begin`, as far as `end`."""
        following = _NEXT_PHRASE.search(self.text, begin, min(end, begin + LONGEST))
        return self.phrase(begin - 1, following.start() if following else end)

    def phrase(self, begin: int, end: int) -> Source | None:
        """The source that the words after `begin` name, up to where its phrase ends."""
        stop = _AFTER_END.search(self.text, begin, min(end, begin + LONGEST + 1))
        if not stop:
            return None
        source = self.claimants.named(begin, stop.start())
        beside = self.claimants.people_in(stop.end() + 1, stop.end() + 2) if stop.group() == "," else ()
        # `the mayor of Olna, Ana Pereira`: the name says who it is.
        if beside and " " in beside[0].surface and not (source and source.is_person):
            return Source(source.begin if source else begin, beside[0].end, beside[0].person, True)
        return source

    def subject(self, begin: int) -> Source | None:
        """The institution that the sentence at `begin` opens with: `The Olna Board met`."""
        subject = _SUBJECT.match(self.text, begin)
        source = self.claimants.named(*subject.span("name")) if subject else None
        return source if source and not source.is_person else None

    def person(self, begin: int, end: int) -> str | None:
        """The first person named from `begin` to `end` who owns nothing there, or else the first one."""
        named = self.claimants.people_in(begin, end)
        free = [p for p in named if not _POSSESSIVE.match(self.text, p.end)] or named
        return free[0].person if free else None
