"""Events of sentences whose trees are given: roles, states, bounds."""

from pathlib import Path
from time import process_time

import pytest

from tests.extract.codebook.books import SMALL, lexicon
from tests.extract.codebook.trees import page, words_of
from trucewatch.extract.codebook.events import Coders, Passages, read_events
from trucewatch.record.mentions import (
    Attribution,
    EventMention,
    Kind,
    NameType,
    Speaker,
    SpeakerGrounds,
    SpeakerType,
    Statement,
    Status,
    Track,
)
from trucewatch.record.spans import Range


def events(tmp_path: Path, passages: Passages, source: str = SMALL) -> dict[str, EventMention]:
    """The events by their trigger's words."""
    found = read_events(passages, lexicon(tmp_path, source), Coders(), "test")
    return {words_of(passages.text, e.trigger): e for e in found}


def parties(event: EventMention) -> tuple[list[str], list[str]]:
    return [p.text for p in event.actors], [p.text for p in event.recipients]


def test_subject_and_object(tmp_path: Path) -> None:
    found = events(tmp_path, page("Rebels NOUN NNS 2 nsubj\nshelled VERB VBD 0 root\nBrody PROPN NNP 2 obj"))
    assert parties(found["shelled"]) == (["Rebels"], ["Brody"])
    assert (found["shelled"].status, found["shelled"].rule) == (Status.HAPPENED, "attack")


def test_a_passive_has_its_object_before_it_and_its_subject_behind_by(tmp_path: Path) -> None:
    rows = """Brody PROPN NNP 3 nsubj:pass
was AUX VBD 3 aux:pass
shelled VERB VBN 0 root
by ADP IN 5 case
rebels NOUN NNS 3 obl"""
    assert parties(events(tmp_path, page(rows))["shelled"]) == (["rebels"], ["Brody"])


def test_joined_verbs_share_subject_and_auxiliary(tmp_path: Path) -> None:
    rows = """Rebels NOUN NNS 3 nsubj
will AUX MD 3 aux
withdraw VERB VB 0 root
and CCONJ CC 5 cc
attack VERB VB 3 conj
Brody PROPN NNP 5 obj"""
    found = events(tmp_path, page(rows))
    assert parties(found["attack"]) == (["Rebels"], ["Brody"])
    assert {e.status for e in found.values()} == {Status.PLANNED}


def test_what_a_relative_pronoun_stands_for_acts(tmp_path: Path) -> None:
    rows = """Rebels NOUN NNS 5 nsubj
who PRON WP 3 nsubj
shelled VERB VBD 1 acl:relcl
Brody PROPN NNP 3 obj
withdrew VERB VBD 0 root"""
    found = events(tmp_path, page(rows))
    assert found["shelled"].actors[0].text == "Rebels"
    assert found["withdrew"].actors[0].text == "Rebels"


URGED = """Keller PROPN NNP 2 nsubj
urged VERB VBD 0 root
Westland PROPN NNP 2 obj
to PART TO 5 mark
withdraw VERB VB 2 xcomp"""


def test_the_object_of_an_appeal_acts_in_what_is_called_for(tmp_path: Path) -> None:
    found = events(tmp_path, page(URGED))
    assert found["withdraw"].actors[0].text == "Westland"
    assert found["withdraw"].status is Status.CALLED_FOR
    assert parties(found["urged"]) == (["Keller"], ["Westland"])


def test_the_words_that_decided_a_status_are_kept(tmp_path: Path) -> None:
    passages = page(URGED)
    at = events(tmp_path, passages)["withdraw"].status_words
    assert at is not None
    assert words_of(passages.text, at) == "urged"


@pytest.mark.parametrize(
    ("helpers", "status", "category", "track"),
    [
        ("did AUX VBD 4 aux\nnot PART RB 4 advmod", Status.DENIED, "RETREAT", Track.DEPLOYMENT),
        ("will AUX MD 4 aux\nnot PART RB 4 advmod", Status.DENIED, "REJECT", Track.DEPLOYMENT),
        ("will AUX MD 4 aux\nsoon ADV RB 4 advmod", Status.PLANNED, "AGREE", Track.DEPLOYMENT),
        ("must AUX MD 4 aux\nsoon ADV RB 4 advmod", Status.CALLED_FOR, "REQUEST", Track.DEMAND),
        ("may AUX MD 4 aux\nsoon ADV RB 4 advmod", Status.HYPOTHETICAL, "RETREAT", Track.DEPLOYMENT),
    ],
)
def test_auxiliaries(tmp_path: Path, helpers: str, status: Status, category: str, track: Track) -> None:
    rows = f"Westland PROPN NNP 4 nsubj\n{helpers}\nwithdraw VERB VB 0 root"
    event = events(tmp_path, page(rows))["withdraw"]
    assert (event.status, event.category, event.track) == (status, category, track)


BOOK = SMALL.replace("noun: clash, code: ASSAULT/clash", "verb: clash, noun: clash, code: ASSAULT/clash").replace(
    "planned: {RETREAT: AGREE}", "planned: {RETREAT: AGREE, ASSAULT: THREATEN}"
)


def test_what_becomes_another_category_leaves_its_mode(tmp_path: Path) -> None:
    told = "Westland PROPN NNP {0} nsubj\n{1}clash{2} VERB {3} 0 root"
    done = events(tmp_path, page(told.format(2, "", "ed", "VBD")), BOOK)["clashed"]
    assert (done.category, done.mode) == ("ASSAULT", "clash")
    announced = events(tmp_path, page(told.format(3, "will AUX MD 3 aux\n", "", "VB")), BOOK)["clash"]
    assert (announced.category, announced.mode) == ("THREATEN", None)


def test_a_noun_is_announced_by_the_verb_that_carries_it(tmp_path: Path) -> None:
    rows = """Westland PROPN NNP 3 nsubj
{0} AUX MD 3 aux
{1} VERB VB 0 root
an DET DT 5 det
attack NOUN NN 3 obj"""
    announced = events(tmp_path, page(rows.format("will", "launch")), BOOK)["attack"]
    assert (announced.category, announced.status) == ("THREATEN", Status.PLANNED)
    reported = events(tmp_path, page(rows.format("will", "remember")), BOOK)["attack"]
    assert reported.category == "ASSAULT"


def test_what_is_prevented_did_not_happen(tmp_path: Path) -> None:
    rows = """Monitors NOUN NNS 2 nsubj
prevented VERB VBD 0 root
clashes NOUN NNS 2 obj"""
    assert events(tmp_path, page(rows))["clashes"].status is Status.DENIED


def test_what_they_failed_to_prevent_happened(tmp_path: Path) -> None:
    rows = """Monitors NOUN NNS 2 nsubj
failed VERB VBD 0 root
to PART TO 4 mark
prevent VERB VB 2 xcomp
clashes NOUN NNS 4 obj"""
    assert events(tmp_path, page(rows))["clashes"].status is Status.HAPPENED


def test_what_is_condemned_is_not_undone_by_a_denial_further_up(tmp_path: Path) -> None:
    rows = """Keller PROPN NNP 2 nsubj
refused VERB VBD 0 root
to PART TO 4 mark
condemn VERB VB 2 xcomp
the DET DT 6 det
attack NOUN NN 4 obj"""
    found = events(tmp_path, page(rows))
    assert found["condemn"].status is Status.DENIED
    assert found["attack"].status is not Status.DENIED


def test_no_before_a_noun_denies_it(tmp_path: Path) -> None:
    rows = """No DET DT 2 det
clashes NOUN NNS 5 nsubj:pass
have AUX VBP 5 aux
been AUX VBN 5 aux:pass
seen VERB VBN 0 root"""
    assert events(tmp_path, page(rows))["clashes"].status is Status.DENIED


def test_both_sides_of_a_clash_are_its_actors_and_recipients(tmp_path: Path) -> None:
    rows = """Clashes NOUN NNS 6 nsubj
between ADP IN 3 case
Westland PROPN NNP 1 nmod
and CCONJ CC 5 cc
Eastmark PROPN NNP 3 conj
erupted VERB VBD 0 root"""
    assert parties(events(tmp_path, page(rows))["Clashes"]) == (["Westland", "Eastmark"],) * 2


def test_forty_joined_actors_are_all_there_and_no_more_than_the_bound(tmp_path: Path) -> None:
    def rows(count: int) -> str:
        lines = [f"Side{n} PROPN NNP {1 if n else count + 1} {'conj' if n else 'nsubj'}" for n in range(count)]
        return "\n".join([*lines, "attacked VERB VBD 0 root", f"Brody PROPN NNP {count + 1} obj"])

    assert len(events(tmp_path, page(rows(40)))["attacked"].actors) == 40
    assert len(events(tmp_path, page(rows(190)))["attacked"].actors) == 50


def test_a_sentence_without_a_verb_can_tell_an_event(tmp_path: Path) -> None:
    found = events(tmp_path, page("Clashes NOUN NNS 0 root\nnear ADP IN 3 case\nBrody PROPN NNP 1 nmod"))
    assert found["Clashes"].status is Status.HAPPENED
    assert events(tmp_path, page("Brody PROPN NNP 0 root\n, PUNCT , 1 punct\nMonday PROPN NNP 1 appos")) == {}


def test_a_day_is_nobody(tmp_path: Path) -> None:
    rows = "Rebels NOUN NNS 2 nsubj\nattacked VERB VBD 0 root\non ADP IN 4 case\nMonday PROPN NNP 2 obl"
    assert events(tmp_path, page(rows))["attacked"].recipients == ()


def test_part_of_a_bodys_name_is_no_event(tmp_path: Path) -> None:
    rows = "The DET DT 3 det\nClash PROPN NNP 3 compound\nOffice PROPN NNP 4 nsubj\nslept VERB VBD 0 root"
    assert events(tmp_path, page(rows, {"Clash Office": NameType.ORGANIZATION})) == {}


def test_trees_that_are_none_end(tmp_path: Path) -> None:
    rows = "Rebels NOUN NNS 2 nsubj\nattacked VERB VBD 1 conj\nBrody PROPN NNP 2 obj"
    assert list(events(tmp_path, page(rows))) == ["attacked"]


def test_a_long_sentence_of_nothing_but_triggers_is_done_in_a_moment(tmp_path: Path) -> None:
    lines = [f"attack NOUN NN {max(n, 0)} {'nmod' if n else 'root'}" for n in range(200)]
    lines = [line if n else "attack NOUN NN 0 root" for n, line in enumerate(lines)]
    passages = page("\n".join(lines))
    ready = lexicon(tmp_path)
    begun = process_time()
    assert read_events(passages, ready, Coders(), "test")
    assert process_time() - begun < 5


def said(passages: Passages, start: int, end: int, name: str | None) -> Statement:
    speaker = Speaker(name, SpeakerType.PERSON, SpeakerGrounds.NAMED) if name else None
    span = Range(start, end)
    return Statement(Attribution(passages.text.id, None, (), (span,), Kind.INDIRECT), span, speaker)


def test_the_innermost_speaker_asserts_and_the_outermost_is_kept(tmp_path: Path) -> None:
    bare = page("Rebels NOUN NNS 2 nsubj\nwithdrew VERB VBD 0 root")
    outer, inner = said(bare, 0, 15, "Anna Keller"), said(bare, 7, 15, "Jan Duran")
    ready = lexicon(tmp_path)
    for statements, by, outermost in (
        ((), "outlet", None),
        ((outer,), "Anna Keller", None),
        ((outer, inner), "Jan Duran", "Anna Keller"),
        ((inner, outer), "Jan Duran", "Anna Keller"),
    ):
        (event,) = read_events(Passages(bare.text, bare.language, statements), ready, Coders(), "test")
        assert (event.asserted_by, event.reported_by) == (by, outermost)


def test_who_says_that_another_attacked_makes_a_claim(tmp_path: Path) -> None:
    bare = page("Rebels NOUN NNS 2 nsubj\nattacked VERB VBD 0 root")
    claimed = Passages(bare.text, bare.language, (said(bare, 0, 15, "Anna Keller"),))
    (event,) = read_events(claimed, lexicon(tmp_path), Coders(), "test")
    assert event.status is Status.ALLEGED


@pytest.mark.parametrize("owner", ["Our", "Its"])
def test_what_his_own_side_did_a_speaker_knows(tmp_path: Path, owner: str) -> None:
    bare = page(f"{owner} PRON PRP$ 2 nmod:poss\nforces NOUN NNS 3 nsubj\nattacked VERB VBD 0 root")
    told = Passages(bare.text, bare.language, (said(bare, 0, len(bare.text.string), "Anna Keller"),))
    (event,) = read_events(told, lexicon(tmp_path), Coders(), "test")
    assert event.status is Status.HAPPENED
