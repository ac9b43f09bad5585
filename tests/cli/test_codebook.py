"""`trucewatch codebook`: check, explain, show; and `analyse` with a codebook of one's own."""

import json
from pathlib import Path

from tests.cli.conftest import Call

OWN = """codebook: own
rules:
  - rule: own.attack
    verb: attack
    code: ASSAULT
    track: fighting
    examples:
      - Rebels [attacked] a convoy.
"""
TEXT = (
    "Rebels attacked a convoy near the river on Monday, the ministry said.\n\n"
    "The village was quiet on Tuesday and the people slept."
)


def written(tmp_path: Path, name: str, text: str) -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_check_counts_what_it_ran(call: Call, tmp_path: Path) -> None:
    done = call("codebook", "check", written(tmp_path, "own.yaml", OWN))
    assert done.code == 0
    assert "own: 1 rules, 1 examples run, 0 failed" in done.out
    assert "own.attack" in done.out


def test_a_failing_example_is_named_with_its_line(call: Call, tmp_path: Path) -> None:
    done = call("codebook", "check", written(tmp_path, "own.yaml", OWN.replace("Rebels [attacked]", "Rebels [fed]")))
    assert done.code == 1
    assert "own.yaml:8: own.attack: the rule does not fire" in done.err


def test_a_codebook_that_cannot_be_used_is_wrong_usage(call: Call, tmp_path: Path) -> None:
    done = call("codebook", "check", written(tmp_path, "own.yaml", OWN.replace("verb:", "vreb:")))
    assert done.code == 2
    assert "own.yaml:4: 'vreb' is no key of a rule (did you mean 'verb'?)" in done.err


def test_explain_tells_what_fired_and_why_not(call: Call, tmp_path: Path) -> None:
    page, own = written(tmp_path, "page.txt", TEXT), written(tmp_path, "own.yaml", OWN)
    done = call("codebook", "explain", page, "--codebook", own)
    assert done.code == 0
    assert "fired  attacked: own.attack (ASSAULT, fighting; alleged)" in done.out
    assert "by Rebels" in done.out
    assert "told by ministry; not dated" in done.out
    assert "slept" not in done.out
    assert "slept" in call("codebook", "explain", page, "--codebook", own, "--all").out


def test_explain_has_each_event_of_analyse_with_its_rule_and_date(call: Call, tmp_path: Path) -> None:
    dated = "3 May 2018\n\n" + TEXT.replace("Monday, the ministry said", "30 April 2018")
    page = written(tmp_path, "page.txt", dated)
    told = call("codebook", "explain", page).out
    events = json.loads(call("analyse", page).out)["events"]
    assert any(event["date"] == "2018-04-30" for event in events)
    for event in events:
        head, _, rest = told.partition(f": {event['rule']} ({event['category']}")
        assert rest, event["rule"]
        assert head.endswith(f"  fired  {dated[event['start'] : event['end']]}")
        assert f"told by {event['asserted_by']}; {event['date'] or 'not dated'}" in rest


def test_explain_names_a_page_that_cannot_be_read(call: Call, tmp_path: Path) -> None:
    done = call("codebook", "explain", written(tmp_path, "empty.txt", " "))
    assert done.code == 2
    assert "empty.txt: EMPTY" in done.err


def test_show_lists_rules_of_a_track(call: Call) -> None:
    done = call("codebook", "show", "--track", "violation")
    assert done.code == 0
    assert "violation.of-truce" in done.out
    assert "meeting.talks" not in done.out


def test_analyse_names_the_rule_of_the_codebook_given(call: Call, tmp_path: Path) -> None:
    line = {"id": "x", "text": TEXT, "form": "clean", "published": "2018-05-04"}
    texts, own = written(tmp_path, "in.jsonl", json.dumps(line)), written(tmp_path, "own.yaml", OWN)
    (event,) = json.loads(call("analyse", "--jsonl", texts, "--codebook", own).out)["events"]
    assert TEXT[event["start"] : event["end"]] == "attacked"
    assert (event["rule"], event["category"], event["track"]) == ("own.attack", "ASSAULT", "fighting")
