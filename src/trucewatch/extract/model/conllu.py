"""Sentences in the CoNLL-U form."""

from collections.abc import Iterator

from trucewatch.record.language import Sentence


def rows(text: str, sentences: tuple[Sentence, ...]) -> Iterator[str]:
    """Lines without their ends: `# text`, ten columns a word, an empty line after each sentence."""
    ends = [s.at.end for s in sentences]
    for number, sentence in enumerate(sentences, 1):
        yield f"# sent_id = {number}"
        yield f"# text = {_flat(sentence.at.of(text))}"
        following = [w.at.start for w in sentence.words[1:]]
        following.append(sentences[number].words[0].at.start if number < len(ends) else len(text))
        for place, (word, after) in enumerate(zip(sentence.words, following, strict=True), 1):
            head = 0 if word.head is None else word.head + 1
            misc = "SpaceAfter=No" if after == word.at.end else "_"
            cells = (place, word.at.of(text), word.lemma, word.upos, word.xpos, "_", head, word.label, "_", misc)
            yield "\t".join(map(str, cells))
        yield ""


def _flat(words: str) -> str:
    return " ".join(words.split())
