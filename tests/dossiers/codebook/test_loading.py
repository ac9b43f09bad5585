"""The loader of codebooks: what is joined, and every slip named with its file and line."""

from pathlib import Path

import pytest

from trucewatch.dossiers.codebook import load_codebook, load_kept_codebook
from trucewatch.errors import UsageError
from trucewatch.record.codebook import CATEGORIES, Codebook, Example
from trucewatch.record.codec import canonical, from_json, to_json
from trucewatch.record.kept import DocumentKind
from trucewatch.record.mentions import Status, Track

RULE = "  - {rule: a, verb: attack, code: ASSAULT, track: fighting}\n"


def load(tmp_path: Path, source: str, name: str = "book.yaml") -> Codebook:
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    return load_codebook(path)


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("rules:\n  - {rule: a, vreb: attack, code: ASSAULT, track: fighting}\n", 2, "did you mean 'verb'"),
        ("codebok: x\n", 1, "did you mean 'codebook'"),
        ("rules:\n" + RULE + RULE, 3, "'a' stands twice"),
        ("rules:\n  - {rule: a, verb: attack, code: ASAULT, track: fighting}\n", 2, "did you mean 'ASSAULT'"),
        ("rules:\n  - {rule: a, verb: attack, code: ASSAULT, track: fihgting}\n", 2, "did you mean 'fighting'"),
        ("rules:\n  - {rule: a, verb: attack, code: ASSAULT}\n", 2, "no track"),
        ("rules:\n  - {rule: a, verb: attack, code: ASSAULT/x, track: fighting}\n", 2, "no mode 'x'"),
        ("rules:\n  - {rule: a, code: ASSAULT, track: fighting}\n", 2, "would match every sentence"),
        ("rules:\n  - {rule: a, verb: take, code: ASSAULT, track: fighting}\n", 2, "nearly every sentence"),
        ("rules:\n  - {rule: a, verb: attack}\n", 2, "codes nothing"),
        ("rules:\n  - {rule: a, verb: '*', code: ASSAULT, track: fighting}\n", 2, "no word or phrase"),
        ("rules:\n  - rule: a\n    verb: attack\n    when:\n      objct: x\n", 5, "did you mean 'object'"),
        ("rules:\n  - {rule: a, verb: attack, when: {object: PLACES}, code: ASSAULT, track: fighting}\n", 2, "'PLACE'"),
        (
            "rules:\n  - {rule: a, verb: attack, when: {object: $vilages}, code: ASSAULT, track: fighting}\n",
            2,
            "$vilages",
        ),
        ("classes:\n  one: [$two]\n  two: [$three]\n  three: [$one]\n", 2, "one -> two -> three -> one"),
        ("classes:\n  one: [$two]\n", 2, "no class 'two'"),
        ("extends: book.yaml\n", 1, "a cycle: book.yaml -> book.yaml"),
        ("include: [missing.yaml]\n", 1, "missing.yaml: cannot be read"),
        ("drop: a\n", 1, "no rule 'a' to drop"),
        ("rules:\n  - {rule: a, verb: attack, code: ASSAULT, track: fighting, weight: 0}\n", 2, "no number above 0"),
        ("rules:\n  - rule: a\n    verb: go\n    examples:\n      - They [went [home].\n", 5, "mark one trigger"),
        ("rules: [\n", 2, "not YAML"),
        ("shifts: {planned: {AID: GIVE}}\n", 1, "write a PLOVER category"),
    ],
)
def test_a_slip_is_named_with_file_and_line(tmp_path: Path, source: str, line: int, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        load(tmp_path, source)
    assert f"book.yaml:{line}:" in str(caught.value)
    assert words in str(caught.value)


def test_an_empty_file_and_values_too_deep_are_no_codebooks(tmp_path: Path) -> None:
    for source in ("", "a: " + "[" * 3000):
        with pytest.raises(UsageError, match=r"book\.yaml"):
            load(tmp_path, source)


def test_classes_that_double_one_another_are_stopped(tmp_path: Path) -> None:
    lines = [f"  c{n}: [{', '.join(f'w{n}x{k}' for k in range(30))}, $c{n + 1}]" for n in range(60)]
    with pytest.raises(UsageError, match="more than"):
        load(tmp_path, "classes:\n" + "\n".join([*lines, "  c60: [end]"]))


def test_two_files_that_include_each_other_are_a_cycle(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("include: book.yaml\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"book.yaml -> other.yaml -> book.yaml"):
        load(tmp_path, "include: other.yaml\n")


def test_a_rule_of_ones_own_replaces_the_extended_one_and_others_stay(tmp_path: Path) -> None:
    load(tmp_path, "rules:\n" + RULE + RULE.replace("rule: a", "rule: b"), "base.yaml")
    book = load(tmp_path, "extends: base.yaml\nrules:\n" + RULE.replace("attack", "assault"))
    assert {r.id: r.triggers[0].words for r in book.rules} == {"a": ("assault",), "b": ("attack",)}


def test_an_extended_rule_can_be_dropped(tmp_path: Path) -> None:
    load(tmp_path, "rules:\n" + RULE, "base.yaml")
    assert load(tmp_path, "extends: base.yaml\ndrop: a\n").rules == ()


def test_a_class_may_add_to_the_one_that_it_replaces(tmp_path: Path) -> None:
    load(tmp_path, "classes: {arms: [gun], both: [$arms]}\n", "base.yaml")
    book = load(tmp_path, "extends: base.yaml\nclasses: {arms: [$arms, bayonet]}\n")
    assert {c.name: c.terms for c in book.classes} == {"arms": ("gun", "bayonet"), "both": ("gun",)}


def test_defaults_hold_for_every_rule_that_says_nothing_else(tmp_path: Path) -> None:
    source = (
        "defaults: {code: CONSULT, track: meeting}\n"
        "rules:\n  - {rule: a, noun: talks}\n  - {rule: b, noun: visit, track: demand}\n"
    )
    assert [(r.category, r.track) for r in load(tmp_path, source).rules] == [
        ("CONSULT", Track.MEETING),
        ("CONSULT", Track.DEMAND),
    ]


def test_the_marks_of_an_example_are_its_trigger(tmp_path: Path) -> None:
    source = (
        "rules:\n  - rule: a\n    verb: attack\n    code: ASSAULT\n    track: fighting\n    examples:\n"
        "      - They [attacked] Brody.\n      - {text: 'They did not [attack].', status: denied}\n"
        "      - not: They slept.\n"
    )
    first, second, third = load(tmp_path, source).rules[0].examples
    assert first.text[slice(*(first.trigger or (0, 0)))] == "attacked"
    assert second.expected.status is Status.DENIED
    assert third == Example("They slept.", False)


def test_a_prepositions_name_is_no_truth_value(tmp_path: Path) -> None:
    """YAML 1.1 reads a bare "on" as true."""
    book = load(tmp_path, RULE.replace("code", "when: {on: [Brody]}, code").replace("  - ", "rules:\n  - ", 1))
    assert book.rules[0].frames[0][0].slot == "on"


def test_the_shipped_codebook_covers_every_category_and_track() -> None:
    book = load_codebook()
    assert {r.category for r in book.rules} == {*CATEGORIES, None}
    assert {r.track for r in book.rules if r.category} == set(Track)
    assert all(r.examples for r in book.rules)
    assert sum(len(r.triggers) for r in book.rules) > 1000


def test_a_codebook_survives_its_json_form() -> None:
    book = load_codebook()
    assert canonical(from_json(Codebook, to_json(book))) == canonical(book)


def test_all_files_of_a_codebook_are_kept_in_one_document(tmp_path: Path) -> None:
    for name, source in {
        "base.yaml": "codebook: base\nrules:\n" + RULE,
        "own.yaml": "codebook: own\nextends: base.yaml\ninclude: [more.yaml]\n",
        "more.yaml": "rules:\n" + RULE.replace("rule: a", "rule: b"),
    }.items():
        (tmp_path / name).write_text(source, encoding="utf-8")
    loaded = load_kept_codebook(tmp_path / "own.yaml")
    assert loaded.codebook == load_codebook(tmp_path / "own.yaml")
    assert (loaded.document.kind, loaded.document.name) == (DocumentKind.CODEBOOK, "own")
    heads = [line for line in loaded.document.body.splitlines() if line.startswith("---")]
    assert heads == ["--- # base.yaml", "--- # own.yaml", "--- # more.yaml"]
    assert all(rule in loaded.document.body for rule in ("{rule: a,", "{rule: b,"))
