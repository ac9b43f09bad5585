"""A record remembers its dossier and its codebook until others are named."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.store.samples import REGISTER, captured, fill
from trucewatch.cli.in_force import InForce, in_force
from trucewatch.dossiers.codebook import load_kept_codebook
from trucewatch.dossiers.dossier import LoadedDossier, parse_dossier
from trucewatch.errors import UsageError
from trucewatch.extract.model.bundle import CARD
from trucewatch.extract.model.reader import WEIGHTS
from trucewatch.record.kept import DocumentKind, KeptDocument
from trucewatch.record.pages import Given
from trucewatch.record.protocols import Store
from trucewatch.store import open_store

needs_model = pytest.mark.skipif(not (WEIGHTS / CARD).exists(), reason="the weights are not in this checkout")

PAGE = """Parade in the valley

Soldiers of Westland paraded in the streets of Orvanik on Monday and the minister watched them.
"""
CODEBOOK = """codebook: valley
rules:
  - rule: valley.parade
    verb: parade
    code: PROTEST
    track: other-political
    examples:
      - Soldiers [paraded] on Monday.
"""
DOSSIER = """name: valley
title: The valley
actors:
  - {name: Westland, kind: state, code: WLD}
outlets:
  - {name: The Imrel Ledger, aliases: [Valley Sheet], hosts: [ledger.example]}
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(str(tmp_path / "k.db"), REGISTER, create=True)


def dossier(body: str = DOSSIER) -> LoadedDossier:
    return LoadedDossier(parse_dossier(body, "valley.yaml"), KeptDocument(DocumentKind.DOSSIER, "valley", body))


def choose(store: Store, known: LoadedDossier | None) -> None:
    """Keeps the dossier and the choice, as `read` does."""
    with store.reader() as reader:
        before = in_force(reader)
    with store.writer() as writer:
        for document in (*([known.document] if known else []), *before.choices_to(known, None)):
            writer.keep_document(document)


def now(store: Store) -> InForce:
    with store.reader() as reader:
        return in_force(reader)


def test_nothing_is_in_force_in_a_new_record(store: Store) -> None:
    assert now(store) == InForce()
    choose(store, None)
    assert now(store).choices == 0, "to go on as before is no choice"


def test_the_last_choice_counts_though_its_version_was_kept_first(store: Store) -> None:
    one, other = dossier(), dossier(DOSSIER.replace("The valley", "The valley again"))
    for known in (one, other, one):
        choose(store, known)
        found = now(store).dossier
        assert found is not None
        assert found.dossier() == known
    choose(store, None)
    assert now(store).dossier is None
    choose(store, None)
    assert now(store).choices == 4
    with store.reader() as reader:
        assert len(reader.documents(DocumentKind.DOSSIER)) == 2
        assert list(reader.check()) == []


def test_how_often_the_choice_changed_does_not_change_the_digest(store: Store, tmp_path: Path) -> None:
    one, other = dossier(), dossier(DOSSIER.replace("The valley", "The valley again"))
    straight = open_store(str(tmp_path / "straight.db"), REGISTER, create=True)
    for known in (one, other, one, other):
        choose(store, known)
    for known in (one, other):
        choose(straight, known)
    assert now(store).choices == 4
    with store.reader() as reader, straight.reader() as beside:
        assert reader.digest() == beside.digest()


def test_a_kept_codebook_is_the_one_that_was_loaded(store: Store, tmp_path: Path) -> None:
    (tmp_path / "valley.yaml").write_text(CODEBOOK.replace("rules:", "extends: shipped\nrules:", 1), "utf-8")
    book = load_kept_codebook(tmp_path / "valley.yaml")
    with store.writer() as writer:
        for document in (book.document, *InForce().choices_to(None, book)):
            writer.keep_document(document)
    found = now(store).codebook
    assert found is not None
    assert found.codebook() == book


def test_what_this_version_cannot_read_says_what_to_do(store: Store) -> None:
    with store.writer() as writer:
        old = KeptDocument(DocumentKind.DOSSIER, "valley", "name: valley\nan older form: yes\n")
        writer.keep_document(old)
        writer.keep_document(KeptDocument(DocumentKind.CHOICE, "dossier", json.dumps({"document": old.id})))
        book = KeptDocument(DocumentKind.CODEBOOK, "own", "")
        writer.keep_document(book)
        body = json.dumps({"document": book.id, "rules": {"grammar": 1}})
        writer.keep_document(KeptDocument(DocumentKind.CHOICE, "codebook", body))
    found = now(store)
    assert found.dossier is not None
    assert found.codebook is not None
    with pytest.raises(UsageError, match=r"kept dossier valley:\d.*--dossier none"):
        found.dossier.dossier()
    with pytest.raises(UsageError, match=r"kept codebook own: .*--codebook shipped"):
        found.codebook.codebook()


def test_an_outlet_is_found_by_any_spelling_of_the_dossier(store: Store, call: Call) -> None:
    fill(store, [captured("Talks\nThey met.", given=Given("The Imrel Ledger"))])
    command = ("show", "pages", "--record", "k.db", "--format", "json", "--outlet")
    assert json.loads(call(*command, "The Imrel Ledger").out)
    assert call(*command, "valley sheet").out in ("", "[]\n")
    choose(store, dossier())
    for spelling in ("valley sheet", "ledger.example", "the imrel ledger"):
        assert json.loads(call(*command, spelling).out), spelling


@needs_model
def test_a_record_is_read_on_with_what_it_was_begun_with(call: Call, tmp_path: Path) -> None:
    for name, text in (("page.txt", PAGE), ("valley.yaml", CODEBOOK), ("known.yaml", DOSSIER)):
        (tmp_path / name).write_text(text, "utf-8")
    begun = call("read", "page.txt", "--record", "k.db", "--codebook", "valley.yaml", "--dossier", "known.yaml")
    assert "Dossier: valley. Codebook: valley." in begun.err
    (tmp_path / "known.yaml").unlink()
    (tmp_path / "valley.yaml").unlink()
    again = call("read", "page.txt", "--record", "k.db")
    assert "Dossier: valley. Codebook: valley." in again.err
    assert "1 unchanged" in again.err
    rebuilt = call("record", "rebuild", "--record", "k.db", "--codebook", "shipped")
    assert "Dossier: valley. Codebook: shipped." in rebuilt.err
    without = call("read", "page.txt", "--record", "k.db", "--dossier", "none")
    assert "Dossier: none. Codebook: shipped." in without.err
    assert "1 read anew" in without.err
    assert "1 unchanged" in call("read", "page.txt", "--record", "k.db").err
