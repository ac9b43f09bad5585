"""One story as one outlet tells it: the words, and every mention in them."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from bench.press import templates
from bench.press.draft import Draft, Line
from bench.press.stories import Story
from bench.press.templates import Told
from bench.press.world import OFFICES, Outlet, Side

_GAP = re.compile(r"\[([ABPDN]|T:[^\]]*)\]")
_MONTHS = "January February March April May June July August September October November December".split()


@dataclass(slots=True)
class Telling:
    """One page about a story: who publishes it when, and the draft that it becomes."""

    story: Story
    outlet: Outlet
    published: date
    chance: random.Random
    relayed: str | None = None
    shortened: bool = False
    """A paper that takes an agency's story leaves out its last paragraphs."""
    draft: Draft = field(default_factory=Draft)

    def line(self, number: int) -> Line:
        """The page as `analyse` would print it."""
        headline = self._headline()
        self._opening()
        for part in self._parts():
            start = self.draft.length
            part()
            self.draft.block(start, "paragraph")
        draft = self.draft
        article: Line = {"headline": headline, "outlet": self.outlet.name, "byline": None, "language": "en"}
        article |= {"published": {"value": self.published.isoformat(), "grounds": "given"}}
        article |= {"dateline_place": self.story.town.name, "blocks": draft.blocks}
        article |= {"relayed_from": [self.relayed] if self.relayed else []}
        found: Line = {"times": draft.times, "names": draft.names, "attributions": draft.attributions}
        return {"id": f"{number:06d}", "text": draft.string(), "article": article, **found, "events": draft.events,
                "dropped": None}  # fmt: skip

    def _headline(self) -> str:
        story = self.story
        noun = templates.NOUNS[story.told.track]
        form = random.Random(f"{story.seed} {self.outlet.name}").choice(templates.HEADS)  # noqa: S311
        headline = form.format(A=story.actor.name, B=story.other.name, P=self._town(), noun=noun)
        self.draft.add(headline[0].upper() + headline[1:])
        self.draft.block(0, "headline")
        return headline[0].upper() + headline[1:]

    def _opening(self) -> None:
        """The first paragraph: what happened, and through whom it is known."""
        start = self.draft.length
        self.event(self.story.told, self.story.day, self.story.status)
        if self.relayed:
            self.draft.add(", ")
            self.draft.name(self.relayed, "organization")
            self.draft.add(" reported")
        self.draft.add(". ")
        self.filler()
        self.draft.block(start, "paragraph")

    def _parts(self) -> list[Callable[[], None]]:
        parts = [self._spoken, self._spoken, self._ministry, self._earlier, self._spoken, self._background]
        parts += [self._earlier] * self.chance.randrange(1, 3)
        fixed, rest = parts[:2], parts[2:]
        self.chance.shuffle(rest)
        return [*fixed, *(rest[:-2] if self.shortened else rest)]

    def _spoken(self) -> None:
        """Somebody in office speaks, of an event or in general."""
        side = self.chance.choice((self.story.actor, self.story.actor, self.story.other))
        office = self.chance.choice(OFFICES)
        spelt = self.story.office(side, office)
        name, full = spelt[self.outlet.habit % len(spelt)], self.chance.random() < 0.6
        began = self.draft.length
        self.draft.add(f"{side.people} {office} " if full else "")
        at = self.draft.name(name, "person")
        source = {"start": began, "end": at["end"]}
        self._said(name, source, direct=self.chance.random() < 0.5)

    def _ministry(self) -> None:
        """A body speaks."""
        body = self.chance.choice(self.story.other.bodies)
        self.draft.add("The ")
        self._said(body, self.draft.name(body, "organization"), direct=False)

    def _said(self, speaker: str, source: Line, *, direct: bool) -> None:
        draft, chance = self.draft, self.chance
        draft.add(" ")
        cue = draft.add(chance.choice(templates.SAID))
        draft.add(": “" if direct else " that ")
        start = draft.length
        if chance.random() < 0.6:
            self.event(chance.choice(templates.UNDATED), None, chance.choice(templates.STATUSES), speaker)
            draft.add(", and ")
        draft.add(self._general())
        content = [{"start": start, "end": draft.length}]
        draft.add("”." if direct else ".")
        said: Line = {"source": source, "cue": cue, "content": content, "kind": "direct" if direct else "indirect"}
        said |= {"speaker": speaker, "addressee": None, "venue": chance.choice(templates.VENUES)}
        said |= {"said_on": self.story.day.isoformat() if chance.random() < 0.4 else None}
        self.draft.attributions.append({**said, "via": [self.relayed] if self.relayed else []})

    def _earlier(self) -> None:
        """Another event of the weeks before, to its day or to its month."""
        chance = self.chance
        day = self.story.day - timedelta(days=chance.randrange(1, 30))
        self.event(chance.choice(templates.TOLD), day, "happened", month=chance.random() < 0.4)
        self.draft.add(". ")
        self.filler()

    def _background(self) -> None:
        """An agreement of years ago, told again."""
        known = [a for a in self.story.conflict.accords if a.signed < self.story.day]
        if not known or self.chance.random() < 0.4:
            self.filler()
            return
        accord = self.chance.choice(known)
        draft = self.draft
        draft.add("The ")
        draft.name(accord.name, "event")
        start = draft.length + 5
        draft.add(" was signed in ")
        draft.name(accord.town.name, "place")
        draft.add(" on ")
        self._date(accord.signed, full=True)
        draft.add(".")
        told = Told("agreement", "agreement.sign", "SUPPORT", None, "diplomatic", "")
        parties = [*self.story.conflict.sides]
        place = _place(accord.town.name, accord.town.latitude, accord.town.longitude)
        entry = _event(told, {"start": start, "end": start + 6}, "happened", "outlet", accord.signed.isoformat())
        draft.events.append({**entry, "place": place, "actors": [_party(side) for side in parties]})

    def event(self, told: Told, day: date | None, status: str, by: str = "outlet", *, month: bool = False) -> None:
        """Append the sentence, without its full stop, and the event that it tells of."""
        story, found, value = self.story, dict[str, Line](), None
        for at, piece in enumerate(_GAP.split(told.words)):
            if at % 2 == 0:
                self.draft.add(piece)
            elif piece == "D" and day is not None:
                value = self._when(day, month=month)
            else:
                found[piece[0]] = self._filled_gap(piece)
        entry = _event(told, found["T"], status, by, value)
        entry["place"] = _place(self._town(), story.town.latitude, story.town.longitude) if "P" in found else None
        entry["actors"] = [_party(story.actor)] if "A" in found else []
        entry["recipients"] = [_party(story.other)] if "B" in found else []
        if "N" in found and told.unit:
            entry["quantities"] = [{"value": story.figure, "relation": "exact", "unit": told.unit, "of": None}]
        self.draft.events.append(entry)

    def _filled_gap(self, gap: str) -> Line:
        if gap == "A":
            return self.draft.name(self.story.actor.name, "organization")
        if gap == "B":
            return self.draft.name(self.story.other.name, "organization")
        if gap == "P":
            return self.draft.name(self._town(), "place")
        return self.draft.add(str(self.story.figure) if gap == "N" else gap[2:])

    def _town(self) -> str:
        spelt = self.story.town.spellings
        return spelt[self.outlet.habit % len(spelt)]

    def _when(self, day: date, *, month: bool) -> str:
        if month:
            last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
            value = day.isoformat()[:7]
            self.draft.add("in ")
            self.draft.day(f"{_MONTHS[day.month - 1]} {day.year}", value, day.replace(day=1), last)
            return value
        self.draft.add("on ")
        return self._date(day, full=self.chance.random() < 0.3)

    def _date(self, day: date, *, full: bool) -> str:
        words = f"{_MONTHS[day.month - 1]} {day.day}" if self.outlet.habit else f"{day.day} {_MONTHS[day.month - 1]}"
        self.draft.day(f"{words}, {day.year}" if full else words, day.isoformat(), day, day)
        return day.isoformat()

    def filler(self) -> None:
        """A sentence that tells of nothing that is coded."""
        words = self._general()
        self.draft.add(f"{words[0].upper()}{words[1:]}.")

    def _general(self) -> str:
        chance = self.chance
        who, does, what = (chance.choice(b) for b in (templates.SUBJECTS, templates.VERBS, templates.OBJECTS))
        town = chance.choice(self.story.conflict.towns).name
        when = chance.choice(templates.CIRCUMSTANCES)
        return f"{who[0].lower()}{who[1:]} of {town} {does} {what} {when}"


def _event(told: Told, at: Line, status: str, by: str, value: str | None) -> Line:
    entry = {**at, "category": told.category, "mode": told.mode, "context": told.context, "track": told.track}
    entry |= {
        "status": status,
        "status_words": None,
        "date": value,
        "place": None,
        "asserted_by": by,
        "reported_by": None,
    }
    return entry | {"rule": told.rule, "score": 0.9, "actors": [], "recipients": [], "quantities": []}


def _party(side: Side) -> Line:
    return {"text": side.name, "code": f"{side.code} GOV"}


def _place(words: str, latitude: float, longitude: float) -> Line:
    return {"text": words, "latitude": latitude, "longitude": longitude, "precision": "exact"}
