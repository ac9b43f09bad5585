"""Small codebooks for tests, as an analyst would write them."""

from pathlib import Path

from trucewatch.dossiers.codebook import load_codebook
from trucewatch.extract.codebook.lexicon import Lexicon
from trucewatch.record.codebook import Codebook

SMALL = """
codebook: small
classes:
  support: [hold, launch, break out]
  control: [urge]
  marks-denied: [not, no, never, "n't"]
  marks-planned: [will]
  marks-called-for: [must]
  marks-hypothetical: [may, if]
  times: [Monday]
shifts:
  planned: {RETREAT: AGREE}
  denied: {RETREAT: REJECT}
  called-for: {RETREAT: REQUEST demand}
rules:
  - {rule: attack, verb: [attack, shell], noun: [attack], code: ASSAULT, track: fighting, reciprocal: no}
  - {rule: clash, noun: clash, code: ASSAULT/clash, track: fighting, reciprocal: yes}
  - {rule: withdraw, verb: withdraw, code: RETREAT, track: deployment}
  - rule: call
    verb: [call on, urge]
    code: REQUEST
    track: demand
    status: called-for
    makes: called-for
    recipient: [on, object]
  - {rule: prevent, verb: prevent, makes: denied, over: [object, clause]}
  - {rule: fail, verb: fail, makes: denied, over: [clause]}
  - {rule: condemn, verb: condemn, code: ACCUSE, track: accusation, makes: ongoing}
  - {rule: refuse, verb: refuse, code: REJECT, track: other-political, makes: denied, over: [clause]}
modes:
  ASSAULT: [clash]
"""


def book(tmp_path: Path, source: str = SMALL) -> Codebook:
    """The codebook that the text states."""
    path = tmp_path / "book.yaml"
    path.write_text(source, encoding="utf-8")
    return load_codebook(path)


def lexicon(tmp_path: Path, source: str = SMALL) -> Lexicon:
    """The same, ready for matching."""
    return Lexicon(book(tmp_path, source))
