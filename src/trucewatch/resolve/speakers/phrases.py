"""Noun phrases and clauses in the page's trees."""

from trucewatch.resolve.speakers.page import PageView

_INSIDE = ("det", "amod", "compound", "flat", "nmod", "case", "nummod", "appos", "conj", "cc", "fixed", "goeswith")
MOST = 40
"""Words of one phrase that are followed."""
_CLAUSES = ("advcl", "conj", "xcomp", "acl", "parataxis", "ccomp", "dep")


def phrase(view: PageView, head: int) -> range:
    """The words of the noun phrase that `head` heads, without relative clauses, one unbroken run round it."""
    inside, waiting = {head}, [head]
    while waiting and len(inside) < MOST:
        for child in view.kids(waiting.pop()):
            if view.tokens[child].label.startswith(_INSIDE) and child not in inside:
                inside.add(child)
                waiting.append(child)
    first = last = head
    while first - 1 in inside or (view.tokens[first - 1].text == "-" and first - 2 in inside and first >= 2):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and view.tokens[last + 1].upos == "PUNCT"):
        last += 1
    return range(first, last + 1)


def governing_subject(view: PageView, verb: int) -> int | None:
    """Who does what the verb says: its own active subject, its "by", or the subject of the clause that it hangs on."""
    for step in range(6):
        token = view.tokens[verb]
        kids = [view.tokens[c] for c in view.kids(verb)]
        agent = next((k.index for k in kids if k.label == "obl:agent"), None)
        if agent is not None:
            return agent
        subjects = [k for k in kids if k.subject and k.lower not in ("it", "there")]
        if subjects and step == 0 and subjects[0].label.startswith("nsubj:pass"):
            return None
        if subjects:
            return subjects[0].index
        if token.head is None or not token.label.startswith(_CLAUSES):
            return None
        verb = token.head
    return None


def antecedent(view: PageView, pronoun: int) -> int | None:
    """The noun that a relative pronoun stands for."""
    index: int | None = pronoun
    for _ in range(5):
        if index is None:
            return None
        token = view.tokens[index]
        if token.label.startswith("acl"):
            return token.head
        index = token.head
    return None
