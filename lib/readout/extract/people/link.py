"""Names of one article that mean one person: the surname alone goes to the full name it fits."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from readout.extract.people.cues import other_name
from readout.extract.people.features import kinds
from readout.extract.people.genders import gender_of
from readout.extract.people.page import Name, Page

# Abbreviations of ranks keep so many letters: `Gen.`, `Col.`, `Sen.`
_RANK = 3
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
# What parts the names of a list.
_JOINING = ([","], ["and"], [",", "and"], [";"], [";", "and"])
Form = tuple[str, ...]


def _plain(word: str) -> str:
    return word.strip(".").lower()


def _form(words: list[str]) -> Form:
    """The name's words to compare by: no nickname, no sign."""
    quoted = False
    out = []
    for w in words:
        if w in {'"', "“", "”"}:
            quoted = not quoted
        elif not quoted and (w[0].isalpha()):
            out.append(w)
    return tuple(out or words)


def _split(form: Form) -> tuple[list[str], str, str]:
    """Given names, surname, generation."""
    plain = [_plain(w) for w in form]
    generation = plain.pop() if len(plain) > 1 and plain[-1] in _SUFFIXES else ""
    return plain[:-1], plain[-1], generation


def _agree(a: list[str], b: list[str]) -> bool:
    """Whether two rows of given names can be one person's: each word the same, an initial of it, or left out."""
    if not a or not b:
        return True
    first = a[0] == b[0] or (min(len(a[0]), len(b[0])) == 1 and a[0][0] == b[0][0])
    short, long = sorted((a[1:], b[1:]), key=len)
    return first and all(
        any(s == m or (min(len(s), len(m)) == 1 and s[0] == m[0]) for m in long) for s in short
    )


def _fits(short: Form, full: Form) -> bool:
    """Whether `short` can be a shorter form of `full`."""
    given, surname, generation = _split(short)
    others, last, suffix = _split(full)
    if generation != suffix and generation:
        return False
    if surname == last:
        return _agree(given, others) or given == others[len(others) - len(given) :]
    # `Abu Jandal` for Abu Jandal al-Kuwaiti, `Basim` for Basim Nasser: the name begins with it.
    plain = [_plain(w) for w in full]
    return [_plain(w) for w in short] == plain[: len(short)]


class _People:
    """The full names met so far, looked up by what a shorter form of them shares."""

    def __init__(self) -> None:
        self._by: dict[tuple[str, ...], list[Form]] = defaultdict(list)

    @staticmethod
    def _places(form: Form) -> list[tuple[str, ...]]:
        """Where a name is kept: by its surname, with the given name's initial, and by its first words."""
        given, surname, _ = _split(form)
        plain = [_plain(w) for w in form]
        out: list[tuple[str, ...]] = [("surname", surname), ("first", plain[0]), ("first", *plain[:2])]
        return [
            *out,
            ("surname", surname, *(g[0] for g in given[:1])),
            *(("joined", *plain[-n:]) for n in (2, 3)),
        ]

    def add(self, form: Form) -> None:
        """Keep a name that is no shorter form of another."""
        for place in dict.fromkeys(self._places(form)):
            self._by[place].append(form)

    def fitting(self, form: Form) -> list[Form]:
        """Names that `form` can be short for, those of its surname before those that begin with it."""
        given, surname, _ = _split(form)
        plain = [_plain(w) for w in form]
        near = self._by[("surname", surname, *(g[0] for g in given[:1]))] + self._by["joined", *plain[-3:]]
        same = [p for p in dict.fromkeys(near) if _split(p)[1] == surname and _fits(form, p)]
        return same or [p for p in self._by["first", *plain[:2]] if _fits(form, p)]


def _lists(page: Page, forms: dict[Name, Form]) -> dict[Form, set[int]]:
    """For each full name the lists that it stands in: Maria Ann Lee, Ann Lee and Tom Orrin are three people."""
    out: dict[Form, set[int]] = defaultdict(set)
    number = 0
    for before, name in pairwise(forms):
        own = page.sentences[name.sentence].words
        if before.sentence != name.sentence or own[before.last : name.lead] not in _JOINING:
            number += 1
        else:
            for form in (forms[before], forms[name]):
                out[form].update({number} if len(form) > 1 else ())
    return out


def _fitting(forms: list[Form], lists: dict[Form, set[int]]) -> dict[Form, list[Form]]:
    """The fullest forms that each form can stand for, itself where there is none; those of one of `lists` differ."""
    people = _People()
    out: dict[Form, list[Form]] = {}
    for form in sorted(dict.fromkeys(forms), key=lambda f: -len(f)):
        near = [f for f in people.fitting(form) if lists[f].isdisjoint(lists[form])]
        if not near:
            people.add(form)
        out[form] = near or [form]
    return out


class _Genders:
    """Who of the article is told to be a man or a woman, by full name, or by `Mr.` where one person alone fits."""

    def __init__(
        self, told: dict[Name, str | None], forms: dict[Name, Form], near: dict[Form, list[Form]]
    ) -> None:
        full: dict[Form, set[str]] = defaultdict(set)
        short: dict[Form, set[str]] = defaultdict(set)
        for name, gender in told.items():
            form = forms[name]
            if gender and len(near[form]) == 1:
                (full if near[form] == [form] else short)[near[form][0]].add(gender)
        self._of: dict[Form, set[str]] = defaultdict(set, {**short, **full})

    def meant(self, form: Form, near: list[Form], gender: str | None) -> tuple[Form, bool]:
        """Who of `near` is meant where `form` stands for a man or a woman, and whether that is open.

        A woman of the name where its only bearer is told to be a man is somebody else.
        """
        if gender is None:
            return (near[0], False) if len(near) == 1 else (form, True)
        if near == [form]:
            return form, len(form) == 1 and len(self._of[form]) > 1
        same = [f for f in near if self._of[f] == {gender}] or [f for f in near if not self._of[f]]
        if len(same) == 1:
            return same[0], False
        return form, bool(same) or any(len(self._of[f]) > 1 for f in near)


def _rank(page: Page, name: Name) -> str:
    """The rank before `name`, cut to where its abbreviation ends: one for `Gen.` and `General`; `` for none."""
    own = page.sentences[name.sentence].words
    ranks = [w for w in own[name.lead : name.first] if "title" in kinds(w)]
    return ranks[-1][:_RANK].lower() if ranks else ""


def _aliases(page: Page, names: list[Name]) -> dict[Name, Name]:
    """The name before each that is another one of the same person: Ann Lee, better known as `Mother Lee`."""
    out: dict[Name, Name] = {}
    for before, name in pairwise(names):
        own = page.sentences[name.sentence].words
        if before.sentence == name.sentence and other_name(own, before.last) == name.lead:
            out[name] = before
    return out


def link(page: Page, names: list[Name]) -> list[tuple[Name, str, bool]]:
    """Each name with the person it means, and whether that is open because two people fit."""
    forms = {n: _form(page.words_of(n)) for n in names}
    near = _fitting(list(forms.values()), _lists(page, forms))
    told = {n: gender_of(page.sentences[n.sentence].words, n) for n in names}
    ranks = {n: _rank(page, n) for n in names}
    ranked = {(forms[n], ranks[n]) for n in names}
    genders = _Genders(told, forms, near)
    spelled: dict[Form, str] = {}
    for n in names:
        if forms[n] not in spelled:
            spelled[forms[n]] = page.said(n.sentence, n.first, n.last)
    meant: dict[Name, tuple[str, bool]] = {}
    met: set[Form] = set()
    for n in names:
        met.add(forms[n])
        fitting = near[forms[n]]
        if len(fitting) > 1 and len(known := [f for f in fitting if f in met]) == 1:
            # A bare surname is of whom the reader has met.
            fitting = known
        if len(fitting) > 1 and ranks[n]:
            fitting = [f for f in fitting if (f, ranks[n]) in ranked] or fitting
        key, ambiguous = genders.meant(forms[n], fitting, told[n])
        meant[n] = spelled[key], ambiguous
    called = {meant[alias]: meant[name] for alias, name in _aliases(page, names).items()}
    return [(n, *called.get(meant[n], meant[n])) for n in names]
