"""What every extractor stands on: sentences and number words. Knows nothing of articles."""

from readout.text.sentences import Sentences, split_sentences

__all__ = ["Sentences", "split_sentences"]
