"""From raw attributions to reports: quotes whole, pieces joined, headlines and transcripts read, background cut."""

import pytest

from trucewatch.extract.model.types import Analysed, FoundAttribution, FoundContent
from trucewatch.extract.speech import read_speech
from trucewatch.record.ids import PageId
from trucewatch.record.language import Sentence, Word
from trucewatch.record.mentions import Attribution, Kind, Name, NameType
from trucewatch.record.spans import Range
from trucewatch.record.texts import Block, Role, Text

Parts = tuple[str, str, list[str]]
"""Source, cue and contents by their words; "" for none."""


def page(text: str, headline: bool = False) -> Text:
    blocks: list[Block] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            role = Role.HEADLINE if headline and number == 0 else Role.PARAGRAPH
            blocks.append(Block(at, at + len(line), role))
        at += len(line) + 1
    return Text.of(PageId("page"), text, tuple(blocks))


def spot(text: str, words: str, after: int = 0) -> Range:
    at = text.index(words, after)
    return Range(at, at + len(words))


def found(text: str, *parts: Parts) -> tuple[FoundAttribution, ...]:
    return tuple(
        FoundAttribution(
            (spot(text, source),) if source else (),
            (spot(text, cue),) if cue else (),
            tuple(spot(text, c) for c in contents),
            0.9,
        )
        for source, cue, contents in parts
    )


def parsed(text: str, tagged: str) -> Sentence:
    """A sentence from "word:label:head" for each word, heads counted from 1, 0 for the root; "relcl" is a clause's."""
    words: list[Word] = []
    at = 0
    for item in tagged.split():
        form, rest = (":", item[2:]) if item[0] == ":" else item.split(":", 1)
        label, head = rest.rsplit(":", 1)
        at = text.index(form, at)
        upos = "PUNCT" if label == "punct" else "VERB" if label in _CLAUSES else "NOUN"
        name = "acl:relcl" if label == "relcl" else label
        words.append(Word(Range(at, at + len(form)), form, upos, "", int(head) - 1 if head != "0" else None, name))
        at += len(form)
    return Sentence(tuple(words))


_CLAUSES = ("root", "relcl", "ccomp", "parataxis")


def read(
    text: Text,
    *parts: Parts,
    trees: tuple[Sentence, ...] = (),
    loose: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
) -> list[Attribution]:
    string = text.string
    names = [Name(text.id, spot(string, p), NameType.PERSON) for p in people]
    contents = tuple(FoundContent(spot(string, words), 0.9) for words in loose)
    return list(read_speech(text, Analysed(trees, (), found(string, *parts), contents), names, "test"))


def told(text: Text, one: Attribution) -> tuple[str | None, list[str], list[str], Kind]:
    string = text.string
    source = one.source.of(string) if one.source else None
    return source, [c.of(string) for c in one.cue], [c.of(string) for c in one.content], one.kind


@pytest.mark.parametrize(
    ("sentence", "content", "kind", "words"),
    [
        ("“We stay here,” Keller said.", "“We stay here,”", Kind.DIRECT, "We stay here"),
        ("Keller said the truce holds.", "the truce holds", Kind.INDIRECT, "the truce holds"),
        ("Keller said the truce was “in good hands” now.", "the truce was “in good hands” now", Kind.MIXED, None),
        ("Keller said that “the truce will hold”.", "that “the truce will hold", Kind.MIXED, None),
        ("Keller said: ‘We are here.’", "‘We are here.’", Kind.DIRECT, "We are here."),
    ],
)
def test_the_kind_is_how_much_of_it_is_quoted(sentence: str, content: str, kind: Kind, words: str | None) -> None:
    text = page(sentence)
    (one,) = read(text, ("Keller", "said", [content]))
    assert one.kind is kind
    assert one.content[0].of(sentence) == (words or content)


def test_a_content_that_covers_most_of_a_quote_is_all_of_it() -> None:
    text = page("“We will not leave the valley,” Keller said.")
    (one,) = read(text, ("Keller", "said", ["will not leave the"]))
    assert told(text, one)[2] == ["We will not leave the valley"]


def test_a_quote_goes_on_behind_the_one_who_says_it() -> None:
    text = page("“We stay here,” Keller said. “We have nowhere else to go.” The road is closed.")
    (one,) = read(text, ("Keller", "said", ["“We stay here,”"]))
    assert told(text, one)[2] == ["We stay here", "We have nowhere else to go."]
    assert one.kind is Kind.DIRECT


def test_a_quote_over_several_paragraphs_is_one_report() -> None:
    text = page(
        "Keller said: “We stay here for good.\n“We have nowhere else to go now.\n“That is all there is.”\nNight fell."
    )
    (one,) = read(text, ("Keller", "said", ["We stay here for good."]))
    assert told(text, one)[2] == ["We stay here for good.", "We have nowhere else to go now.", "That is all there is."]


def test_a_quoted_paragraph_goes_on_from_the_one_before() -> None:
    text = page("“We stay here,” Keller said.\n“We have nowhere else to go now.”\nNight fell over Ostrava.")
    (one,) = read(text, ("Keller", "said", ["We stay here"]))
    assert told(text, one)[2] == ["We stay here", "We have nowhere else to go now."]


def test_a_quote_with_a_comma_is_said_by_the_words_behind_it() -> None:
    string = "“ We have nowhere else to go , ” Keller said ."
    text = page(f"Night fell over Ostrava.\n{string}")
    tree = parsed(text.string, "Keller:nsubj:2 said:root:0 .:punct:2")
    assert [told(text, one) for one in read(text, trees=(tree,))] == [
        ("Keller", ["said"], ["We have nowhere else to go"], Kind.DIRECT)
    ]


def test_a_quoted_paragraph_without_a_neighbour_stands_by_itself() -> None:
    text = page("Night fell over Ostrava.\n“We have nowhere else to go now.”")
    assert [told(text, one) for one in read(text)] == [(None, [], ["We have nowhere else to go now."], Kind.DIRECT)]


def test_an_empty_or_short_quote_makes_no_report() -> None:
    assert read(page("The so-called “zone” and “” and ‘’ remain.\n“Yes.”")) == []


def test_a_content_in_another_paragraph_is_not_the_cue_s() -> None:
    text = page("Truce holds in the valley\nKeller said that the guns were silent.")
    (one,) = read(text, ("Keller", "said", ["Truce holds in the valley", "that the guns were silent"]))
    assert told(text, one)[2] == ["that the guns were silent"]


@pytest.mark.parametrize(
    ("headline", "source", "cue", "content"),
    [
        ("Anna Keller: truce holds in the valley", "Anna Keller", ":", "truce holds in the valley"),
        ("Truce holds in the valley: Anna Keller", "Anna Keller", ":", "Truce holds in the valley"),
        ("Truce holds in the valley - Anna Keller", "Anna Keller", "-", "Truce holds in the valley"),
        ("Truce holds in the valley — Anna Keller", "Anna Keller", "—", "Truce holds in the valley"),
        ("Truce holds in the valley, says Anna Keller", "Anna Keller", "says", "Truce holds in the valley"),
    ],
)
def test_a_headline_names_its_speaker(headline: str, source: str, cue: str, content: str) -> None:
    text = page(f"{headline}\nNothing moved.", headline=True)
    assert [told(text, one) for one in read(text, people=("Anna Keller",))] == [
        (source, [cue], [content], Kind.INDIRECT)
    ]


@pytest.mark.parametrize(
    "headline",
    ["Explainer: why the truce holds", "Truce holds - Valley Courier", "Truce: the valley waits", "12:30 falls"],
)
def test_a_headline_without_a_speaker_is_no_statement(headline: str) -> None:
    assert read(page(f"{headline}\nNothing moved.", headline=True)) == []


def test_a_headline_with_a_clause_behind_says_is_left_to_the_model() -> None:
    headline = "“We stay,” Keller said in Ostrava"
    text = page(f"{headline}\nNothing moved.", headline=True)
    (one,) = read(text, ("Keller", "said", ["“We stay,”"]))
    assert told(text, one) == ("Keller", ["said"], ["We stay"], Kind.DIRECT)


def test_a_transcript_gives_each_paragraph_to_its_label() -> None:
    text = page(
        "Reporter: Will the truce hold this week?\nKeller: It will hold. We know it.\n"
        "Reporter: And then?\nKeller: Then we talk."
    )
    spoken = [told(text, one) for one in read(text, ("We", "know", ["it"]))]
    assert [(s, c, k) for s, _, c, k in spoken] == [
        ("Reporter", ["Will the truce hold this week?"], Kind.DIRECT),
        ("Keller", ["It will hold. We know it."], Kind.DIRECT),
        ("Reporter", ["And then?"], Kind.DIRECT),
        ("Keller", ["Then we talk."], Kind.DIRECT),
    ]


def test_a_signed_quote_is_its_signer_s() -> None:
    text = page("“The war took my house and my vineyard.” — Mira Orel, farmer")
    assert [told(text, one) for one in read(text)] == [
        ("Mira Orel, farmer", ["—"], ["The war took my house and my vineyard."], Kind.DIRECT)
    ]


def test_what_a_quoted_speaker_reports_is_the_speaker_s_own_words() -> None:
    text = page("“They said they would leave the valley soon,” Keller said.")
    spoken = read(text, ("They", "said", ["they would leave the valley soon"]), ("Keller", " said.", ["“They said"]))
    assert [told(text, one)[2] for one in spoken] == [["They said they would leave the valley soon"]]


def test_unmarked_speech_in_the_first_person_is_the_closing_speaker_s() -> None:
    string = "We are ready for a treaty. I think they know it, Keller said."
    trees = (
        parsed(string, "We:nsubj:3 are:cop:3 ready:root:0 for:case:6 a:det:6 treaty:obl:3 .:punct:3"),
        parsed(
            string[27:],
            "I:nsubj:2 think:ccomp:8 they:nsubj:4 know:ccomp:2 it:obj:4 ,:punct:8 Keller:nsubj:8 said:root:0 .:punct:8",
        ),
    )
    moved = Sentence(
        tuple(
            Word(Range(w.at.start + 27, w.at.end + 27), w.lemma, w.upos, w.xpos, w.head, w.label)
            for w in trees[1].words
        )
    )
    text = page(string)
    (one,) = read(text, ("Keller", "said", ["I think they know it"]), trees=(trees[0], moved))
    assert told(text, one)[2:] == (["We are ready for a treaty. I think they know it"], Kind.DIRECT)


def test_the_outlet_s_background_is_cut_from_indirect_speech() -> None:
    string = "Keller stressed the importance of the exchange , which has not begun ."
    tree = parsed(
        string,
        "Keller:nsubj:2 stressed:root:0 the:det:4 importance:obj:2 of:case:7 the:det:7 exchange:nmod:4 ,:punct:12 "
        "which:nsubj:12 has:aux:12 not:advmod:12 begun:relcl:7 .:punct:2",
    )
    text = page(string)
    (one,) = read(text, ("Keller", "stressed", ["the importance of the exchange , which has not begun"]), trees=(tree,))
    assert told(text, one)[2] == ["the importance of the exchange"]


def test_quoted_background_is_the_speaker_s_own() -> None:
    string = "Keller praised “ the exchange , which has not begun ” ."
    tree = parsed(
        string,
        "Keller:nsubj:2 praised:root:0 “:punct:5 the:det:5 exchange:obj:2 ,:punct:10 which:nsubj:10 has:aux:10 "
        "not:advmod:10 begun:relcl:5 ”:punct:5 .:punct:2",
    )
    text = page(string)
    (one,) = read(text, ("Keller", "praised", ["the exchange , which has not begun"]), trees=(tree,))
    assert told(text, one)[2:] == (["the exchange , which has not begun"], Kind.DIRECT)


def test_a_missing_source_is_the_cue_s_subject() -> None:
    string = "The army chief said the truce holds ."
    tree = parsed(
        string, "The:det:3 army:compound:3 chief:nsubj:4 said:root:0 the:det:6 truce:nsubj:7 holds:ccomp:4 .:punct:4"
    )
    text = page(string)
    (one,) = read(text, ("", "said", ["the truce holds"]), trees=(tree,))
    assert told(text, one)[0] == "The army chief"
    (cut,) = read(text, ("The", "said", ["the truce holds"]), trees=(tree,))
    assert told(text, cut)[0] == "The army chief"


@pytest.mark.parametrize(
    ("string", "tagged", "source", "cue"),
    [
        (
            "The truce holds , officials said .",
            "The:det:2 truce:nsubj:3 holds:ccomp:6 ,:punct:6 officials:nsubj:6 said:root:0 .:punct:6",
            "officials",
            "said",
        ),
        (
            "The truce holds , according to the army .",
            "The:det:2 truce:nsubj:3 holds:root:0 ,:punct:3 according:case:8 to:fixed:5 the:det:8 army:obl:3 .:punct:3",
            "the army",
            "according to",
        ),
    ],
)
def test_a_content_without_a_cue_takes_the_word_it_hangs_from(string: str, tagged: str, source: str, cue: str) -> None:
    text = page(string)
    (one,) = read(text, trees=(parsed(string, tagged),), loose=("The truce holds",))
    assert told(text, one) == (source, [cue], ["The truce holds"], Kind.INDIRECT)


def test_a_content_does_not_run_into_its_cue_s_subject() -> None:
    string = "The truce holds , the chief , Keller , said ."
    tree = parsed(
        string,
        "The:det:2 truce:nsubj:3 holds:ccomp:10 ,:punct:10 the:det:6 chief:nsubj:10 ,:punct:8 Keller:appos:6 "
        ",:punct:6 said:root:0 .:punct:10",
    )
    text = page(string)
    (one,) = read(text, ("Keller", "said", ["The truce holds , the chief"]), trees=(tree,))
    source, _, content, _ = told(text, one)
    assert (source, content) == ("the chief , Keller", ["The truce holds"])


NESTED = {
    "a verb's clause": (
        "Keller said that Orel had told the army to leave soon .",
        "Keller:nsubj:2 said:root:0 that:mark:6 Orel:nsubj:6 had:aux:6 told:ccomp:2 the:det:8 army:nsubj:10 to:mark:10 "
        "leave:ccomp:6 soon:advmod:10 .:punct:2",
        "that Orel had told the army to leave soon",
        ("Orel", ["told"], ["the army to leave soon"], Kind.INDIRECT),
    ),
    "somebody's claim": (
        "Keller denied Orel 's claim that the army had left .",
        "Keller:nsubj:2 denied:root:0 Orel:nmod:poss:5 's:case:3 claim:obj:2 that:mark:10 the:det:8 army:nsubj:10 "
        "had:aux:10 left:ccomp:5 .:punct:2",
        "Orel 's claim that the army had left",
        ("Orel 's", ["claim"], ["that the army had left"], Kind.INDIRECT),
    ),
}


@pytest.mark.parametrize(("string", "tagged", "outer", "inner"), NESTED.values(), ids=NESTED.keys())
def test_a_report_inside_a_report_names_the_one_it_is_in(
    string: str, tagged: str, outer: str, inner: tuple[str, list[str], list[str], Kind]
) -> None:
    text = page(string)
    cue = string.split()[1]
    first, second = read(text, ("Keller", cue, [outer]), trees=(parsed(string, tagged),))
    assert told(text, first)[2] == [outer]
    assert told(text, second) == inner
    assert (first.nested_in, second.nested_in) == (None, first.content[0])
