"""What side of a thing a mention tells of: that a truce was signed, that it took effect, that it is kept.

The same truce is told under each, and they are not one happening. The codebook is data and can be another one, so the
side is read off the PLOVER code and the words of the trigger, never off the name of a rule.
"""

import re
from enum import StrEnum

from trucewatch.record.blocking import family
from trucewatch.record.mentions import EventMention, Track


class Facet(StrEnum):
    """The sides that are told apart; what none of them fits is OTHER, and compared by its code."""

    ACCORD = "accord"
    """A truce or agreement made: signed, brokered, announced."""
    EFFECT = "taking effect"
    """A truce in force, the fighting stopped by it."""
    OBSERVANCE = "observance"
    """A truce or agreement kept, or carried out."""
    PROLONGED = "prolonged"
    LAPSED = "lapsed"
    """A truce ended, an agreement left."""
    UNDERTAKING = "undertaking"
    WAR = "war"
    """Fighting as a whole: a war, clashes, an escalation."""
    ATTACK = "attack"
    """One act of fighting: a strike, a capture, a breach of a truce."""
    OCCASION = "occasion"
    """Talks, a visit, a call: something with a day."""
    STANDING = "standing"
    """An effort that goes on for years: a mediation, a process. Never one occasion with itself."""
    STATIONED = "stationed"
    WITHDRAWN = "withdrawn"
    OTHER = "other"


_KEPT = re.compile(
    r"\b(?:observ|compl(?:y|ian|ied)|implement|respect|adher|abid|uph[eo]ld|hono?ur|maint|keep|kept|hold|held|"
    r"enforce|preserv|guarant|monitor|carr(?:y|ied) out|fulfil|supervis|ensur|lasted|prevail)",
    re.IGNORECASE,
)
_PROLONGED = re.compile(r"\b(?:exten[ds]|prolong|renew)", re.IGNORECASE)
_LAPSED = re.compile(
    r"\b(?:expir|collaps|br(?:eak|oke|oken) (?:down|off)|call(?:ed)? off|lapse|unravel|terminat|abandon|"
    r"withdr[ae]w(?:s|n|al)? from|renounc|scrap|tear up|tore up|pull(?:ed|s|ing)? out)",
    re.IGNORECASE,
)
_EFFECT = re.compile(
    r"\b(?:effect|force\b|start|begin|began|begun|stop|halt|end|ceas(?!e-?fire)|suspen|pause|silence|laid down)",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:sign|agree|broker|mediat|reach|conclud|declar|announc|clinch|seal|initial|negotiat|accord|deal\b|protocol|"
    r"statement|treaty|pact|memorandum|truce deal|approv|adopt|establish|struck|strike)",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:sign|broker|seal|initial|accord|deal\b|protocol|statement|treaty|pact|memorandum|truce|cease-?fire|agreement|"
    r"document|declaration)",
    re.IGNORECASE,
)
"""What tells an agreement made from a view that is shared: "everybody agreed"."""
_PROCESS = re.compile(r"\b(?:process|mediat|effort|dialogue|contacts?\b|facilitat|good offices)", re.IGNORECASE)
_FIGHTING = re.compile(
    r"\b(?:war|conflict|clash|fight|fought|battle|hostilit|escalat|confront|flare|combat|skirmish|violence|bloodshed|"
    r"br(?:oke|eak|oken) out|erupt|resum|invasion|invad)",
    re.IGNORECASE,
)
_WITHDRAWN = re.compile(
    r"\b(?:withdr[ae]w|pull(?:s|ed|ing)?[ -](?:\w+ ){0,2}(?:out|back)\b|pull(?:out|back)|retreat|disarm|disengag|"
    r"depart|demobili|demilitari|disband|surrender|leav(?:e|es|ing)\b|left\b|vacat|evacuat)",
    re.IGNORECASE,
)
"""What tells forces that go from those that come, where the code is that of an announcement or a refusal."""
_TRUCE = {Track.CEASEFIRE, Track.AGREEMENT}


def facet_of(event: EventMention, trigger: str) -> Facet:
    """The side that a mention with these words as its trigger tells of."""
    if event.track in _TRUCE:
        return _of_truce(event, trigger)
    if event.track is Track.COMMITMENT:
        return Facet.UNDERTAKING
    if event.track is Track.FIGHTING:
        whole = event.mode == "clash" or (event.mode is None and _FIGHTING.search(trigger))
        return Facet.WAR if whole else Facet.ATTACK
    if event.track is Track.VIOLATION:
        return Facet.ATTACK
    if event.track is Track.MEETING:
        return Facet.STANDING if _PROCESS.search(trigger) or event.mode == "third-party" else Facet.OCCASION
    if event.track is Track.DEPLOYMENT:
        gone = event.category == "RETREAT" or (event.mode is None and _WITHDRAWN.search(trigger))
        return Facet.WITHDRAWN if gone else Facet.STATIONED
    return Facet.OTHER


def _of_truce(event: EventMention, trigger: str) -> Facet:
    if _PROLONGED.search(trigger):
        return Facet.PROLONGED
    if event.category in ("ASSAULT", "SANCTION") or _LAPSED.search(trigger):
        return Facet.LAPSED
    if _KEPT.search(trigger) or event.category == "COOPERATE":
        return Facet.OBSERVANCE
    if event.track is Track.CEASEFIRE and _EFFECT.search(trigger):
        return Facet.EFFECT
    if event.category == "AGREE" and not _PAPER.search(trigger):
        return Facet.UNDERTAKING
    if event.track is Track.AGREEMENT or _MADE.search(trigger):
        return Facet.ACCORD
    return Facet.EFFECT


def kind_of(event: EventMention, facet: Facet) -> str:
    """The finest name of what happens: mentions of one happening share it, or differ in how closely they look."""
    if facet is Facet.OTHER:
        return f"{family(event.track)} {event.category}/{event.mode or '-'}"
    return facet.value
