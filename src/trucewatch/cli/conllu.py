"""What `analyse --format conllu` prints: a page's sentences with their trees, in the form of Universal Dependencies."""

from trucewatch.extract.model.conllu import document
from trucewatch.pipeline import Analysis


def as_conllu(analysis: Analysis) -> str:
    """The page as one CoNLL-U document, its last line empty; nothing for a page without words."""
    reading = analysis.reading
    if reading is None or reading.text is None:
        return ""
    return "".join(f"{row}\n" for row in document(analysis.id, reading.text, reading.sentences))
