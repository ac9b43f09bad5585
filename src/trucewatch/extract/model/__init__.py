"""The language model at run time: words, sentences, one session, and what is read off its heads."""
