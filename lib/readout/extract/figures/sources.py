"""Who says so: the person or institution that a sentence with a figure gives as its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from readout.extract.figures.claimants import LONGEST, Claimants, Source
from readout.extract.figures.reach import begins_anew, closes, is_of_another, is_summed_up
from readout.extract.mentions import PersonMention
from readout.lexicon import words
from readout.text import Sentences, any_of

# (`counts of fraud` and `an estimated` are no verbs, and to put out a fire or to add 3% is no claim.)
_VERB = re.compile(
    rf"\b{any_of(words('figures/claims'))}\b(?!(?<=s)[ ]of\b)"
    r"(?!(?:(?<=put)|(?<=puts))[ ](?:down|forward|in|into|off|on|out|together|up)\b)"
    r"(?!(?:(?<=added)|(?<=adds))[ ](?:(?:about|another|nearly|over|some)[ ])?[£$€]?\d)"
)
# `40 cases have been reported by the clinic`
_BY = re.compile(
    r"[ ]by(?=[ ])(?:(?<=counted by)|(?<=confirmed by)|(?<=recorded by)|(?<=reported by)|(?<=tallied by))"
)
_ADJECTIVE = re.compile(r"\b(?:an?|the|its|their|his|her|this|that)[ ]\Z", re.IGNORECASE)
_ACCORDING = re.compile(r"[Aa]ccording to[ ]")
_ACCOUNT = re.compile(r"[Bb]y (?:his|her|their|its) (?:own )?(?:account|count|estimate|reckoning)\b")
_PRONOUN = re.compile(
    r"(?:\A|[\s“\"‘])(?P<who>[Hh]e|[Ss]he|[Tt]hey|[Ii]t)(?: (?:has|had|have|also|later|then))*[ ]\Z"
)
_PRONOUN_AFTER = re.compile(r"[ ](?P<who>he|she|they|it)\b")
_HELPERS = re.compile(
    r"(?:[ ](?:has|had|have|also|later|earlier|then|repeatedly|previously|separately|further|now|[a-z]+ly))+\Z"
)
# Where a source that stands before its verb may begin.
_BOUNDARY = re.compile(
    r"[;:,—–“”\"]|[ ](?:that|but|while|as|when|after|although|though|because|which|who|where)(?=[ ])"
)
_COMMA = re.compile(r",[”\"’']?[ ]?\Z")
# `According to the pilots' union the true toll is nine`: where no comma closes the phrase, the next one does.
_NEXT_PHRASE = re.compile(
    r"(?<! of)(?<! for)(?<! by)(?<! from)(?<! to)[ ]"
    r"(?=(?:the|an?|its|their)[ ](?:[\w-]+[ ]){1,3}?(?:is|are|was|were|stands|stood|rose)\b)"
)
_AFTER_END = re.compile(
    r"[,;:()”\"—–]|\.(?=\s|\Z)|[ ](?:on|in|at|that|who|which|but|and|as|after|amid|before|during|"
    r"following|since|when|while|late|early|told|to)\b|\Z"
)
_CONTINUES = re.compile(r"(?:\S+[ ]){0,5}(?:also|further|additionally|moreover)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|was|were|are|has|have|had|will|would|can|could|may|might|must|did|does|do|[a-z]\w{2,}ed)\b"
)
# `The Olna Port Board (OPB) will meet`, at the beginning of a sentence.
_SUBJECT = re.compile(
    rf"(?P<name>(?:The[ ])?(?:(?:of|for|and|the|[A-Z][\w&'’-]*)[ ]){{0,7}}[A-Z][\w&'’-]*)(?:[ ]\([A-Z]+\))?[ ]"
    rf"(?={_FINITE.pattern})"
)
_OWNED = re.compile(r"\A(?:His|Her)\b")
# `the army put the dead at 40, doctors at more than 60`: the verb is left out, and the source is not.
_GAPPED = re.compile(r"\bputs?\b[^;]*?, (?:and |while |but )?(?P<who>[^,;:]+?) at \Z")
# `the union counted 90 strikers, the firm 70`
_GAPPED_COUNT = re.compile(
    r"\b(?:claim|count|report)(?:s|ed)\b(?:[^,;:]|,(?=\d))*\d(?:[^,;:]|,(?=\d))*, (?:and |while |but )?"
    r"(?P<who>the (?:[\w’'-]+ ){0,3}?[\w’'-]+)(?: (?:at least|more than|about|almost|just|nearly|only|some))? \Z"
)
_ASKS = re.compile(rf"\b{any_of(words('figures/asks'))}\b")
_VERBS = (_FINITE, _VERB, _ASKS)
_ASKED = re.compile(
    rf"\b(?:{any_of(words('figures/asks'))}\b(?! of\b| by\b)"
    # `lowered her count of the dead to 40`
    r"|(?:cut|lowered|raised|revised|updated)(?= (?:its|her|his|their|the) (?:count|estimate|forecast|tally|toll)\b)"
    r"|revised(?= the number\b))"
)
_ENDS_ASKING = re.compile(r"[,;:.]| but | and ")
_ASKED_FOR = 60
_GOES_ON = re.compile(r"[ ](?:a further|another|an additional|in addition)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"[ ](?:(?:an?|the|its|their|his|her|he|she|they|it)[ ]|[A-Z])")
_SPOKEN = re.compile(r"[,”\"’'?!…][ ]?\Z")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
# How many sentences back a source may be carried on.
_CARRY = 4
_NEAR = 7
_TO_HEARERS = frozenset(["tell", "tells", "told", "telling"])  # who stands after them only listens
_QUOTES = frozenset('“"')
_LONGEST_CLAUSE = 300
_LONGEST_QUOTE = 1500
_NEXT_SENTENCE = re.compile(r"[ \u00a0]+(?=\S)")
# As many sources a sentence is searched for; more are a list of something else.
_MOST = 20


class Sources:
    """The sources of one text's sentences."""

    def __init__(self, text: str, sentences: Sentences, people: Sequence[PersonMention]) -> None:
        self.text, self.sentences = text, sentences
        self.claimants = Claimants(text, people)
        self._read: dict[int, list[Source]] = {}
        self._asked: dict[int, list[tuple[int, int]]] = {}

    def _speaker(self, begin: int, verb: int) -> Source | None:
        """Who stands before a claim's verb at `verb`, in the sentence that starts at `begin`."""
        begin = max(begin, verb - _LONGEST_CLAUSE)
        left = _HELPERS.sub("", self.text[begin:verb].rstrip())
        if pronoun := _PRONOUN.search(self.text[begin:verb]):
            return self._antecedent(self.sentences.at(verb)[0], pronoun["who"].lower(), verb)
        cuts = list(_BOUNDARY.finditer(left))
        if _COMMA.search(left):
            clause = max((m.end() for m in cuts if m.group() not in {",", "”", '"'}), default=0)
            named = [
                p
                for p in self.claimants.people_in(begin + clause, verb)
                if not _POSSESSIVE.match(self.text, p.end)
            ]
            if named:
                return Source(named[0].begin, verb, named[0].person, True)
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
            return self.claimants.named(begin + start, begin + shared)
        if conjunction > 0 and _FINITE.search(left, start, conjunction):
            start = conjunction + len(" and ")
        if _FINITE.search(left, start):
            return None
        if _OWNED.match(left[start:].lstrip()):
            return self._antecedent(self.sentences.at(verb)[0], "she", verb)
        return self.claimants.by_name(self.claimants.named(begin + start, begin + len(left)))

    def _up_to(self, begin: int, verb: int) -> Source | None:
        """Who stands before a claim's verb; what stands between the two is not part of the claim."""
        source = self._speaker(begin, verb)
        if not source or not begin <= source.begin < verb:
            return source
        return replace(source, end=verb)

    def _until_end(self, begin: int, end: int) -> Source | None:
        """The source that the words after `begin` name, up to where its phrase ends."""
        stop = _AFTER_END.search(self.text, begin, min(end, begin + LONGEST + 1))
        if not stop:
            return None
        source = self.claimants.named(begin, stop.start())
        beside = self.claimants.people_in(stop.end() + 1, stop.end() + 2) if stop.group() == "," else ()
        # `the mayor of Olna, Ana Pereira`: the name says who it is.
        if source and not source.is_person and beside and " " in beside[0].surface:
            return Source(source.begin, beside[0].end, beside[0].person, True)
        return source

    def _phrase_end(self, begin: int, end: int) -> int:
        """Where another phrase takes over from the one at `begin`, as far as `end`."""
        following = _NEXT_PHRASE.search(self.text, begin, min(end, begin + LONGEST))
        return following.start() if following else end

    def _said_by(self, verb: re.Match[str], end: int) -> Source | None:
        """Who stands after the verb (`..., said the mayor`)."""
        if pronoun := _PRONOUN_AFTER.match(self.text, verb.end()):
            return self._antecedent(self.sentences.at(verb.start())[0], pronoun["who"], verb.start())
        return self._until_end(verb.end(), end)

    def _antecedent(self, sentence: int, who: str, before: int) -> Source | None:
        """Whom `he` or `they` means: the last source, or (for a person) who was named last as a subject."""
        if own := [s for s in self._read.get(sentence, ()) if s.end <= before]:
            return own[-1]  # `a doctor said that he had counted 40`
        earlier = self._carried(sentence, _CARRY)
        if who in {"they", "it"}:
            if earlier or who == "they":
                return earlier if earlier and not earlier.is_person else None
            return self._subject_before(sentence)
        if earlier and earlier.is_person:
            return earlier
        begin, end = sentence, before
        for _ in range(_CARRY):
            if named := self.claimants.people_in(begin, end):
                free = [p for p in named if not _POSSESSIVE.match(self.text, p.end)] or named
                return Source(before, before, free[0].person, True)
            begin, end = self.sentences.at(max(0, begin - 1))[0], begin
        return None

    def _subject_before(self, sentence: int) -> Source | None:
        """The institution that is the subject of the sentence before: `The Olna Board met. It said ...`."""
        begin = self._paragraph_before(sentence)
        subject = _SUBJECT.match(self.text, begin) if begin is not None else None
        source = self.claimants.named(*subject.span("name")) if subject else None
        return source if source and not source.is_person else None

    def _in_sentence(self, begin: int) -> list[Source]:
        """The sources that the sentence at `begin` names, in text order."""
        if begin not in self._read:
            end = self.sentences.at(begin)[1]
            # A pronoun that leads back here finds only what stands before it.
            found: list[Source | None] = []
            self._read[begin] = []
            if self.text.find("ccording to ", begin, end) >= 0:
                named = islice(_ACCORDING.finditer(self.text, begin, end), _MOST)
                found = [
                    self._until_end(match.end() - 1, self._phrase_end(match.end(), end)) for match in named
                ]
            for verb in islice(_VERB.finditer(self.text, begin, end), _MOST):
                before = max(begin, verb.start() - _NEAR), verb.start()
                if _ADJECTIVE.search(self.text, *before):
                    continue
                if passive := _BY.match(self.text, verb.end(), end):
                    source = self._until_end(passive.end(), end)
                else:
                    after = verb.group() not in _TO_HEARERS and _SPOKEN.search(self.text, *before)
                    source = (self._said_by(verb, end) if after else None) or self._up_to(begin, verb.start())
                found.append(source)
                self._read[begin] = [s for s in found if s]
            if account := _ACCOUNT.search(self.text, begin, end):
                found.append(self._antecedent(begin, "he", account.start()))
            self._read[begin] = sorted((s for s in found if s), key=lambda s: s.begin)
        return self._read[begin]

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

    def of(self, begin: int, end: int) -> str | None:
        """Who vouches for the figure from `begin` to `end`; None where nobody is named."""
        sentence, stop = self.sentences.at(begin)
        if self.text.endswith(" at ", sentence, begin) and (gapped := self._gapped(_GAPPED, sentence, begin)):
            return gapped.name
        part = self.text.rfind(";", sentence, begin), self.text.find(";", end, stop)
        sources = [
            s
            for s in self._in_sentence(sentence)
            if s.end <= begin
            or (s.begin >= end and not begins_anew(self.text, s) and not is_of_another(self.text, s, end))
        ]
        sources = [
            s
            for s in sources
            if (part[0] < s.begin and (part[1] < 0 or s.begin < part[1])) or closes(self.text, s, stop)
        ]
        earlier = [s for s in sources if s.end <= begin]
        if earlier:
            if is_summed_up(self.text, earlier[-1], begin):
                return None
            return (self._gapped(_GAPPED_COUNT, sentence, begin) or earlier[-1]).name
        asker = None if self._in_quotes(begin) else self._asker(sentence, begin)
        if sources and not (asker and not closes(self.text, sources[0], stop)):
            return sources[0].name
        source = asker or self._carried_on(sentence, begin, part[0])
        return source.name if source else None

    def _gapped(self, pattern: re.Pattern[str], sentence: int, begin: int) -> Source | None:
        """Who stands before the figure at `begin` without the verb, which the `pattern` finds before."""
        left_out = pattern.search(self.text, max(sentence, begin - LONGEST), begin)
        return self.claimants.named(*left_out.span("who")) if left_out else None

    def _carried_on(self, sentence: int, begin: int, semicolon: int) -> Source | None:
        """The source of what stands before, where the figure at `begin` is part of what that source goes on to say."""
        if semicolon >= 0 and _GOES_ON.match(self.text, semicolon + 1):
            before = [s for s in self._in_sentence(sentence) if s.end <= semicolon]
            return before[-1] if before else None
        if self._in_quotes(begin):
            opened = self.text[sentence] in _QUOTES
            return self._speaker_after(begin) or (self._carried(sentence, 1) if opened else None)
        return self._carried(sentence, _CARRY) if _CONTINUES.match(self.text, sentence) else None

    def _asker(self, sentence: int, begin: int) -> Source | None:
        """Who asks for or offers the figure at `begin`, by the verb before it."""
        if sentence not in self._asked:
            stop = self.sentences.at(sentence)[1]
            self._asked[sentence] = [m.span() for m in _ASKED.finditer(self.text, sentence, stop)]
        for verb, done in self._asked[sentence]:
            near = done <= begin <= done + _ASKED_FOR
            if near and not _ENDS_ASKING.search(self.text, done, begin):
                return self._speaker(sentence, verb)
        return None

    def _in_quotes(self, at: int) -> bool:
        """Whether a quotation that opens in the paragraph is still open at `at`."""
        near = max(0, at - _LONGEST_QUOTE)
        start = self.text.rfind("\n", near, at) + 1 or near
        curly = self.text.count("“", start, at) > self.text.count("”", start, at)
        return curly or self.text.count('"', start, at) % 2 == 1

    def _speaker_after(self, at: int) -> Source | None:
        """The source of the sentence after the one at `at`, where that ends the quotation that `at` is in."""
        gap = _NEXT_SENTENCE.match(self.text, self.sentences.at(at)[1])
        if not gap:
            return None
        begin, end = self.sentences.at(gap.end())
        quoted = self.text[begin:end]
        opened, closed = quoted.find("“"), quoted.find("”")
        ends = '"' in quoted if closed < 0 else not 0 <= opened < closed
        sources = self._in_sentence(begin) if ends else []
        return sources[0] if sources else None
