"""The English words that tell what a speaker is: offices, bodies, groups, documents, pronouns."""

from enum import StrEnum


class Gender(StrEnum):
    """What a title, pronoun or given name says of a person."""

    FEMALE = "female"
    MALE = "male"


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


OFFICES = _words(
    "president minister premier pm fm chancellor king queen prince emir sultan sheikh ayatollah pope archbishop "
    "bishop patriarch imam cleric leader chief head chair chairman chairwoman chairperson director secretary "
    "undersecretary governor mayor senator congressman congresswoman lawmaker legislator mp deputy member "
    "parliamentarian speaker ambassador envoy representative emissary mediator negotiator facilitator diplomat "
    "consul attache spokesman spokeswoman spokesperson commander general colonel lieutenant captain major admiral "
    "brigadier sergeant marshal officer soldier secretary-general coordinator commissioner inspector rapporteur "
    "adviser advisor aide official analyst expert professor researcher scholar economist editor correspondent "
    "journalist reporter columnist lawyer attorney prosecutor judge ombudsman activist campaigner doctor nurse "
    "manager counterpart politician warlord veteran co-chair dictator ruler monarch observer historian strategist "
    "founder co-founder resident witness farmer teacher student villager fighter militant rebel source boss no. "
    "vice-president attorney-general treasurer delegate foreign-minister statesman rabbi priest nominee candidate "
    "defender statesperson supremo strongman chieftain"
)
"""Nouns that say what a person is or holds."""

RANKS = _words(
    "gen gen. general maj maj. major col col. colonel lt lt. lieutenant capt capt. captain brig brig. brigadier "
    "adm adm. admiral sgt sgt. sergeant cpl cpl. marshal cmdr cmdr. commander sen sen. rep rep. gov gov. amb amb. "
    "commodore"
)
HONOURS = _words(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir dame lord lady rev rev. madam madame sheikh imam u daw"
)
_FEMALE = _words(
    "mrs mrs. ms ms. miss lady dame madam madame spokeswoman chairwoman congresswoman queen she her herself daw"
)
_MALE = _words("mr mr. sir lord spokesman chairman congressman king prince he him his himself u")

_SAME = {
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "congressman": "lawmaker",
    "congresswoman": "lawmaker",
    "senator": "lawmaker",
    "legislator": "lawmaker",
    "parliamentarian": "lawmaker",
    "mp": "lawmaker",
    "advisor": "adviser",
    "aide": "adviser",
    "emissary": "envoy",
    "premier": "minister",
    "pm": "minister",
    "fm": "minister",
    "boss": "chief",
    "secretary-general": "secretary",
    "sen": "lawmaker",
    "rep": "lawmaker",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
}
_IMPLIED = {"premier": "prime", "pm": "prime", "fm": "foreign", "defense": "defence", "secretary-general": "general"}

_LEADERS = (
    "leader president minister chief head king queen prince emir sultan sheikh chair chancellor ruler dictator pope "
)
_OFFICERS = "general colonel commander lieutenant captain major admiral brigadier marshal sergeant officer chief "
HELD_BY: dict[str, frozenset[str]] = {
    "leader": _words(_LEADERS + "commander secretary governor mayor founder co-founder strongman warlord imam cleric"),
    "chief": _words(_LEADERS + _OFFICERS + "director secretary commissioner"),
    "head": _words(_LEADERS + "director secretary commissioner commander"),
    "ruler": _words(_LEADERS),
    "monarch": _words("king queen emir sultan prince"),
    "diplomat": _words("minister ambassador envoy representative secretary consul negotiator mediator co-chair"),
    "envoy": _words("representative ambassador mediator negotiator facilitator diplomat"),
    "mediator": _words("envoy representative facilitator"),
    "representative": _words("envoy ambassador member delegate"),
    "negotiator": _words("envoy representative mediator"),
    "ambassador": _words("envoy representative"),
    "general": _words("commander chief brigadier marshal lieutenant major"),
    "commander": _words(_OFFICERS + "leader"),
    "officer": _words(_OFFICERS),
    "soldier": _words(_OFFICERS),
    "lawmaker": _words("deputy member speaker"),
    "spokesperson": _words("secretary"),
    "analyst": _words("expert professor researcher scholar economist editor columnist director strategist historian"),
    "expert": _words("analyst professor researcher scholar economist director"),
    "academic": _words("professor researcher scholar"),
    "journalist": _words("reporter correspondent editor columnist"),
    "politician": _words(_LEADERS + "lawmaker deputy member senator governor mayor candidate speaker secretary"),
    "statesman": _words(_LEADERS + "secretary"),
    "strongman": _words(_LEADERS + _OFFICERS),
    "secretary": _words("minister"),
    "minister": _words("secretary"),
}
"""Which offices a description can mean beside its own: "the top diplomat" may be a minister."""

_ANYONE = _words("official man woman person source dignitary interviewee author blogger figure veteran counterpart")

PORTFOLIOS = _words(
    "foreign defence defense interior finance prime home justice health culture economy energy transport "
    "agriculture trade education environment information deputy vice former ex press acting general state "
    "external emergency first assistant"
)
"""Words before an office that make it another one: a foreign minister is no prime minister."""

BODIES = _words(
    "ministry army government agency council parliament administration cabinet party union commission committee "
    "court department office police military navy force forces command embassy mission organization organisation "
    "group movement front coalition bloc authority authorities presidency junta regime militia opposition service "
    "bureau newspaper daily tv television radio channel website outlet magazine network broadcaster congress "
    "senate house secretariat delegation federation league alliance fund bank institute centre center university "
    "foundation association observatory society corps guard guards brigade battalion unit division wing staff "
    "headquarters defence-ministry kremlin pentagon palace side assembly duma knesset republic region "
    "ombudsperson faction tribunal consulate watchdog campaign panel mediation mechanism media charity ngo body "
    "team camp leadership"
)
GOVERNMENT_ADJECTIVES = _words("presidential ministerial parliamentary governmental military official diplomatic")

DOCUMENTS = _words(
    "statement report communique communiqué document text declaration agreement letter resolution poll survey "
    "study article announcement release note investigation inquiry figures data statistics accord draft editorial "
    "dispatch memo memorandum bulletin website post tweet message decree law constitution charter treaty roadmap "
    "plan reply proposal"
)
ISSUED = _words(
    "statement report communique communiqué declaration letter announcement release bulletin post tweet message "
    "note reply"
)
"""Documents behind which a body stands when the page names it."""

GROUPS = _words(
    "official source resident witness people observer analyst expert diplomat soldier troop fighter rebel leader "
    "minister side party country state man woman group ally critic activist medic doctor villager local refugee "
    "supporter lawmaker separatist militant insurgent journalist reporter protester negotiator mediator "
    "counterpart monitor peacekeeper other"
)

ARMED = _words("rebel guerrilla guerilla insurgent separatist militant fighter islamist jihadist paramilitary gunman")
"""What an armed body's people are called: such a noun can stand for the one body that the page calls so."""
OF_STATES = _words(
    "ministry government army agency council parliament administration cabinet court police navy embassy"
)
LOOSE = _words(
    "diplomat leader politician chief head official statesman negotiator envoy commander counterpart strongman"
)
"""Descriptions that many offices answer to: such a word can mean somebody whose office the page does not tell."""
ONE_PER_STATE = _words("government army military police parliament cabinet")
"""Bodies of which a state has one: "the government" on a page about one state is that state's."""
GENERIC_BODIES = _words("agency department body organization organisation group movement institution bloc watchdog")
"""Nouns that can mean any body: "the agency" may be a ministry."""

HE = _words("he him himself his")
SHE = _words("she her herself")
THEY = _words("they them themselves both")
IT = _words("it itself which that")
WHO = _words("who whom whoever that which")
FIRST = _words("i we me us")
SPEAKING_PRONOUNS = HE | SHE | THEY | IT | FIRST | WHO


def gender_of(word: str) -> Gender | None:
    """What a title, office or pronoun says of the person."""
    if word in _FEMALE:
        return Gender.FEMALE
    return Gender.MALE if word in _MALE else None


def office_head(lemma: str) -> str:
    """The office under one name for all its forms: spokesman, spokeswoman and spokesperson are one."""
    return _SAME.get(lemma.rstrip("."), lemma.rstrip("."))


def implied(word: str) -> str:
    """The portfolio that a word implies or is: "premier" is prime, "defense" is defence."""
    return _IMPLIED.get(word, word)


def can_mean(description: str, office: str) -> bool:
    """True where the description's noun can stand for a holder of the office."""
    return description == office or description in _ANYONE or office in HELD_BY.get(description, frozenset())


def is_anyone(description: str) -> bool:
    """True for nouns that say nothing of an office: "the official", "the man"."""
    return description in _ANYONE


UNNAMED = _words(
    "official source resident witness analyst expert soldier officer fighter rebel militant villager farmer "
    "teacher student activist journalist reporter member observer diplomat doctor nurse researcher lawyer priest "
    "aide adviser lawmaker politician"
)
"""Offices that many hold: without a name they are somebody of a group, not an office."""


_NOUNS = OFFICES | BODIES | DOCUMENTS | GROUPS | ARMED


_VERBS = {
    "told": "tell",
    "tells": "tell",
    "telling": "tell",
    "said": "say",
    "says": "say",
    "saying": "say",
    "spoke": "speak",
    "spoken": "speak",
    "speaking": "speak",
    "wrote": "write",
    "written": "write",
    "writing": "write",
    "made": "make",
    "gave": "give",
    "asked": "ask",
    "urged": "urge",
    "called": "call",
}


def lemma_of(form: str, lemma: str, upos: str) -> str:
    """The lemma of a word, put right for the words that these lists rest on; `form` and `lemma` are lower case."""
    if upos == "NOUN" and lemma not in _NOUNS and lemma.endswith("s") and lemma[:-1] in _NOUNS:
        return lemma[:-1]
    return _VERBS.get(form, lemma) if upos in ("VERB", "AUX") else lemma
