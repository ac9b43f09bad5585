"""The grammar: patterns over the classes of words, and what each says."""
