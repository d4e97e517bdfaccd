"""Our table of units against pint: every SI symbol means what our name for it means.

The table is read in milliseconds, where importing pint takes as long as reading an hour's articles: so pint holds the
table to account here, and does not run with it.
"""

from __future__ import annotations

import pytest

from readout.extract.figures.units import currencies, measures
from readout.lexicon import table

# Where pint gives a symbol to a unit that no newspaper means by it: microdays, Planck's constant, a textile's tex.
PINT_DIFFERS = {"mcd", "hbar", "Tt", "kt", "KB"}


def test_si_symbols_mean_what_they_mean_to_pint() -> None:
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    bases = [row[0] for row in table("figures/units") if len(row) > 3 and row[0] != "bit per second"]
    prefixes = ["", *(row[0] for row in table("figures/si_prefixes"))]
    own = {prefix + base for prefix in prefixes for base in bases}
    checked = 0
    for symbol, name in measures()[1].items():
        if symbol in PINT_DIFFERS or name not in own:
            continue
        ours, pints = registry.parse_units(name.replace(" ", "_")), registry.parse_units(symbol)
        assert registry.Quantity(1.0, ours).to(pints).magnitude == pytest.approx(1.0), symbol
        checked += 1
    assert checked > 600


def test_a_sign_or_name_of_money_is_one_currency() -> None:
    rows = table("figures/currencies")
    marks = [mark for row in rows for mark in {row[0], *row[1].split(",")}]
    names = [name.lower() for row in rows for name in row[2].split(",")]
    assert len(marks) == len(set(marks))
    assert len(names) == len(set(names))
    # What several countries write alike is called by its name.
    assert {c for c in currencies()[0].values() if len(c) != 3 or not c.isupper()} == {"shillings"}
