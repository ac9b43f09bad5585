"""Which words of a page are its report, and what the others are: templates as sites of different kinds have them."""

import pytest

from tests.reading.html.pages import (
    ARTICLE,
    FIRST,
    FOURTH,
    HEADLINE,
    SECOND,
    THIRD,
    TITLE,
    body,
    draft,
    page,
    paragraphs,
    roles,
)

WHOLE = [FIRST, SECOND, THIRD, FOURTH]
INNER = paragraphs(*WHOLE)
TEMPLATES = {
    "semantic": f"<main><article><h1>{HEADLINE}</h1>{INNER}</article></main>",
    "divs": f"<div id='wrap'><div class='post'><h1>{HEADLINE}</h1><div class='post-content'>{INNER}</div></div></div>",
    "microdata": f"<div><h1 itemprop='headline'>{HEADLINE}</h1><div itemprop='articleBody'>{INNER}</div></div>",
    "table layout": f"<table><tr><td><a href='/'>Home</a></td><td><h2>{HEADLINE}</h2>{INNER}</td></tr></table>",
    "line breaks": f"<div class='text'><h1>{HEADLINE}</h1>{'<br><br>'.join(WHOLE)}</div>",
    "single breaks": f"<div class='text'><h1>{HEADLINE}</h1>{'<br>'.join(WHOLE)}</div>",
    "unclosed": f"<h1>{HEADLINE}</h1><p>{'<p>'.join(WHOLE)}",
    "one form around all": f"<form id='aspnetForm'><div class='content'><h1>{HEADLINE}</h1>{INNER}</div></form>",
    "shown by script": f"<div style='display: none'><h1>{HEADLINE}</h1>{INNER}</div>",
    "cut into columns": (
        f"<h1>{HEADLINE}</h1><div><div class='article-body'>{paragraphs(FIRST, SECOND)}</div></div>"
        f"<div class='ad'>Advertisement</div><div><div class='article-body'>{paragraphs(THIRD, FOURTH)}</div></div>"
    ),
}


@pytest.mark.parametrize("markup", TEMPLATES.values(), ids=TEMPLATES)
def test_the_article_is_found_whole_in_every_template(markup: str) -> None:
    found = roles(page(markup))
    assert [text for text, role in found.items() if role == "paragraph"] == WHOLE
    assert found[HEADLINE] == "headline"


AROUND = [
    ("<nav><ul><li><a href='/w'>World</a></li></ul></nav>", "World", "navigation"),
    ("<div class='breadcrumb'><a href='/'>Home</a> › <a href='/w'>World</a></div>", "Home › World", "navigation"),
    ("<div class='cookie-banner'><p>We use cookies.</p></div>", "We use cookies.", "notice"),
    (
        "<footer><p>© The Valley Post. All rights reserved.</p></footer>",
        "© The Valley Post. All rights reserved.",
        "notice",
    ),
    ("<form><label>Your address</label></form>", "Your address", "navigation"),
    ("<div class='related'><a href='/1'>Prices rise in Jervan</a></div>", "Prices rise in Jervan", "related"),
    ("<aside><h3>Most read</h3></aside>", "Most read", "related"),
    (
        "<div id='comments'><p>I was there and saw no mortar. – K.</p></div>",
        "I was there and saw no mortar. – K.",
        "comment",
    ),
    ("<section class='commentList'><p>Nonsense, all of it.</p></section>", "Nonsense, all of it.", "comment"),
    ("<button>Accept</button>", "Accept", "navigation"),
    ("<noscript>Please switch scripts on.</noscript>", "Please switch scripts on.", "notice"),
]


@pytest.mark.parametrize(("extra", "text", "role"), AROUND, ids=[text for _, text, _ in AROUND])
def test_what_stands_around_is_kept_and_named(extra: str, text: str, role: str) -> None:
    found = roles(page(ARTICLE + extra))
    assert found[text] == role
    assert [words for words, given in found.items() if given == "paragraph"] == WHOLE


INSIDE = [
    ("<figure><img src='a.jpg'><figcaption>The bridge at Karhan. Photo: L. Aranz</figcaption></figure>", "caption"),
    ("<p class='byline'>By Hanne Corvey</p>", "byline"),
    ("<p><a href='/2'>Read more: how the first truce broke</a></p>", "related"),
    ("<p>Related: <a href='/2'>The year of two truces</a></p>", "related"),
    ("<p>Follow us on <a href='/x'>our channel</a> and sign up for the newsletter.</p>", "notice"),
    ("<p>Share</p>", "navigation"),
    ("<p>(Reporting by Hanne Corvey; editing by Joss Medwin)</p>", "byline"),
    ("<p>Lev Aranz contributed to this report.</p>", "byline"),
]


@pytest.mark.parametrize(("extra", "role"), INSIDE, ids=[role + str(n) for n, (_, role) in enumerate(INSIDE)])
def test_what_stands_inside_the_article_and_is_none_of_it(extra: str, role: str) -> None:
    found = roles(
        page(f"<article><h1>{HEADLINE}</h1>{paragraphs(FIRST, SECOND)}{extra}{paragraphs(THIRD, FOURTH)}</article>")
    )
    assert [text for text, given in found.items() if given == "paragraph"] == WHOLE
    assert role in [given for text, given in found.items() if text not in (*WHOLE, HEADLINE)]


def test_lists_quotations_and_subheadings_belong_to_the_article() -> None:
    markup = page(
        f"<article><h1>{HEADLINE}</h1>{paragraphs(FIRST)}<h2>What was agreed</h2>"
        "<ul><li>A truce of ninety days, from noon</li><li>Thirty prisoners home</li></ul>"
        f"<blockquote><p>{SECOND}</p></blockquote>{paragraphs(THIRD, FOURTH)}</article>"
    )
    assert body(markup) == [
        FIRST, "What was agreed", "A truce of ninety days, from noon", "Thirty prisoners home", SECOND, THIRD, FOURTH,
    ]  # fmt: skip


def test_a_list_under_the_label_of_one_is_related() -> None:
    extra = "<h3>You may also like</h3><p><a href='/1'>Grain slips again</a></p><p>A short line about ferries</p>"
    found = roles(page(ARTICLE.replace("</article>", extra + "</article>")))
    assert {found["You may also like"], found["Grain slips again"]} <= {"related", "navigation"}
    assert found["A short line about ferries"] != "paragraph"


def test_names_of_the_template_do_not_hide_the_article() -> None:
    markup = page(f"<div class='sidebar-right share-page has-comments'><h1>{HEADLINE}</h1>{INNER}</div>")
    assert body(markup) == WHOLE


def test_a_drop_capital_and_words_in_marks_stay_in_their_paragraph() -> None:
    words = f"{FIRST[1:30]}<b>{FIRST[30:40]}</b><a href='/'>{FIRST[40:60]}</a>{FIRST[60:]}"
    marked = f"<span class='drop'>{FIRST[0]}</span>{words}"
    assert body(page(f"<article><h1>{HEADLINE}</h1><p>{marked}</p>{paragraphs(SECOND, THIRD)}</article>")) == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_the_headline_is_the_one_the_markup_states_not_the_sites_name() -> None:
    found = roles(page(f"<h1>The Valley Post</h1><div class='content'><h2>{HEADLINE}</h2>{INNER}</div>"))
    assert found[HEADLINE] == "headline"
    assert found["The Valley Post"] == "navigation"


def test_a_headline_said_twice_is_one_headline() -> None:
    read = page(f"<p class='trail'>{HEADLINE}</p>{ARTICLE}<p>{HEADLINE}</p>")
    from_top = [block.role.value for block in draft(read).blocks]
    assert from_top.count("headline") == 1
    assert from_top.index("headline") == 1


def test_the_deck_is_told_from_the_first_paragraph() -> None:
    summary = "Mortars to go back, observers to come; nobody says what follows in the autumn"
    head = f"{TITLE}<meta name='description' content='{summary}'>"
    for markup in (f"<p class='standfirst'>{summary}</p>", f"<h2>{summary}</h2>", f"<p>{summary}</p>"):
        found = roles(page(ARTICLE.replace("</h1>", "</h1>" + markup), head))
        assert found[summary] in ("deck", "paragraph")
        assert found[FIRST] == "paragraph"
    assert roles(page(ARTICLE.replace("</h1>", f"</h1><p class='standfirst'>{summary}</p>"), head))[summary] == "deck"


def test_nothing_readable_is_lost_and_nothing_unreadable_kept() -> None:
    markup = page(
        "<script>var a = 'not words';</script><style>p { color: red }</style><template><p>never</p></template>"
        f"<p hidden>gone</p><div style='display:none'>gone too</div><select><option>Halvern</option></select>{ARTICLE}"
        "<p>A line that stands alone</p><div>And one more</div>"
    )
    found = roles(markup)
    assert {"A line that stands alone", "And one more"} <= found.keys()
    assert not found.keys() & {"var a = 'not words';", "never", "gone", "gone too", "Halvern"}


def test_a_page_of_comments_alone_has_no_report() -> None:
    comments = "".join(f"<div class='comment'><p>{text}</p></div>" for text in ("I agree.", "So do I.", "Not at all."))
    assert body(page(f"<section id='comments'>{comments}</section>")) == []


def test_pages_in_other_languages_are_read() -> None:
    russian = [
        "Стороны договорились продлить перемирие вдоль реки ещё на девяносто дней, сообщил посредник после "
        "переговоров, которые продолжались всю ночь и закончились под утро.",
        "Обе армии должны отвести миномёты за вторую линию до конца месяца, говорится в оглашённом тексте; что будет, "
        "если одна из них этого не сделает, никто не сказал.",
    ]
    assert body(page(f"<article><h1>Перемирие продлено</h1>{paragraphs(*russian * 2)}</article>", "")) != []
    assert set(body(page(f"<article><h1>Перемирие продлено</h1>{paragraphs(*russian)}</article>", ""))) == set(russian)
