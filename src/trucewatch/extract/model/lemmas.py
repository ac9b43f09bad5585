"""Lemmas as rules on the written form: cut so many letters, add these, in this case."""

from functools import lru_cache


def rule_of(form: str, lemma: str) -> str:
    """The rule that makes `lemma` of `form`: `case|letters cut|letters added`."""
    low, want = form.lower(), lemma.lower()
    same = 0
    while same < min(len(low), len(want)) and low[same] == want[same]:
        same += 1
    if lemma == want:
        case = "l"
    elif form[:same] == lemma[:same]:
        case = "k"
    else:
        case = "t" if lemma == lemma.title() else "u"
    return f"{case}|{len(low) - same}|{want[same:] if case != 'k' else lemma[same:]}"


@lru_cache(20_000)  # a page repeats most of its words
def apply_rule(form: str, rule: str) -> str:
    """The lemma that the rule makes of the form; the form itself where the rule cuts more than there is."""
    case, cut, added = rule.split("|", 2)
    kept = len(form) - int(cut)
    if kept < 0 or kept + len(added) == 0:
        return form
    if case == "k":
        return form[:kept] + added
    lemma = form.lower()[:kept] + added
    return lemma if case == "l" else lemma.title() if case == "t" else lemma.upper()
