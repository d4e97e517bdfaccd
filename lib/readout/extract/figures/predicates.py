"""What is said of what a figure counts, in a few words: `killed`, `without heating`, `to be exchanged`."""

from __future__ import annotations

import re
from functools import cache

from readout.lexicon import table, words

_NAMES = r"[A-Z][\w'’.-]*(?:[ ](?:and|[A-Z][\w'’.-]*|other[ ]\w+))*"
_PLACE = rf"(?:[ ](?:in|at|near|across|around|from|of|inside|outside)[ ](?:the[ ])?{_NAMES})?"
_HELPERS = (
    r"(?:is|are|was|were|be|been|being|has|have|had|remain|remained|still|now|also|already|reportedly|confirmed|"
    r"currently|feared|reported|believed)"
)
_SAID = re.compile(
    rf"{_PLACE}(?:[ ](?:who|that|which))?(?:[ ]{_HELPERS}\b)+[ ]"
    r"(?P<rest>[a-z][\w'’-]*(?:[ ][\w'’-]+){0,5})"
)
_LACKS = re.compile(rf"{_PLACE}[ ](?P<rest>without[ ][\w'’-]+(?:[ ](?:or|and)[ ][\w'’-]+)?)")
_TO_BE = re.compile(r"[ ](?P<rest>to be [a-z]+)\b")
_PARTICIPLE = re.compile(rf"{_PLACE}[ ](?P<rest>[a-z]+)\b")
_OVER = re.compile(
    r"[ ](?:and|but|during|after|following|as|because|when|while|since|amid|before|on|according|this|last|by|in|at|"
    r"for|to|from|across|near|where|with|so|that|the)\b.*",
    re.DOTALL,
)
_TOKEN = re.compile(r"[\w'’-]+")
_AHEAD = re.compile(
    r"\b(?:to|will|would|could|may|might|should|must|shall|can)[ ](?:also[ ]|soon[ ]|\w+ and |\w+ or )?\Z"
)
_WINDOW = 60


@cache
def _acts() -> dict[str, str]:
    return {form: done for done, forms in table("figures/acts") for form in forms.split(",")}


def _done(text: str, begin: int, sentence: int) -> str | None:
    """The verb right before the figure as what is done to it (`killing four people`: killed)."""
    tokens = list(_TOKEN.finditer(text, max(sentence, begin - _WINDOW), begin))
    for at in range(len(tokens) - 1, max(-1, len(tokens) - 7), -1):
        token, before = tokens[at], tokens[at - 1] if at else None
        pair = f"{before.group()} {token.group()}" if before else ""
        done = _acts().get(pair) or _acts().get(token.group())
        if done:
            verb = before if before and pair in _acts() else token
            ahead = _AHEAD.search(text, max(sentence, verb.start() - 20), verb.start())
            return f"to be {done}" if ahead else done
        if token.group() not in words("figures/act_fillers"):
            return None
    return None


def predicate(text: str, begin: int, end: int, sentence: tuple[int, int]) -> str | None:
    """What the sentence says of what is counted from `begin` to `end`; None where no rule knows."""
    stop = sentence[1]
    if found := _LACKS.match(text, end, stop) or _TO_BE.match(text, end, stop):
        return str(found["rest"])
    if found := _SAID.match(text, end, stop):
        if rest := _OVER.sub("", f" {found['rest']}").strip():
            return rest
        return found["rest"] if found["rest"].startswith("without") else None
    if done := _done(text, begin, sentence[0]):
        return done
    bare = _PARTICIPLE.match(text, end, stop)
    known = bare and (bare["rest"] in words("figures/people_states") or bare["rest"] in set(_acts().values()))
    return bare["rest"] if bare and known else None
