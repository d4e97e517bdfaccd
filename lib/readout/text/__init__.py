"""What every extractor stands on: sentences and number words. Knows nothing of articles."""

from readout.text.numbers import Number, find_numbers, parse_number
from readout.text.patterns import any_of
from readout.text.sentences import Sentences, split_sentences

__all__ = ["Number", "Sentences", "any_of", "find_numbers", "parse_number", "split_sentences"]
