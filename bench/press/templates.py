"""Sentences with gaps: what happened, told in several ways a track; and the words that fill the rest of a page.

A gap is a letter in brackets: A the actor, B the recipient, P the place, D the date, N a figure, and [T:words] the
trigger. A [T] stands in every one.
"""

from typing import NamedTuple


class Told(NamedTuple):
    """A way to tell of an event, and what it is coded as."""

    track: str
    rule: str
    category: str
    mode: str | None
    context: str
    words: str
    unit: str | None = None


TOLD = (
    Told("violation", "violation.shell", "ASSAULT", None, "military",
         "[A] [T:shelled] a settlement near [P] [D], wounding [N] people", "person"),
    Told("violation", "violation.of-truce", "ASSAULT", None, "military",
         "[A] [T:violated the ceasefire] [N] times near [P] [D]", "time"),
    Told("violation", "violation.fire", "ASSAULT", None, "military",
         "Units of [A] [T:opened fire] on positions of [B] outside [P] [D]"),
    Told("fighting", "fighting.clash", "ASSAULT", "clash", "military",
         "Forces of [A] and [B] [T:clashed] around [P] [D], leaving [N] soldiers dead", "soldier"),
    Told("fighting", "fighting.kill", "ASSAULT", None, "military",
         "[N] fighters were [T:killed] when [A] advanced on [P] [D]", "fighter"),
    Told("fighting", "fighting.capture", "ASSAULT", None, "military",
         "[A] [T:captured] the heights above [P] [D]"),
    Told("ceasefire", "ceasefire.begins", "RETREAT", "ceasefire", "military",
         "A [T:ceasefire] between [A] and [B] took effect in the district of [P] [D]"),
    Told("ceasefire", "ceasefire.extended", "RETREAT", "ceasefire", "military",
         "[A] and [B] [T:extended the truce] by [N] days in talks at [P] [D]", "day"),
    Told("agreement", "agreement.sign", "SUPPORT", None, "diplomatic",
         "[A] and [B] [T:signed] a protocol on the crossing at [P] [D]"),
    Told("agreement", "agreement.ratify", "SUPPORT", None, "diplomatic",
         "The parliament of [A] [T:ratified] the accord with [B] in [P] [D]"),
    Told("commitment", "commitment.pledge", "AGREE", None, "diplomatic",
         "[A] [T:pledged] to [B] that the road through [P] would be opened [D]"),
    Told("commitment", "commitment.agree-that", "AGREE", None, "diplomatic",
         "[A] [T:undertook] to hand over the maps of minefields around [P] [D]"),
    Told("meeting", "meeting.meet", "CONSULT", "meet", "diplomatic",
         "Delegations of [A] and [B] [T:met] in [P] [D]"),
    Told("meeting", "meeting.talks", "CONSULT", "meet", "diplomatic",
         "[A] and [B] held a round of [T:talks] in [P] [D]"),
    Told("meeting", "meeting.visit", "CONSULT", "visit", "diplomatic",
         "An envoy of [A] [T:visited] [P] [D] to hear the proposals of [B]"),
    Told("humanitarian", "humanitarian.exchange-verb", "RETREAT", "return", "refugee",
         "[A] and [B] [T:exchanged] [N] prisoners at the bridge of [P] [D]", "prisoner"),
    Told("humanitarian", "humanitarian.return-home-verb", "RETREAT", "return", "refugee",
         "[N] displaced families [T:returned] to [P] [D] under an arrangement with [A]", "family"),
    Told("humanitarian", "humanitarian.convoy", "AID", "humanitarian", "military",
         "A convoy of [N] lorries [T:delivered] flour and medicines to [P] [D], [A] said it would come", "lorry"),
    Told("deployment", "deployment.peacekeepers", "AID", "peacekeeping", "military",
         "[N] peacekeepers were [T:deployed] along the line near [P] [D] at the request of [A]", "peacekeeper"),
    Told("deployment", "deployment.troops", "MOBILIZE", "troops", "military",
         "[A] [T:moved troops] towards [P] [D]"),
    Told("accusation", "accusation.accuse", "ACCUSE", None, "diplomatic",
         "[A] [T:accused] [B] of preparing an attack on [P] [D]"),
    Told("denial", "denial.deny", "REJECT", None, "diplomatic",
         "[A] [T:denied] [D] that its guns had fired at [P]"),
    Told("demand", "demand.call", "REQUEST", None, "diplomatic",
         "[A] [T:called on] [B] [D] to withdraw from [P]"),
    Told("demand", "demand.ask", "REQUEST", None, "diplomatic",
         "[A] [T:asked] the observers [D] to inspect the depots at [P]"),
    Told("other-political", "politics.appoint", "SUPPORT", None, "political",
         "[A] [T:appointed] a new governor of [P] [D]"),
    Told("other-political", "support.praise", "SUPPORT", None, "diplomatic",
         "[A] [T:welcomed] the restraint shown by [B] at [P] [D]"),
)  # fmt: skip

UNDATED = (
    Told("demand", "demand.modal", "REQUEST", None, "diplomatic", "[A] must [T:withdraw] its units from [P]"),
    Told("agreement", "agreement.named", "SUPPORT", None, "diplomatic", "the [T:agreement] binds [A] as well as [B]"),
    Told("ceasefire", "ceasefire.named", "RETREAT", "ceasefire", "military", "the [T:truce] with [B] is holding"),
    Told("meeting", "meeting.meeting", "CONSULT", "meet", "diplomatic", "a [T:meeting] with [B] is being prepared"),
    Told("violation", "violation.provocation", "ASSAULT", None, "military", "[B] is behind the [T:provocations]"),
    Told("humanitarian", "humanitarian.demine", "AID", "humanitarian", "military", "our people [T:clear] the fields"),
    Told("commitment", "commitment.ready", "AGREE", None, "diplomatic", "[A] is [T:ready] to release the captives"),
)

SAID = ("said", "told reporters", "stressed", "noted", "added", "claimed", "warned", "explained", "recalled", "stated")
VENUES = (None, None, None, "press conference", "interview with local television", "televised address", "briefing")
STATUSES = (*("happened",) * 12, *("planned",) * 3, "called-for", "called-for", "denied", "ongoing", "alleged")

SUBJECTS = (
    "The observers", "Residents of the border villages", "Local traders", "A group of deputies", "Aid workers",
    "Families of the missing", "Diplomats in the capital", "Teachers from the district", "The regional council",
    "Engineers of the water company", "Drivers at the crossing", "Members of the joint commission",
    "Doctors at the field hospital", "Two parliamentary factions", "Analysts of the region", "The railway workers",
)  # fmt: skip
VERBS = (
    "expect", "are waiting for", "have seen little of", "doubt", "keep asking about", "are preparing for",
    "wrote a letter about", "spoke at length of", "voted on", "complained of", "pointed to", "have put off",
)  # fmt: skip
OBJECTS = (
    "the reopening of the railway", "repairs to the pumping station", "the lists of the missing",
    "a new timetable for crossings", "the fate of the orchards", "compensation for burnt houses",
    "the price of bread and fuel", "a school for both communities", "the next session of the commission",
    "the cables that were cut in winter", "guarantees for the harvest", "the quarrel over the reservoir",
    "the reports of drones at night", "a visit by the mediators", "the opening of a second market",
    "changes to the rotation of guards", "the count of shell holes", "radio messages from the hills",
)  # fmt: skip
CIRCUMSTANCES = (
    "after a week of heavy rain", "despite the quiet of recent nights", "before the snow closes the pass",
    "while the schools are shut", "since the bridge was repaired", "as in every spring", "without much hope",
    "in the presence of monitors", "under pressure from abroad", "for the third time this season",
    "now that the road is free of mines", "although nobody would give a date", "with an eye to the elections",
)  # fmt: skip
HEADS = (
    "{A} and {B}: {noun} at {P}",
    "{noun} near {P}",
    "{P}: what is known of the {noun}",
    "{A} on the {noun} at {P}",
)
NOUNS = {
    "violation": "shelling", "fighting": "clashes", "ceasefire": "truce", "agreement": "accord", "commitment": "pledge",
    "meeting": "talks", "humanitarian": "exchange", "deployment": "deployment", "accusation": "accusations",
    "denial": "denial", "demand": "demands", "other-political": "appointment",
}  # fmt: skip
