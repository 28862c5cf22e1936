"""The corpus: what people curated in ``seeds/``, read and typed."""

from dalil.corpus.model import Corpus
from dalil.corpus.read import read_corpus

__all__ = ["Corpus", "read_corpus"]
