"""Countries by any of their names, peoples, capitals and cities, as the tables countries and cities list them."""

from __future__ import annotations

from functools import cache

from readout.lexicon import table, words


def _listed(row: tuple[str, ...], column: int) -> list[str]:
    return row[column].split(",") if len(row) > column and row[column] else []


@cache
def countries() -> dict[str, str]:
    """Country of each country name and alias: `U.S.` and `Britain` are keys too."""
    return {n: row[0] for row in table("countries") for n in (row[0], *_listed(row, 3))}


@cache
def peoples() -> dict[str, str]:
    """Country of each adjective and people: `Ukrainian`, `Danes`."""
    return {n: row[0] for row in reversed(table("countries")) for n in _listed(row, 1)}


@cache
def capitals() -> dict[str, str]:
    """Country of each capital, in every listed spelling; a city-state's own name is left to `countries`."""
    return {n: row[0] for row in table("countries") for n in _listed(row, 2) if n not in countries()}


@cache
def _capital_by_country() -> dict[str, str]:
    return {country: capital for capital, country in reversed(capitals().items())}


def capital_of(country: str) -> str | None:
    """The first listed spelling of a country's capital."""
    return _capital_by_country().get(country)


@cache
def cities() -> dict[str, str]:
    """Country of each city that is no capital."""
    return {row[0]: row[1] for row in table("cities")}


@cache
def institutions() -> dict[str, str]:
    """Side of each institution or seat of power: a country, or the organisation itself; `` where unknown."""
    return {row[0]: row[1] if len(row) > 1 else "" for row in table("institutions")}


@cache
def places() -> frozenset[str]:
    """Every place name: countries, capitals, cities, and the regions of the list places."""
    return frozenset({*countries(), *capitals(), *cities(), *words("places")})
