"""Files in, articles out: formats, page furniture, publication dates, copies of one text."""

from readout.corpus.article import Article, Dropped, PublishedBasis
from readout.corpus.read import Reading, read_articles

__all__ = ["Article", "Dropped", "PublishedBasis", "Reading", "read_articles"]
