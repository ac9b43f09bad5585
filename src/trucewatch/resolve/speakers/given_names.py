"""Given names that tell a person's gender, of many languages; used only to choose between "he" and "she"."""

from trucewatch.resolve.speakers.lexicon import Gender
from trucewatch.resolve.speakers.spelling import fold

_FEMALE = frozenset(
    """
    aisha alexandra alice amal amina amy ana andrea angela anita ann anna annalena anne antonia asma ayse
    barbara beatriz camila carla carmen caroline catherine cecilia charlotte christina christine clara claudia
    cristina daria diana dilma elena elisabeth eliza elizabeth ella ellen emily emma esther eva evelyn fatima
    federica florence frances gabriela galina hanna hannah helen helena hillary ingrid irina isabel ivana jane
    jean jeanne jennifer jessica joan joanna julia julie karen karin kate katherine kathleen katya khadija kim
    laila lana larisa laura layla leila linda lisa louise lucia lyudmila madeleine margaret maria mariam marie
    marina marta martha mary maya melissa michelle mira mona monica nadia nancy natalia natalya nicola nikki
    nina noor nora olga patricia paula rachel rania rebecca rosa ruth salma samantha sandra sara sarah sofia
    sonia stephanie susan suzanne svetlana tamara tatiana theresa ursula valentina vanessa vera veronica
    victoria wendy yulia yvonne zainab zuzana
    """.split()
)
_MALE = frozenset(
    """
    abdel abdul abdullah adam ahmad ahmed alan albert aleksandr alexander alexei alexey ali amir anatoly andre
    andrei andrew andrey angus anthony anton antonio antony ara aram arthur barack ben benjamin bernard bilal
    boris brian carl carlos charles chris christian christopher dan daniel david denis dennis dmitri dmitry
    donald eduard edward emmanuel eric ernest evgeny fadi faisal fernando francis francisco francois frank fred
    gabriel gennady geoffrey george gerard giorgi gordon greg hamid harry hasan hassan henry hossein hugo
    hussein ian ibrahim igor ilham ismail ivan jack jacob jake jalal james jan javad javier jean-yves jeff jens
    jeremy jim joe joel john jon jonathan jorge jose josep joseph juan justin karim keith ken kenneth kevin
    khaled khalid khalifa konstantin lars lee leonid louis luis mahmoud marc marco mario mark martin matthew
    maxim michael mike mikhail mohamed mohammad mohammed muhammad mustafa nicolas nikol nikolai nikolay oleg
    oliver omar oscar pascal patrick paul pavel pedro peter philip pierre ramzi rashid raul raymond recep
    richard robert roberto roger ronald ryan salah saleh sam samir samuel scott sean sebastian sergei sergey
    sergio simon staffan stefan stephen steve steven taras thomas tim timothy tom tony vadim valery victor
    viktor vincent vitaly vladimir volodymyr walter wang william yasser yuri yury yusuf zoran
    """.split()
)


def gender_by_name(given: str) -> Gender | None:
    """The gender that a given name usually has; None where it is unknown or goes either way."""
    key = fold(given)
    if key in _FEMALE:
        return None if key in _MALE else Gender.FEMALE
    return Gender.MALE if key in _MALE else None
