"""Bytes to text: every encoding a page may come in, and what is no text at all."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.reading.decode import Undecodable, decode, storable
from trucewatch.record.outcomes import Why

RUSSIAN = "Прекращение огня на реке Осс вступило в силу в полночь, сообщили обе стороны переговоров. "
POLISH = "Żołnierze obu stron wrócili na pozycje wyjściowe, a więźniów zwolniono wczoraj wieczorem. "
FRENCH = "La trêve a été prolongée jusqu’à la fin de l’été, a déclaré l’envoyé de la Conférence. "
GREEK = "Η εκεχειρία παρατάθηκε για ενενήντα ημέρες μετά τις συνομιλίες στην πρωτεύουσα. "
JAPANESE = "停戦は真夜中に発効し、両国の代表団は捕虜の交換について話し合いを続けている。"
MARKED = '<html><head><meta charset="{}"></head><body><p>{}</p></body></html>'


def why(data: bytes) -> Why | None:
    result = decode(data)
    return result.why if isinstance(result, Undecodable) else None


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("utf-8", "utf-8", FRENCH),
        ("windows-1251", "cp1251", RUSSIAN),
        ("koi8-r", "koi8_r", RUSSIAN),
        ("iso-8859-2", "iso8859_2", POLISH),
        ("windows-1253", "cp1253", GREEK),
        ("shift_jis", "cp932", JAPANESE),
        ("gb2312", "gb18030", "停火协议于午夜生效。"),
        ("iso-8859-1", "cp1252", "“Peace” – for 90 days…"),  # browsers read this label as windows-1252
        ("us-ascii", "cp1252", "the envoy’s words"),
    ],
)
def test_a_declared_encoding_is_believed(label: str, codec: str, text: str) -> None:
    assert decode(MARKED.format(label, text).encode(codec)) == MARKED.format(label, text)


def test_the_xml_declaration_and_the_caller_are_believed_too() -> None:
    page = '<?xml version="1.0" encoding="windows-1251"?><html><body>' + RUSSIAN + "</body></html>"
    assert decode(page.encode("cp1251")) == page
    assert decode(RUSSIAN.encode("koi8_r"), declared="koi8-r") == RUSSIAN


def test_valid_utf8_wins_over_a_wrong_declaration() -> None:
    page = MARKED.format("iso-8859-1", RUSSIAN)
    assert decode(page.encode("utf-8")) == page


def test_an_unknown_or_absurd_declaration_is_passed_over() -> None:
    for label in ("x-none", "utf-16", "hex", "rot13", "zip", "undefined"):
        page = MARKED.format(label, "the envoy’s words, “read” aloud")
        assert decode(page.encode("utf-8")) == page
        assert decode(page.encode("cp1252")) == page


@pytest.mark.parametrize(
    ("codec", "text"), [("cp1251", RUSSIAN), ("cp1252", FRENCH), ("cp1253", GREEK), ("cp932", JAPANESE)]
)
def test_an_undeclared_encoding_is_detected(codec: str, text: str) -> None:
    assert decode((text * 20).encode(codec)) == text * 20


def test_stray_windows_bytes_in_utf8_are_read_one_by_one() -> None:
    text = "Der Präsident sagte, die Waffenruhe gelte für alle Gebiete östlich der Oss. " * 3
    mixed = text.encode("utf-8") + b" It\x92s over \x96 for now."
    assert decode(mixed) == text + " It’s over – for now."


def test_a_character_broken_off_at_the_end_is_one_replacement() -> None:
    data = (FRENCH * 3 + "é").encode("utf-8")[:-1]
    assert decode(data) == FRENCH * 3 + "�"


def test_one_windows_letter_at_the_end_of_plain_words_is_a_letter() -> None:
    assert decode(b"a caf\xe9") == "a café"


def test_byte_order_marks_decide_and_stay() -> None:
    for codec in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        assert decode(("\ufeff" + RUSSIAN).encode(codec)) == "\ufeff" + RUSSIAN
    assert decode(("\ufeff" + FRENCH).encode("utf-8"), declared="koi8-r") == "\ufeff" + FRENCH


def test_unmarked_utf16_is_seen() -> None:
    assert decode("A ceasefire was agreed.\r\n".encode("utf-16-le")) == "A ceasefire was agreed.\r\n"
    assert decode("A ceasefire was agreed.\r\n".encode("utf-16-be")) == "A ceasefire was agreed.\r\n"


def test_what_offsets_count_on_stays() -> None:
    text = "a\r\nb\u00a0c\u00adﬁ\u200f\u202ed\te\n\n"
    assert decode(text.encode("utf-8")) == text


def test_nul_and_surrogates_become_one_replacement_each() -> None:
    assert decode(b"a ceasefire\x00\x00 holds") == "a ceasefire�� holds"
    assert decode(b"a ceasefire \xed\xa0\x80 holds \xed\xbf\xbf") == "a ceasefire � holds �"
    assert storable("\ud800x\x00\udfff") == "�x��"


def test_noise_is_not_text() -> None:
    noise = random.Random(5)  # noqa: S311 - the same noise in every run
    assert why(noise.randbytes(20_000)) is Why.NOT_TEXT
    assert why(bytes(noise.choices(range(128, 256), k=20_000))) is not Why.EMPTY
    for head in (b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\x1f\x8b\x08\x00", b"\xff\xd8\xff\xe0"):
        assert why(head + b"some words that look like text") is Why.NOT_TEXT


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00\x00", "\u00a0\u2003".encode()])
def test_nothing_is_empty(data: bytes) -> None:
    assert why(data) is Why.EMPTY


@given(st.binary(max_size=2_000), st.sampled_from([None, "utf-8", "windows-1251", "shift_jis", "iso-2022-jp", "x"]))
def test_whatever_comes_is_text_that_can_be_stored_or_a_reason(data: bytes, declared: str | None) -> None:
    result = decode(data, declared=declared)
    if isinstance(result, Undecodable):
        assert result.why in (Why.EMPTY, Why.NOT_TEXT)
        assert result.detail
    else:
        assert "\x00" not in result
        assert result.encode("utf-8").decode("utf-8") == result
        assert result.strip()


@given(st.text(min_size=1).filter(lambda text: text.strip("\x00\ufeff\ufffe") and text.strip()))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    result = decode(("Menderal " * 40 + text).encode("utf-8"))
    assert result == "Menderal " * 40 + text.replace("\x00", "�") or isinstance(result, Undecodable)


def test_time_grows_with_the_bytes() -> None:
    started = time.process_time()
    decode(b"\xff\xe9 caf\xe9 " * 400_000)
    decode(b"<meta " * 800_000 + b"\xe9")
    decode(b"\x81" * 3_000_000)
    assert time.process_time() - started < 20
