"""The forms that an English lemma takes, so that words match whatever lemma a parser guesses.

Generated rather than looked up: the words of rules are few, and a form that is no word ("layed") harms nothing.
"""

from trucewatch.record.codebook import Part

_VOWELS = frozenset("aeiou")
_IRREGULAR_VERBS = """
be:am,is,are,was,were,been,being become:became,become begin:began,begun bid:bid bind:bound bleed:bled
blow:blew,blown break:broke,broken breed:bred bring:brought build:built burn:burnt burst:burst buy:bought
cast:cast catch:caught choose:chose,chosen come:came,come cost:cost creep:crept cut:cut deal:dealt dig:dug
do:did,done,does draw:drew,drawn drive:drove,driven eat:ate,eaten fall:fell,fallen feed:fed feel:felt
fight:fought find:found flee:fled fling:flung fly:flew,flown forbid:forbade,forbidden forecast:forecast
foresee:foresaw,foreseen forget:forgot,forgotten forgive:forgave,forgiven freeze:froze,frozen get:got,gotten
give:gave,given go:went,gone,goes grow:grew,grown hang:hung have:has,had hear:heard hide:hid,hidden hit:hit
hold:held hurt:hurt keep:kept know:knew,known lay:laid lead:led leave:left lend:lent let:let
lie:lay,lain,lying lose:lost make:made mean:meant meet:met mistake:mistook,mistaken overcome:overcame,overcome
overrun:overran,overrun override:overrode,overridden overthrow:overthrew,overthrown oversee:oversaw,overseen
pay:paid plead:pled put:put quit:quit read:read rebuild:rebuilt retake:retook,retaken ride:rode,ridden
ring:rang,rung rise:rose,risen run:ran,run say:said see:saw,seen seek:sought sell:sold send:sent set:set
shake:shook,shaken shed:shed shoot:shot shut:shut sing:sang,sung sink:sank,sunk sit:sat slay:slew,slain
sleep:slept slide:slid speak:spoke,spoken speed:sped spend:spent split:split spread:spread
spring:sprang,sprung stand:stood steal:stole,stolen stick:stuck strike:struck,stricken strive:strove,striven
swear:swore,sworn sweep:swept swim:swam,swum swing:swung take:took,taken teach:taught tear:tore,torn tell:told
think:thought throw:threw,thrown undergo:underwent,undergone undertake:undertook,undertaken
undermine:undermined uphold:upheld upset:upset wake:woke,woken wear:wore,worn win:won
withdraw:withdrew,withdrawn withhold:withheld withstand:withstood write:wrote,written
"""
_IRREGULAR_NOUNS = """
man:men woman:women child:children person:people,persons foot:feet life:lives knife:knives half:halves wife:wives
leaf:leaves crisis:crises basis:bases analysis:analyses wolf:wolves aircraft:aircraft troops:troop series:series
serviceman:servicemen servicewoman:servicewomen policeman:policemen gunman:gunmen militiaman:militiamen
spokesman:spokesmen spokeswoman:spokeswomen chairman:chairmen modus:modi echo:echoes veto:vetoes hero:heroes
"""


def _table(text: str) -> dict[str, tuple[str, ...]]:
    pairs = (entry.split(":") for entry in text.split())
    return {lemma: tuple(forms.split(",")) for lemma, forms in pairs}


_VERBS, _NOUNS = _table(_IRREGULAR_VERBS), _table(_IRREGULAR_NOUNS)


def forms_of(lemma: str, part: Part) -> frozenset[str]:
    """Every lower-case form of a one-word lemma, in both spellings where British and American differ."""
    spelt = {lemma, *_other_spelling(lemma)}
    make = {Part.VERB: _verb, Part.NOUN: _noun, Part.ADJECTIVE: _as_it_is}[part]
    return frozenset(form for word in spelt for form in make(word))


def forms_of_verbs(verbs: str) -> frozenset[str]:
    """Every form of the verbs in a list, with blanks between."""
    return frozenset(form for verb in verbs.split() for form in forms_of(verb, Part.VERB))


def _other_spelling(lemma: str) -> set[str]:
    for one, other in (("ise", "ize"), ("isation", "ization"), ("our", "or"), ("ence", "ense"), ("yse", "yze")):
        for a, b in ((one, other), (other, one)):
            if lemma.endswith(a) and len(lemma) > len(a) + 2:
                return {lemma[: -len(a)] + b}
    return set()


def _as_it_is(word: str) -> set[str]:
    return {word}


def _verb(word: str) -> set[str]:
    return {word, _with_s(word), _with_ing(word), _with_ed(word), *_doubled(word), *_VERBS.get(word, ())}


def _doubled(word: str) -> set[str]:
    """ "travelled" beside "traveled": which verbs double their last letter depends on stress, so both are made."""
    if _ends_shut(word):
        return {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    return set()


def _ends_shut(word: str) -> bool:
    """Ends in consonant, one vowel, consonant: "stop", "travel"; the u of "equip" is none."""
    return (
        len(word) > 2
        and word[-1] not in _VOWELS
        and word[-1] not in "wxy"
        and word[-2] in _VOWELS
        and (word[-3] not in _VOWELS or word[-4:-2] == "qu")
    )


def plural(noun: str) -> str:
    """The regular plural of a noun or of a phrase that ends in one, of men and women too: "gunman", "gunmen"."""
    return f"{noun[:-3]}men" if noun.endswith("man") else _with_s(noun)


def _noun(word: str) -> set[str]:
    return {word, _with_s(word), *_NOUNS.get(word, ())}


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _with_ed(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return word + ("d" if word.endswith("e") else "ed")


def _with_ing(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    silent = word.endswith("e") and not word.endswith(("ee", "oe", "ye")) and len(word) > 2
    return (word[:-1] if silent else word) + "ing"
