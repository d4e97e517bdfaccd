"""Who says so: the person or institution that a sentence with a figure gives as its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from readout.extract.figures.claimants import LONGEST, Claimants, Source
from readout.extract.figures.quotes import ends_quotation, in_quotes
from readout.extract.figures.reach import begins_anew, closes, is_of_another, is_summed_up
from readout.extract.figures.speakers import CLAIM, INTERJECTED, Pronoun, Speakers
from readout.extract.mentions import PersonMention
from readout.lexicon import words
from readout.text import Sentences, any_of

# `40 cases have been reported by the clinic`
_BY = re.compile(
    r"[ ]by(?=[ ])(?:(?<=counted by)|(?<=confirmed by)|(?<=recorded by)|(?<=reported by)|(?<=tallied by))"
)
# `the recently confirmed cases`, `62 confirmed cases`, `laboratory-confirmed`
_ADJECTIVE = re.compile(
    r"(?:\b(?:an?|the|its|their|his|her|this|that|new)|\d)[ ](?:[a-z]+ly[ ])?\Z|[a-z]-\Z", re.IGNORECASE
)
_ACCORDING = re.compile(r"[Aa]ccording to[ ]")
_ACCOUNT = re.compile(r"[Bb]y (?:his|her|their|its) (?:own )?(?:account|count|estimate|reckoning)\b")
_CONTINUES = re.compile(r"(?:\S+[ ]){0,5}(?:also|further|additionally|moreover)\b", re.IGNORECASE)
# `about 90 by the city's estimate, 70 by that of the union`
_ESTIMATE = re.compile(
    r"[^,.;:\d\n]{0,60}?[ ]by (?:(?P<who>(?:[\w.’'-]+[ ]){0,5}?[\w.-]+)['’]s? (?:own )?"
    r"(?:account|calculation|count|estimate|reckoning|tally)\b"
    r"|that of (?P<whose>(?:[\w.’'-]+[ ]){0,5}?[\w’'-]+)(?=[,.;:\n]))"
)
# `the army put the dead at 40, doctors at more than 60`: the verb is left out, and the source is not.
_GAPPED = re.compile(r"\bputs?\b[^;]*?, (?:and |while |but )?(?P<who>[^,;:]+?) at \Z")
# `the union counted 90 strikers, the firm 70`
_GAPPED_COUNT = re.compile(
    r"\b(?:claim|count|report)(?:s|ed)\b(?:[^,;:]|,(?=\d))*\d(?:[^,;:]|,(?=\d))*, (?:and |while |but )?"
    r"(?P<who>the (?:[\w’'-]+ ){0,3}?[\w’'-]+)(?: (?:at least|more than|about|almost|just|nearly|only|some))? \Z"
)
_ASKED = re.compile(
    rf"\b(?:{any_of(words('figures/asks'))}\b(?! of\b| by\b)"
    # `lowered her count of the dead to 40`
    r"|(?:cut|lowered|raised|revised|updated)(?= (?:its|her|his|their|the) (?:count|estimate|forecast|tally|toll)\b)"
    r"|revised(?= the number\b))"
)
_ENDS_ASKING = re.compile(r"[,;:.]| but | and ")
_ASKED_FOR = 60
_GOES_ON = re.compile(r"[ ](?:a further|another|an additional|in addition)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"[,”\"’'?!…][ ]?\Z")
# How many sentences back a source may be carried on.
_CARRY = 4
_NEAR, _BACK, _NEXT = 7, 20, 64
# No longer is an aside between a speaker and the verb.
_ASIDE = 20
_TO_HEARERS = frozenset(["tell", "tells", "told", "telling"])  # who stands after them only listens
_QUOTES = frozenset('“"')
_NEXT_SENTENCE = re.compile(r"[ \u00a0]+(?=\S)")
# As many sources a sentence is searched for; more are a list of something else.
_MOST = 20


class Sources:
    """The sources of one text's sentences."""

    def __init__(self, text: str, sentences: Sentences, people: Sequence[PersonMention]) -> None:
        self.text, self.sentences = text, sentences
        self.claimants = Claimants(text, people)
        self.speakers = Speakers(text, self.claimants)
        self._read: dict[int, list[Source]] = {}

    def of(self, begin: int, end: int) -> str | None:
        """Who vouches for the figure from `begin` to `end`; None where nobody is named."""
        sentence, stop = self.sentences.at(begin)
        if self.text.endswith(" at ", sentence, begin) and (gapped := self._gapped(_GAPPED, sentence, begin)):
            return gapped.name
        by = self.text.find(" by ", end, min(stop, end + _NEXT)) >= 0
        if by and (estimate := _ESTIMATE.match(self.text, end, stop)):
            group = "who" if estimate["who"] else "whose"
            if own := self.claimants.named(*estimate.span(group)):
                return own.name
            if estimate[group].startswith("the "):
                return estimate[group]
        part = self.text.rfind(";", sentence, begin), self.text.find(";", end, stop)
        sources = [s for s in self._in_sentence(sentence) if self._reaches(s, begin, end, part, stop)]
        earlier = [s for s in sources if s.end <= begin]
        if earlier:
            if is_summed_up(self.text, earlier[-1], begin):
                return None
            return (self._gapped(_GAPPED_COUNT, sentence, begin) or earlier[-1]).name
        quoted = in_quotes(self.text, begin)
        asker = None if quoted else self._asker(sentence, begin)
        if sources and not (asker and not closes(self.text, sources[0], stop)):
            return sources[0].name
        source = asker or self._carried_on(sentence, begin, part[0], quoted)
        return source.name if source else None

    def _reaches(self, source: Source, begin: int, end: int, part: tuple[int, int], stop: int) -> bool:
        """Whether what a `source` says may be the figure from `begin` to `end`.

        It stands before the figure, or after it and goes on from it, in the same `part` between two semicolons
        (-1 where there is none); one that closes the sentence, which ends at `stop`, vouches for all of it.
        """
        if source.end > begin:
            goes_back = source.begin >= end and not begins_anew(self.text, source)
            if not goes_back or is_of_another(self.text, source, end):
                return False
        beside = part[0] < source.begin and (part[1] < 0 or source.begin < part[1])
        return beside or closes(self.text, source, stop)

    def _in_sentence(self, begin: int) -> list[Source]:
        """The sources that the sentence at `begin` names, in text order."""
        if begin not in self._read:
            end = self.sentences.at(begin)[1]
            found: list[Source | None] = []
            if self.text.find("ccording to ", begin, end) >= 0:
                named = islice(_ACCORDING.finditer(self.text, begin, end), _MOST)
                found = [self.speakers.according(match.end(), end) for match in named]
            # A pronoun that leads back here finds only what stands before it.
            self._read[begin] = []
            for verb in islice(CLAIM.finditer(self.text, begin, end), _MOST):
                if _ADJECTIVE.search(self.text, max(begin, verb.start() - _BACK), verb.start()):
                    continue
                found.append(self._of_claim(begin, verb, end))
                self._read[begin] = [s for s in found if s]
            if account := _ACCOUNT.search(self.text, begin, end):
                found.append(self._antecedent(begin, "he", account.start()))
            self._read[begin] = sorted((s for s in found if s), key=lambda s: s.begin)
        return self._read[begin]

    def _of_claim(self, begin: int, verb: re.Match[str], end: int) -> Source | None:
        """Who makes the claim of `verb`, in the sentence from `begin` to `end`: named after the verb or before it."""
        if passive := _BY.match(self.text, verb.end(), end):
            return self.speakers.phrase(passive.end(), end)
        spoken = _SPOKEN.search(self.text, max(begin, verb.start() - _NEAR), verb.start())
        if spoken and INTERJECTED.search(self.text, max(begin, verb.start() - _ASIDE), verb.start()):
            spoken = None
        if spoken and verb.group() not in _TO_HEARERS:
            after = self._resolved(self.speakers.after(verb.end(), end), verb.start())
            if after:
                return after
        source = self._resolved(self.speakers.before(begin, verb.start()), verb.start())
        if not source or not begin <= source.begin < verb.start():
            return source
        return replace(source, end=verb.start())  # what stands between the two is no part of the claim

    def _resolved(self, found: Source | Pronoun | None, at: int) -> Source | None:
        """Whom a speaker who is named at `at` stands for."""
        if isinstance(found, Pronoun):
            return self._antecedent(self.sentences.at(at)[0], found.who, at)
        return found

    def _antecedent(self, sentence: int, who: str, before: int) -> Source | None:
        """Whom `he` or `they` means: the last source, or (for a person) who was named last as a subject."""
        if own := [s for s in self._read.get(sentence, ()) if s.end <= before]:
            return own[-1]  # `a doctor said that he had counted 40`
        earlier = self._carried(sentence, _CARRY)
        if who in {"they", "it"}:
            if earlier or who == "they":
                return earlier if earlier and not earlier.is_person else None
            met = self._paragraph_before(sentence)  # `The Olna Board met. It said ...`
            return self.speakers.subject(met) if met is not None else None
        if earlier and earlier.is_person:
            return earlier
        begin, end = sentence, before
        for _ in range(_CARRY):
            if named := self.speakers.person(begin, end):
                return Source(before, before, named, True)
            begin, end = self.sentences.at(max(0, begin - 1))[0], begin
        return None

    def _paragraph_before(self, begin: int) -> int | None:
        """Where the sentence before the one at `begin` begins, in the same paragraph."""
        if begin <= 0:
            return None
        before = self.sentences.at(begin - 1)
        return None if before[0] >= begin or "\n" in self.text[before[1] : begin] else before[0]

    def _carried(self, begin: int, depth: int) -> Source | None:
        """The source of the sentence before the one at `begin`, itself carried on where that goes on."""
        before = self._paragraph_before(begin)
        if before is None or not depth:
            return None
        if own := self._in_sentence(before):
            return own[-1]
        goes_on = _CONTINUES.match(self.text, before) or _ACCOUNT.search(self.text, before, begin)
        return self._carried(before, depth - 1) if goes_on else None

    def _carried_on(self, sentence: int, begin: int, semicolon: int, quoted: bool) -> Source | None:
        """The source of what stands before, where the figure at `begin` is part of what that source goes on to say."""
        if semicolon >= 0 and _GOES_ON.match(self.text, semicolon + 1):
            before = [s for s in self._in_sentence(sentence) if s.end <= semicolon]
            return before[-1] if before else None
        if quoted:
            opened = self.text[sentence] in _QUOTES
            return self._speaker_after(begin) or (self._carried(sentence, 1) if opened else None)
        return self._carried(sentence, _CARRY) if _CONTINUES.match(self.text, sentence) else None

    def _speaker_after(self, at: int) -> Source | None:
        """The source of the sentence after the one at `at`, where that ends the quotation that `at` is in."""
        gap = _NEXT_SENTENCE.match(self.text, self.sentences.at(at)[1])
        if not gap:
            return None
        begin, end = self.sentences.at(gap.end())
        sources = self._in_sentence(begin) if ends_quotation(self.text, begin, end) else []
        return sources[0] if sources else None

    def _gapped(self, pattern: re.Pattern[str], sentence: int, begin: int) -> Source | None:
        """Who stands before the figure at `begin` without the verb, which the `pattern` finds before."""
        left_out = pattern.search(self.text, max(sentence, begin - LONGEST), begin)
        return self.claimants.named(*left_out.span("who")) if left_out else None

    def _asker(self, sentence: int, begin: int) -> Source | None:
        """Who asks for or offers the figure at `begin`, by the verb before it."""
        for verb in _ASKED.finditer(self.text, max(sentence, begin - _ASKED_FOR), begin):
            if not _ENDS_ASKING.search(self.text, verb.end(), begin):
                return self._resolved(self.speakers.before(sentence, verb.start()), verb.start())
        return None
