"""The CoNLL-U form."""

from trucewatch.extract.model.conllu import rows
from trucewatch.extract.model.types import Sentence, Word
from trucewatch.record.spans import Range


def word(start: int, end: int, head: int | None, label: str) -> Word:
    return Word(Range(start, end), "x", "NOUN", "NN", head, label)


def test_words_heads_and_blanks_are_written() -> None:
    text = "Guns fell.\nThey rest"
    first = Sentence((word(0, 4, 1, "nsubj"), word(5, 9, None, "root"), word(9, 10, 1, "punct")))
    second = Sentence((word(11, 15, 1, "nsubj"), word(16, 20, None, "root")))
    found = list(rows(text, (first, second)))
    assert found[1] == "# text = Guns fell."
    assert [line.split("\t")[6] for line in found if "\t" in line] == ["2", "0", "2", "2", "0"]
    assert [line.split("\t")[9] for line in found if "\t" in line] == ["_", "SpaceAfter=No", "_", "_", "SpaceAfter=No"]
    assert [len(line.split("\t")) for line in found if "\t" in line] == [10] * 5
    assert found.count("") == 2
