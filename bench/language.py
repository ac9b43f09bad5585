"""The language model: text to statements against its encoder alone, its start, and the memory it takes."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import onnx
import onnxruntime
from onnx.utils import Extractor

from bench.figures import Figure, say, seconds_of_each
from bench.memory import can_measure, run_alone
from trucewatch.dossiers import load_outlets
from trucewatch.dossiers.world import load_world
from trucewatch.extract import LanguageModel, dated_passages, read_language
from trucewatch.extract.model.bundle import CARD, FILES
from trucewatch.extract.model.layout import lay, windows
from trucewatch.extract.model.pieces import Pieces
from trucewatch.extract.model.reader import WEIGHTS
from trucewatch.extract.model.session import inputs
from trucewatch.reading import ReadingOptions, read_page
from trucewatch.record.mentions import Statement, TimeMention
from trucewatch.record.pages import Given, Page
from trucewatch.record.protocols import KeptPage
from trucewatch.record.spans import Range
from trucewatch.record.texts import Article, Text
from trucewatch.resolve import PageLanguage, States, known_states, resolve_speech

STATES = States(known_states(load_world()))

ROUNDS = 4
STARTS = 5
MEDIA_TYPES = {".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".txt": "text/plain"}
START = "import trucewatch.extract as extract; extract.language_model()"
ANALYSE = "import sys; from trucewatch.cli import main; main(['analyse', '--engine', 'inline', *sys.argv[1:]])"
ALL_READ, SOME_DROPPED = 0, 3


@dataclass(frozen=True, slots=True)
class Read:
    """A page as it comes to the language model, and the windows that the model reads it through."""

    text: Text
    article: Article
    times: tuple[TimeMention, ...]
    feeds: tuple[dict[str, object], ...]


def language(examples: Path) -> Iterator[Figure]:
    """Four figures; each process that is started reads the example pages or nothing."""
    yield _size()
    yield _statements(examples)
    yield _start()
    yield _memory(examples)


def _size() -> Figure:
    files = [path for path in WEIGHTS.iterdir() if path.name in (*FILES, CARD)]
    megabytes = sum(path.stat().st_size for path in files) / 1e6
    return Figure("language model as shipped", megabytes, 30.0, "at most", " MB", f"{len(files)} files")


def _statements(examples: Path) -> Figure:
    """Text to statements, time over the encoder's on the same windows: all that is not the encoder is in it."""
    pages = list(pages_of(examples))
    words = sum(len(page.text.string.split()) for page in pages)
    say(f"text to statements: {len(pages)} example pages, {words} words, {ROUNDS} rounds")
    model, encoder = LanguageModel(WEIGHTS), encoder_of(WEIGHTS / "model.onnx")
    one, other = partial(to_statements, model), partial(_encoded, encoder)
    if not any(one(page) for page in pages):
        raise RuntimeError("no statement was found in the example pages; nothing to time")
    ours, alone = seconds_of_each(pages, one, other, ROUNDS)
    on = f"{words} words: {words / ours:,.0f} and {words / alone:,.0f} words/s"
    return Figure("text to statements, time over the bare encoder", ours / alone, 1.6, "at most", "x", on)


def to_statements(model: LanguageModel, page: Read) -> tuple[Statement, ...]:
    """What is timed: everything between a page's text and its statements."""
    found = read_language(model, page.text, "bench")
    return resolve_speech(PageLanguage(page.text, page.article, found, page.times, None, STATES), "bench").statements


def _encoded(encoder: onnxruntime.InferenceSession, page: Read) -> object:
    return [encoder.run(["encoded"], feed) for feed in page.feeds]


def encoder_of(path: Path) -> onnxruntime.InferenceSession:
    """The shipped graph up to its last layer, in a session with the same options: the heads' nodes are not in it."""
    whole = onnx.load(path)
    graph = Extractor(whole).extract_model(["pieces", "shapes", "glues"], ["encoded"])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(graph.SerializeToString(), options, providers=["CPUExecutionProvider"])


def pages_of(examples: Path) -> Iterator[Read]:
    """The folder's pages that are not dropped, read and windowed."""
    options = ReadingOptions(register=load_outlets())
    vocabulary = Pieces(WEIGHTS / "vocab.txt")
    for path in sorted(p for p in examples.iterdir() if p.suffix in MEDIA_TYPES):
        data = path.read_bytes()
        read = read_page(KeptPage(Page.of(data, MEDIA_TYPES[path.suffix]), data, Given(), path.name), options)
        if read.text is None or read.article is None or read.dropped is not None:
            continue
        laid = lay(read.text.string, [Range(b.start, b.end) for b in read.text.reporting()], vocabulary)
        every = [inputs(laid, window) for window in windows(laid)]
        feeds = tuple({k: v for k, v in feed.items() if k in ("pieces", "shapes", "glues")} for feed in every)
        yield Read(read.text, read.article, dated_passages(read.text, read.article, "bench"), feeds)


def _start() -> Figure:
    say(f"start: {STARTS} processes that import the reader and load the model")
    seconds = min(_seconds([sys.executable, "-c", START]) for _ in range(STARTS))
    on = f"processor time, least of {STARTS}, the interpreter's own start included"
    return Figure("start: import and load of the language model", seconds, 1.5, "at most", " s", on)


def _seconds(command: list[str]) -> float:
    code, seconds, _ = run_alone(command)
    if code:
        raise RuntimeError(f"the model could not be loaded: exit code {code}")
    return seconds


def _memory(examples: Path) -> Figure:
    pages = [str(path) for path in sorted(examples.iterdir()) if path.is_file()]
    say(f"memory: `trucewatch analyse` over {len(pages)} example pages in one process")
    code, seconds, peak = run_alone([sys.executable, "-c", ANALYSE, *pages])
    if code not in (ALL_READ, SOME_DROPPED):
        raise RuntimeError(f"`trucewatch analyse` ended with exit code {code}")
    megabytes = peak / 1e6 if can_measure() else None
    on = f"{len(pages)} pages in {seconds:.1f} s, one process"
    return Figure("analyse, peak resident memory", megabytes, 400.0, "at most", " MB", on)
