"""Clauses in which somebody undertakes something: the subject, the verb of undertaking, what is undertaken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_ADVERBS: Final = r"(?:(?:also|now|always|certainly|further|fully|soon|still|not|jointly|then|in turn)\s+)*"
_DEEDS: Final = (
    r"(?:abide|accept|adhere|aid|allow|assist|attend|begin|carry|cease|clear|comply|conduct|continue|"
    r"contribute|convene|"
    r"cooperate|deliver|demine|deploy|disarm|dispatch|do (?:all|everything|whatever)|ease|end|ensure|evacuate|exchange|"
    r"extend|facilitate|finance|free|fulfil|fulfill|fund|give|grant|guarantee|halt|hand|help|hold|"
    r"honou?r|host|implement|"
    r"initiate|investigate|invite|join|keep|leave|let|lift|maintain|make every|mediate|meet|monitor|move|observe|open|"
    r"participate|patrol|pay|permit|prosecute|protect|provide|pull|ratify|rebuild|reduce|refrain|"
    r"relaunch|release|remain|"
    r"remove|reopen|repatriate|respect|restore|resume|return|seek|send|set up|sign|spare|stand|start|stay|stick|stop|"
    r"strive|submit|supply|support|suspend|take (?:all|every|steps|measures|part)|transfer|travel|"
    r"uphold|visit|withdraw|work)"
)
_DONE_TO: Final = (
    r"be\s+(?:deployed|withdrawn|sent|stationed|exchanged|released|returned|reopened|opened|lifted|handed|observed|"
    r"respected|implemented|removed|repatriated|delivered|cleared|held|extended|guaranteed|evacuated|pulled|provided)"
)
_HOSTILE: Final = re.compile(
    r"^(?:to\s+)?(?:retaliate|attack|fight|avenge|crush|destroy|punish|respond|strike|hit|defeat|"
    r"liberate|retake|eliminate|"
    r"continue (?:fighting|attacks|strikes|the (?:war|offensive|operation))|keep (?:fighting|attacking|striking))\b",
    re.IGNORECASE,
)
_FUTURE: Final = rf"(?:will|shall|would|[\u2019']ll)\s+{_ADVERBS}(?={_DEEDS}\b|{_DONE_TO}\b)"
_PLEDGED: Final = (
    rf"(?:(?:ha(?:s|ve|d)\s+)?{_ADVERBS}(?:pledged|promised|vowed|undertaken|undertook|agreed|"
    rf"committed|consented|obliged)|"
    r"pledges?|promises?|vows?|undertakes?|agrees?|commits?)(?:\s+(?:itself|themselves|himself|"
    r"herself))?\s+(?=to\s+[a-z])"
)
_DUE: Final = (
    rf"(?:is|are|was|were)\s+{_ADVERBS}(?:due|set|scheduled|obliged|bound|planning|going|intending)\s+(?=to\s+[a-z])|"
    r"plans?\s+(?=to\s+[a-z])"
)
_BOUND: Final = (
    rf"(?:is|are|remains?|was|were)\s+{_ADVERBS}(?:fully |firmly |strongly )?(?:committed|determined|dedicated)\s+"
    r"(?=to\s+[a-z])"
)
_UNDER_WAY: Final = (
    rf"(?:is|are|has been|have been)\s+{_ADVERBS}working\s+(?=on|to|towards?|with|for)|continues?\s+(?=to\s+[a-z])|"
    rf"keeps?\s+(?={_DEEDS}|[a-z]+ing\b)(?:on\s+)?(?=[a-z]+ing\b)|(?:is|are)\s+(?:making|"
    rf"taking)\s+(?=(?:every|all|active|"
    r"the necessary|necessary|energetic)\s+(?:effort|step|measure))"
)
_VERB: Final = re.compile(
    rf"\b(?:(?P<future>{_FUTURE})|(?P<pledged>{_PLEDGED})|(?P<bound>{_BOUND})|(?P<due>{_DUE})|(?P<under>{_UNDER_WAY}))|"
    rf"(?<=\w)(?P<short>[\u2019']ll\s+(?={_DEEDS}\b))",
    re.IGNORECASE,
)
_LASTING: Final = re.compile(r"^(?:to\s+)?(?:continue|keep|go on|remain|stay|carry on)\b", re.IGNORECASE)
_CONDITION: Final = re.compile(r"\b(?:if|unless|whether|should|were to|could|might|in the event)\b", re.IGNORECASE)
_BOUNDARY: Final = re.compile(
    r"[;:\u2014\"\u201c\u201d()]|,\s+(?=and\s|but\s|while\s|which\s|who\s)|\b(?:that|because|while|whether|but)\s"
)
_STOP: Final = re.compile(
    r"[;\u2014]|,[\u201d\"]|,\s+(?:which|who|but|while|according|he|she|they|said|[A-Z]\w+ (?:said|told))|"
    r"\b(?:he|she|they) (?:said|added|noted)\b"
)
_HEADLINE: Final = re.compile(rf"\s(?P<to>to\s+)(?={_DEEDS}\b)")
_NEGATED: Final = re.compile(r"\b(?:not|never|no longer|neither)\b|n[\u2019']t\b", re.IGNORECASE)
_PLANNED_BY: Final = re.compile(
    r"\b(?P<what>[a-z][\w-]*(?:\s[\w-]+){0,3})\s(?:planned|promised|pledged|offered|agreed|mapped out|"
    r"undertaken)\s+by\s+(?=[A-Z]|the\s|both\s)"
)
_PROVIDED: Final = re.compile(
    r"\b(?P<what>(?:exchange|return|release|withdrawal|deployment|transfer|opening|unblocking|"
    r"hand-?over|delimitation|search|"
    r"evacuation|construction|establishment|creation|clearance|demining|repatriation|provision)\b[^,.;]{0,80}?)"
    r"[\s,]+(?:as\s+)?(?:envisaged|envisioned|provided for|stipulated|foreseen|required|prescribed|"
    r"called for|set out|agreed)\s+"
    r"(?:by|in|under)\s+(?:the|a|an|their|its)\s+[^,.;]{0,60}?(?P<paper>agreement|statement|accord|"
    r"truce|ceasefire|protocol|deal|"
    r"document|treaty|memorandum|roadmap)",
    re.IGNORECASE,
)
_MAPPED: Final = re.compile(
    r"\b(?:mapped out|outlined|agreed (?:up)?on|worked out|drew up|drawn "
    r"up)\s+(?=[^,.;]{0,40}?\b(?:steps?|measures?|plan|schedule|"
    r"timetable|action|exchange|withdrawal|release|deployment|return|visit|meeting)\b)",
    re.IGNORECASE,
)


MOST: Final = 8
"""Undertakings that one sentence is taken to tell of; what has more is a list, or hostile."""
_LONGEST: Final = 400
"""Code points of what is undertaken."""


class Mood(StrEnum):
    """How a clause tells of the undertaking."""

    AHEAD = "ahead"
    UNDER_WAY = "under way"


@dataclass(frozen=True, slots=True)
class Clause:
    """One undertaking in a sentence; offsets count in the sentence."""

    subject: tuple[int, int]
    """The words in which to look for who undertakes; its end is where the verb begins."""
    verb: int
    what: tuple[int, int]
    mood: Mood
    doers_behind: bool = False
    """Whether the doers stand behind the verb ("planned by ...") and right next to it."""
    next_to: bool = False
    """Whether the doers can only stand right before it, as in a headline: "Westland to open crossing"."""
    of_agreement: bool = False
    """A provision that the press tells of: the parties of the agreement are bound."""


def clauses(sentence: str, *, headline: bool = False) -> Iterator[Clause]:
    """The undertakings that a sentence tells of; none under a condition."""
    for match in _VERB.finditer(sentence):
        clause = _clause(sentence, match)
        if clause is not None:
            yield clause
    for match in _MAPPED.finditer(sentence):
        yield Clause(
            _subject(sentence, match.start()), match.start(), (match.start(), _end(sentence, match.end())), Mood.AHEAD
        )
    for match in _PLANNED_BY.finditer(sentence):
        yield Clause(
            (match.end(), _end(sentence, match.end())), match.end(), match.span("what"), Mood.AHEAD, doers_behind=True
        )
    for match in _PROVIDED.finditer(sentence):
        yield Clause((0, match.start()), match.start(), match.span("what"), Mood.AHEAD, of_agreement=True)
    if headline and (found := _HEADLINE.search(sentence)):
        yield Clause(
            (0, found.start("to")), found.start("to"), (found.start("to"), len(sentence)), Mood.AHEAD, next_to=True
        )


def _clause(sentence: str, match: re.Match[str]) -> Clause | None:
    start, end = match.start(), match.end()
    rest = sentence[end:]
    subject = _subject(sentence, start)
    told = f"{sentence[subject[0] : start]} {match[0]}"
    if _HOSTILE.match(rest) or _NEGATED.search(match[0]) or _CONDITION.search(told):
        return None
    would = match[0].lower().startswith("would")
    if would and not re.search(
        r"\b(?:said|says|announced|agreed|promised|pledged|added|confirmed|declared|told)\b", sentence[:start]
    ):
        return None
    going = match["bound"] or match["under"] or _LASTING.match(rest)
    return Clause(subject, start, (start, _end(sentence, end)), Mood.UNDER_WAY if going else Mood.AHEAD)


def _subject(sentence: str, verb: int) -> tuple[int, int]:
    """From the last boundary of a clause to the verb."""
    cuts = [m.end() for m in _BOUNDARY.finditer(sentence, max(0, verb - 160), verb)]
    return (max(cuts, default=max(0, verb - 160)), verb)


def _end(sentence: str, start: int) -> int:
    last = min(len(sentence), start + _LONGEST)
    found = _STOP.search(sentence, start, last)
    return found.start() if found else last
