"""Sentences to event mentions, by the rules of a codebook."""
