"""What is said of what a figure counts, in a few words that read after its unit: `killed`, `without water`."""

from __future__ import annotations

import re
from functools import cache

from readout.extract.figures.kinds import kind_of
from readout.extract.figures.nouns import LABEL_REACH, is_plural, read_noun
from readout.extract.mentions import Kind
from readout.lexicon import table, words
from readout.text import any_of, parse_number

_NAMES = r"[A-Z][\w'’.-]*(?:[ ](?:and|[A-Z][\w'’.-]*|other[ ]\w+))*"
_PLACE = rf"(?:[ ](?:in|at|near|across|around|from|of|inside|outside)[ ](?:the[ ])?{_NAMES})?"
# `20 children from a summer camp`
_FROM = r"(?:[ ](?:aboard|at|from|in|inside|near|of(?= their| its)|on)[ ](?:an?|the|its|their)(?:[ ][\w'’-]+){1,3}?)?"
_HELPERS = (
    r"(?:(?:thought|presumed|known|said|understood|believed|confirmed|feared|likely|certain)[ ]to[ ]"
    r"(?:have[ ]been|be|have)"
    r"|is|are|was|were|be|been|being|has|have|had|remain|remained|still|now|also|already|reportedly|confirmed|"
    r"currently|feared|reported|believed)"
)
_SAID = re.compile(
    rf"(?:{_PLACE}|{_FROM})(?:,[^,;.:]{{1,60}},)?(?:,?[ ](?:who|that|which))?(?:[ ]{_HELPERS}\b)+[ ]"
    rf"(?!(?:an?|been|including|{any_of(words('figures/empty_verbs'))})\b)(?P<rest>[a-z][\w'’-]*(?:[ ][\w'’-]+){{0,5}})"
)
# `10,000 residents have to live without water`
_LIVES = (
    r"(?:[ ](?:who|that|now|still|have|has|had|must|to|are|were|been|be|left|forced|live|lived|living|go|went|"
    r"gone)\b){0,6}"
)
_LACKS = re.compile(
    rf"{_PLACE}{_LIVES}[ ](?P<rest>without[ ](?!\w+ing[ ](?:any|an?|the|its|their)\b)[\w'’-]+"
    r"(?:[ ](?:or|and)[ ][\w'’-]+)?)"
)
# (A pattern that starts with letters, and not with `\b`, is searched for several times as fast.)
_LIMIT = any_of(limit for limit, _, at in table("figures/qualifiers") if at == "before")
_TOLL = re.compile(
    r"[DdTtFf](?<!\w\w)(?:eath toll|oll|ead|atalities|eaths)\b(?:[^.;:]|\.(?=\d)){0,100}?\b(?:to|from|at|of|is|was|now|"
    r"reache[ds]|hits?|pass(?:ed|es)|exceed(?:ed|s)|topp?(?:ed|s)|surpass(?:ed|es)|near(?:ed|s|ing))[ ]"
    rf"(?:(?:a|be|now|only|still|total of|{_LIMIT})[ ]){{0,3}}\Z"
)
# The same of a subject that is longer: `the toll of the blast that tore through the hall on Monday night rose to`.
_TOLL_ROSE = re.compile(
    r"[DdTt](?<!\w\w)(?:eath toll|oll)\b[^;:]{0,180}?\b(?:climbed|climbs|grew|grown|jumped|risen|rises|rose|surged)[ ]"
    rf"to[ ](?:{_LIMIT}[ ])?\Z"
)
_LIVES_OF = re.compile(r"(?:\b(?:claim(?:ed|ing|s)?|cost(?:ing|s)?|taken|took) the live|[Dd]eath)s? of[ ]\Z")
_TOLL_REACH = 220
# A toll that is only foreseen: `the toll could rise to 40`.
_FORESEEN = re.compile(
    r"\b(?:could|may|might|will|would|(?:expected|feared|likely) to)\b(?:[ ][a-z]+){1,4}[ ](?:\S+[ ]){0,3}\Z"
)
# `40 feet below the deck`, `90 miles south of Olna`, `40 feet deep`: which length it is.
_TOWARDS = re.compile(
    r"[ ](?P<rest>(?:above|below|beneath|from|off|under|(?:north|south|east|west|away|inland)(?: of| from))[ ]"
    r"(?:the[ ])?[\w'’-]+"
    r"|apart|away|deep|high|inland|long|offshore|tall|thick|underground|wide)\b"
)
# `six of them are in hospital`
_IS_IN = re.compile(
    rf"(?:[ ]of (?:them|those|which|whom))?{_PLACE}(?:,?[ ](?:who|that|which))?[ ](?:is|are|was|were|remains?|remained)"
    rf"(?:[ ](?:now|still|also))?[ ](?P<rest>{any_of(words('figures/states_in'))})\b"
)
_TO_BE = re.compile(r"[ ](?P<rest>to be [a-z]+)\b")
_PARTICIPLE = re.compile(rf"{_PLACE}[ ](?P<rest>(?P<done>[a-z]+)(?:(?<=found)[ ](?:alive|dead))?)\b")
# `Ten missing at the pit confirmed dead`: how it ended.
_TURNED_OUT = re.compile(
    r"[ ](?:missing|stranded|trapped)\b[^,.;:]{0,60}?[ ]"
    r"(?:confirmed|declared|feared|found|presumed)[ ](?P<rest>alive|dead)\b"
)
# `Of the injured, 60 were ...`: what is said of all is said of them.
_OF_THOSE = re.compile(
    rf"[Oo](?<!\w[Oo])f (?:the|those) (?P<state>{any_of(words('figures/people_states'))})\b"
)
# `The number of people injured by the blast rose to 47`; `90 displaced people`.
_NUMBER_OF = re.compile(
    rf"[Nn](?<!\w[Nn])umber of (?:[a-z]+ ){{0,3}}?(?P<state>{any_of(words('figures/people_states'))})\b"
)
_STATE_WITHIN = re.compile(rf"[ ](?P<state>{any_of(words('figures/people_states'))})[ ]")
_OVER = re.compile(
    r"[ ](?:and|but|during|after|following|as|because|when|while|since|amid|before|on|according|this|last|by|in|at|"
    r"for|to|from|across|near|where|beside|beyond|behind|along|against|between|under|over|inside|outside|around|among|with|so|that|the|"
    r"out of(?= \d)|till|until|"
    r"early|late|per|due|which|who|including|is|are|was|were|has|have|had|will|would|\d\S*)\b.*",
    re.DOTALL,
)
_TOKEN = re.compile(r"[\w'’-]+")
# What a percentage or an amount of money is of: `7% of its staff`, `a fee of €5`, `turnout was 61%`.
_OF_WHAT = re.compile(
    r"[ ]of(?P<rest>(?:[ ](?!(?:is|are|was|were|has|have|had|will|in|on|at|to|by|from|for|with|after|during|since|"
    r"before|and|but|who|which|that)\b|(?:of[ ])?(?:(?:the|its|their|those|these)[ ])?\W?\d)[^\W\d_][\w'’-]*){1,5})"
)
_NOUN_PHRASE = (
    r"(?P<rest>(?:(?<![.,\w'’])[^\W\d_][\w-]*[ ])?(?<![.,\w'’])(?!(?:will|would|could|can|may|might|must|should|has|"
    r"had|have|not|to|also|still|already|only)\b)[^\W\d_][\w-]*)"
)
_WHAT_OF = re.compile(rf"{_NOUN_PHRASE}[ ](?:of|averaging|totall?ing|worth)[ ]\Z")
_SIZED = (" of ", " averaging ", " totalling ", " totaling ", " worth ")
_WHAT_IS = re.compile(rf"{_NOUN_PHRASE}\Z")
_BECAME = re.compile(
    rf"[ ](?!costs? by\b){any_of(words('figures/becomes'))}(?:[ ](?:to|by|from|at|in at))?[ ]\Z"
)
_VERB_WIDTH = len(" accelerated from ")
_LEAD = re.compile(
    r"\A(?:(?:an?|the|its|their|his|her|and|but|or|while|as|that|where|when|whose|of|in|on|at|by|for|from|to|with|has|had|have|made|paid|get|gets|got|give|gives|gave|"
    r"said|reported|posted)[ ])+",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:to|will|would|could|may|might|should|must|shall|can)[ ](?:also[ ]|soon[ ]|\w+ and |\w+ or )?\Z"
)
# What was done to the subject is not done to what comes after it: `were damaged and 90 people fled`.
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)[ ](?:\w+ly[ ])?\Z")
_NOUN = re.compile(r"\b(?:an?|the|its|their|his|her|this|that|no|of|without)[ ]\Z", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[ ](\w+)")
# What a sum is made in and not of (`earnings in the quarter fell to $90`), and what says nothing of it.
_NO_WHAT = frozenset(
    ["average", "day", "half", "month", "period", "quarter", "season", "sum", "total", "week", "year"]
)
_FOUND = frozenset(["discovered", "found", "recovered", "retrieved"])
# `fell to $90`: nobody fells them.
_LEVEL = re.compile(r"\b(?:at|by|from|to)[ ]\Z")
_CLOSING = frozenset('”"’')
_MARKS = '.,:;!?()[]"“”‘—–'
_WINDOW = 60


@cache
def _acts() -> dict[str, str]:
    return {form: done for done, forms in table("figures/acts") for form in forms.split(",")}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(form.rpartition(" ")[2] for form in _acts()) | words("figures/act_fillers")


@cache
def _participles() -> frozenset[str]:
    return frozenset(_acts().values())


def is_toll(text: str, number: int, sentence: int) -> bool:
    """Whether the words from `sentence` to a `number` make it a count of the dead (`the death toll rose to`)."""
    near, far = max(sentence, number - LABEL_REACH), max(sentence, number - _TOLL_REACH)
    return bool(_TOLL.search(text, near, number) or _TOLL_ROSE.search(text, far, number))


def done_to(text: str, begin: int, sentence: int) -> str | None:
    """What the verb right before `begin` does to what is counted there (`killing four people`: killed).

    `sentence` is where the sentence begins. A noun that looks like the verb (`an offer of`) is none.
    """
    start = max(sentence, begin - _WINDOW)
    *_, last = text[start:begin].split() or [""]
    if last.strip(_MARKS) not in _last_words():
        return None
    tokens = list(_TOKEN.finditer(text, start, begin))
    for at in range(len(tokens) - 1, max(-1, len(tokens) - 7), -1):
        token, before = tokens[at], tokens[at - 1] if at else None
        pair = f"{before.group()} {token.group()}" if before else ""
        done = _acts().get(pair) or _acts().get(token.group())
        if done:
            verb = before if before and pair in _acts() else token
            if at == len(tokens) - 2 and text.startswith(", and ", token.end()):
                return None  # `40 have recovered, and 12 are under care`
            noun = _NOUN.search(text, max(sentence, verb.start() - 8), verb.start())
            # (What has one form for `cut` and `has cut` is a verb after `that`.)
            if noun and not (noun[0] == "that " and token.group() == done):
                return None
            if token.group() == done and _PASSIVE.search(
                text, max(sentence, verb.start() - 20), verb.start()
            ):
                return None
            if done in _FOUND and {"bodies", "remains"} & {t.group() for t in tokens[at:]}:
                done = "found dead"
            ahead = _AHEAD.search(text, max(sentence, verb.start() - 20), verb.start())
            return f"to be {done}" if ahead else done
        if token.group() not in words("figures/act_fillers"):
            return None
    return None


def share_of(text: str, begin: int, end: int, sentence: tuple[int, int]) -> str | None:
    """What the percentage or the money from `begin` to `end` is of; None where no rule knows."""
    if after := _OF_WHAT.match(text, end, sentence[1]):
        return f"of{after['rest']}"
    if noun := _noun_after(text, end, sentence[1]):
        return noun
    start = max(sentence[0], begin - _WINDOW)
    before = None
    if text.endswith(_SIZED, start, begin):
        before = _WHAT_OF.search(text, start, begin)
    elif verb := _BECAME.search(text, max(start, begin - _VERB_WIDTH), begin):
        before = _WHAT_IS.search(text, start, verb.start())
    what = _LEAD.sub("", before["rest"]) if before else ""
    nothing = not what or what.split()[-1].lower() in words("figures/phrase_stops") | _NO_WHAT
    return None if nothing or kind_of(what) == "people" else what  # `our people are £90 worse off`


def _noun_after(text: str, end: int, stop: int) -> str | None:
    """The noun that a percentage or a sum stands before: `a 9% raise`."""
    noun = read_noun(text, end, stop, one=True)
    # `65% four years ago`, `€7 early this morning`, `the 9% other workers get`
    if not noun or parse_number(noun.unit.split()[0]) or noun.unit in words("figures/plain_adjectives"):
        return None
    if noun.unit.endswith("ly"):  # `$300 annually`
        return None
    following = _NEXT_WORD.match(text, noun.end, stop)
    return None if following and is_plural(following[1]) else noun.unit


def said_after(text: str, end: int, stop: int) -> str | None:
    """What the sentence that ends at `stop` goes on to say of what is counted up to `end`."""
    if text[end : end + 1] in _CLOSING:
        end += 1
    if text[end : end + 1] not in (" ", ","):
        return None
    lacks = _LACKS.match(text, end, stop) if text.find(" without ", end, stop) >= 0 else None
    if found := lacks or _TO_BE.match(text, end, stop):
        return str(found["rest"])
    if found := _SAID.match(text, end, stop):
        if rest := _OVER.sub("", f" {found['rest']}").strip():
            return f"with {rest}" if rest.startswith("no ") else rest
        if found["rest"].startswith("without"):
            return str(found["rest"])
    if ended := _TURNED_OUT.match(text, end, stop):
        return str(ended["rest"])
    bare = _PARTICIPLE.match(text, end, stop)
    if bare and (bare["done"] in words("figures/people_states") or bare["done"] in _participles()):
        return str(bare["rest"])
    return None


def state_after(text: str, end: int, stop: int) -> str | None:
    """The state in which those counted up to `end` are said to be, as far as `stop`: `in hospital`, `on strike`."""
    found = _IS_IN.match(text, end, stop)
    return str(found["rest"]) if found else None


def length_of(text: str, end: int, stop: int) -> str | None:
    """Which length the measure is that ends at `end`: how far from what, or `deep`, `wide`, `apart`."""
    found = _TOWARDS.match(text, end, stop)
    return str(found["rest"]) if found else None


def said_before(text: str, begin: int, number: int, sentence: int, kind: Kind) -> str | None:
    """What the words from `sentence` to `begin` say of what is counted there, and those to its `number` of people."""
    left = max(sentence, begin - LABEL_REACH)
    if kind in ("money", "percent") and _LEVEL.search(text, left, begin):
        return None
    if kind == "people" and is_toll(text, number, sentence):
        return "feared dead" if _FORESEEN.search(text, left, number) else "killed"
    if text.endswith((" lives of ", "eath of ", "eaths of "), left, begin) and _LIVES_OF.search(
        text, left, begin
    ):
        return "killed"
    if those := _OF_THOSE.search(text, left, begin) or _NUMBER_OF.search(text, left, begin):
        return str(those["state"])
    return done_to(text, begin, sentence)


def said_within(text: str, begin: int, end: int) -> str | None:
    """What an adjective says of the people counted from `begin` to `end`: `90 displaced people`."""
    state = _STATE_WITHIN.search(text, begin, end)
    return state["state"] if state else None
