"""Readout: when, how long, who and how many, from news articles, each fact tied to its sentence."""

__version__ = "0.1.0"
