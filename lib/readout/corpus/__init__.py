"""Files in, articles out: formats, page furniture, publication dates, copies of one text."""

from readout.corpus.article import Article, Dropped, PublishedBasis

__all__ = ["Article", "Dropped", "PublishedBasis"]
