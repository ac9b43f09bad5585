"""News agencies and the shapes of outlets' names: whom a page can be passing on.

The agencies are those whose copy other outlets print the world over; an outlet that is in no list is known by the
register that the caller hands in, or by a word in its name that only outlets have.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from trucewatch.record.resolved import OutletRegister

AGENCIES: Final[dict[str, tuple[str, ...]]] = {
    "Reuters": ("Reuters", "Thomson Reuters"),
    "AP": ("AP", "The Associated Press", "Associated Press"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "UPI": ("UPI", "United Press International"),
    "DPA": ("DPA", "dpa", "Deutsche Presse-Agentur"),
    "EFE": ("EFE", "Agencia EFE"),
    "ANSA": ("ANSA",),
    "Lusa": ("Lusa",),
    "PA": ("PA Media", "Press Association"),
    "TASS": ("TASS", "ITAR-TASS"),
    "Interfax": ("Interfax", "Interfax-Ukraine", "Interfax-AVN"),
    "RIA Novosti": ("RIA Novosti", "RIA", "Ria Novosti"),
    "Sputnik": ("Sputnik", "Sputnik News"),
    "Ukrinform": ("Ukrinform",),
    "UNIAN": ("UNIAN",),
    "BelTA": ("BelTA", "BELTA"),
    "Armenpress": ("Armenpress", "ARMENPRESS"),
    "Azertag": ("Azertag", "AZERTAC", "AzerTAc"),
    "APA": ("APA",),
    "Trend": ("Trend", "Trend News Agency"),
    "Interpressnews": ("Interpressnews", "InterPressNews"),
    "Kazinform": ("Kazinform",),
    "Anadolu": ("Anadolu", "Anadolu Agency", "AA"),
    "IHA": ("IHA",),
    "DHA": ("DHA",),
    "SANA": ("SANA",),
    "SPA": ("SPA", "Saudi Press Agency"),
    "WAM": ("WAM",),
    "KUNA": ("KUNA",),
    "QNA": ("QNA", "Qatar News Agency"),
    "Petra": ("Petra",),
    "NNA": ("NNA", "National News Agency"),
    "WAFA": ("WAFA",),
    "Saba": ("Saba",),
    "MENA": ("MENA",),
    "IRNA": ("IRNA",),
    "ISNA": ("ISNA",),
    "Tasnim": ("Tasnim",),
    "Fars": ("Fars", "Fars News"),
    "Mehr": ("Mehr",),
    "SUNA": ("SUNA",),
    "ENA": ("ENA",),
    "NAN": ("NAN", "News Agency of Nigeria"),
    "APS": ("APS",),
    "MAP": ("MAP",),
    "Xinhua": ("Xinhua", "Xinhua News Agency"),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Jiji": ("Jiji", "Jiji Press"),
    "Yonhap": ("Yonhap", "Yonhap News", "Yonhap News Agency"),
    "KCNA": ("KCNA", "Korean Central News Agency"),
    "PTI": ("PTI", "Press Trust of India"),
    "ANI": ("ANI",),
    "IANS": ("IANS",),
    "UNI": ("UNI",),
    "IBNS": ("IBNS",),
    "APP": ("APP", "Associated Press of Pakistan"),
    "RSS": ("Rastriya Samachar Samiti",),
    "BSS": ("BSS",),
    "UNB": ("UNB",),
    "PNA": ("Philippine News Agency",),
    "Antara": ("Antara",),
    "Bernama": ("Bernama", "BERNAMA"),
    "AAP": ("Australian Associated Press",),
    "The Canadian Press": ("The Canadian Press",),
    "UN News": ("UN News",),
    "IPS": ("Inter Press Service",),
    "CNN": ("CNN",),
    "BBC": ("BBC", "BBC News"),
    "VOA": ("VOA", "Voice of America"),
    "RFE/RL": ("RFE/RL",),
    "Al Jazeera": ("Al Jazeera", "Al-Jazeera"),
    "NDTV": ("NDTV",),
}
"""Canonical name to spellings; short ones that are also other things count only where a page credits them."""

AMBIGUOUS: Final = frozenset(
    {
        "AA",
        "SPA",
        "MAP",
        "MENA",
        "APP",
        "RIA",
        "UNI",
        "Trend",
        "Petra",
        "Saba",
        "Fars",
        "Mehr",
        "Lusa",
        "NAN",
        "ENA",
        "APA",
    }
)
"""Spellings that mean other things too."""

_OUTLET_WORD: Final = re.compile(
    r"\b(?:news|agency|times|post|herald|tribune|gazette|journal|daily|weekly|newspaper|magazine|press|radio|television|tv|channel|"
    r"broadcaster|broadcasting|broadcast|broadcasts|newswire|wire|online|today|telegraph|guardian|observer|chronicle|independent|"
    r"mirror|standard|star|mail|express|dispatch|bulletin|courier|review|portal|website|network|ledger|"
    r"haber|pravda|presse|zeitung)\b|\w\.(?:com|org|net|ru|am|az|ge|ua|info|news|tv|in|pk|co|uk)\b",
    re.IGNORECASE,
)


NOT_OUTLETS: Final = re.compile(
    r"\b(?:ministr\w*|minister|government|army|forces?|police|office|council|group|party|commission|committee|union|court|"
    r"organi[sz]ation|nations|un|nato|osce|eu|ecowas|igad|asean|parliament|president|presidency|kremlin|embassy|service|command|"
    r"staff|department|mission|republic|authorit\w+|spokes\w+|officials?|general|colonel|captain|major|mr|mrs|ms|dr|gen|col|lt|"
    r"prime|foreign|defen[cs]e|human\srights|red\scross|unicef|unhcr|ocha|who|icrc|report|statement|agreement|protocol|doctors|"
    r"university|institute|cent(?:re|er)|observatory|bureau|bank|house|pentagon|senate|congress|secretary|envoy|ambassador|"
    r"residents?|witnesses|sources?|rebels?|activists?|analysts?|experts?|reporters?|journalists?|media|state\sdepartment|"
    r"security|military|militants?|fighters|troops|soldiers|people|families|monitors?|observers?|article|chapter|paragraph|"
    r"data|figures|according)\b"
    r"|^(?:he|she|they|it|we|i|you|this|that|these|those|there|who|which|some|many|several|both|local|other|another|one|no|all|"
    r"earlier|later|meanwhile|however|also|and|but|as|in|on|at|the|his|her|its|their|what|when|while|if|so|yet|still)\b",
    re.IGNORECASE,
)
"""Words of bodies, offices and persons that report in their own right, and of sentence starts that look like names."""


def spellings(register: OutletRegister) -> frozenset[str]:
    """Every spelling of the register's outlets and of the agencies, casefolded."""
    own = {n.casefold() for o in register.outlets for n in (o.name, *o.aliases)}
    return frozenset(own | _agency_spellings())


@lru_cache(maxsize=1)
def _agency_spellings() -> frozenset[str]:
    return frozenset(s.casefold() for names in AGENCIES.values() for s in names)


def is_agency_credit(line: str) -> bool:
    """True for a line that is only the name of one or more agencies, as copy is signed at its end."""
    bare = re.sub(r"^(?:source|sources|agency|via|from)\s?:\s?", "", line.strip(" ()[]–—-.*_/"), flags=re.IGNORECASE)
    names = [n.strip(" ()[]–—-.*_") for n in re.split(r"\s?(?:[,/&|]|\band\b)\s?", bare)]
    return len(line) <= 80 and all(n.casefold() in _agency_spellings() for n in names) and any(names)


def looks_like_outlet(name: str) -> bool:
    """True where a word of the name is one that outlets carry."""
    return _OUTLET_WORD.search(name) is not None


def known(name: str, names: Iterable[str]) -> bool:
    """True where the name, with or without its article, is among `names` (casefolded)."""
    folded = name.casefold()
    return folded in names or folded.removeprefix("the ") in names or f"the {folded}" in names
