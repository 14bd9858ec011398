"""Laws of plain texts: in whichever encoding a text was saved, its characters are what is parsed."""

from __future__ import annotations

import contextlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import shandong_econ as se
from shandong_econ.sources.encoding import decode

EXAMPLES = Path(__file__).parents[2] / "examples"
ZH = (EXAMPLES / "shandong-2022-05.zh.txt").read_text(encoding="utf-8")
EN = (EXAMPLES / "shandong-2022-05.en.txt").read_text(encoding="utf-8").replace("'", "’")


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_a_bulletin_is_read_in_every_encoding(encoding: str, suffix: str, tmp_path: Path) -> None:
    """A Chinese bulletin gives the same report in each encoding, with a mark of byte order and without."""
    path = tmp_path / f"bulletin.{suffix}"
    path.write_bytes(ZH.replace("\r", "").encode(encoding))
    report = se.read(path)
    assert report.text == ZH
    assert report.observations == se.parse(ZH).observations != ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "gb18030", "cp1252"])
def test_an_english_bulletin_with_curly_quotes_is_read(encoding: str) -> None:
    """English with the quotation marks of a word processor is the same text in each encoding."""
    text = EN + "“Shandong’s growth”"
    assert se.read(BytesIO(text.encode(encoding))).text == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=40))
def test_what_is_utf_8_is_read_as_utf_8(text: str) -> None:
    """Bytes that are a text in UTF-8 are never taken for another encoding."""
    if not text.startswith(("PK\x03\x04", "%PDF-")):
        assert decode(text.encode()) == text


@given(st.binary(max_size=60))
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    """Whatever the bytes, they are decoded or refused with a remedy."""
    with contextlib.suppress(se.ReadError):
        assert isinstance(decode(data), str)


def test_what_a_document_declares_goes_before_guessing() -> None:
    """A declared encoding holds, GB2312 as the larger GB18030; one that is unknown or wrong is passed over."""
    assert decode("經濟".encode("big5"), "big5") == "經濟"
    assert decode("朱镕基".encode("gb18030"), "gb2312") == "朱镕基"
    for wrong in ("ascii", "no-such", "base64", "a\0b"):
        assert decode("山东".encode(), wrong) == "山东"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04", "zip"),
        (b"\xd0\xcf\x11\xe0", "old Word"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\xef\xbb\xbf\xff", "UTF-8-SIG"),
        (b"\x81\x02\x81\x30", "no text"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x80", "no text"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, words: str) -> None:
    """A file of another kind is refused by what it is, and a torn text by what is wrong with it."""
    with pytest.raises(se.ReadError, match=words):
        decode(data)


def test_a_text_in_big5_is_refused() -> None:
    """What is read as GB18030 and has more than a few characters for private use is in another encoding."""
    text = "2023年，臺灣省地區生產總值增長4.5%。"
    for written in (text, "增長4.5%，出口總額", f"{'<p>Exports</p>' * 100}{text}"):
        with pytest.raises(se.ReadError, match=r"characters for private use, as one in Big5 would; save it as plain"):
            decode(written.encode("big5"))
    assert decode(text.encode("big5"), "big5") == text
    rare = "2023年，\ue000\ue001县地区生产总值增长4.5%。"
    assert decode(rare.encode("gb18030")) == decode(rare.encode()) == rare
    assert decode((marks := "\uf0b7\uf0b7\uf0b7 出口").encode()) == marks


def test_a_markdown_file_that_is_not_ours_is_a_text(tmp_path: Path) -> None:
    """A .md without our mark is parsed as it stands, and one of our own is read as reports."""
    (tmp_path / "a.md").write_text(f"# 标题\n\n{ZH}", encoding="utf-8")
    assert se.read(tmp_path / "a.md").text == f"# 标题\n\n{ZH}"
    se.export(se.parse(ZH), tmp_path / "a.md")
    assert se.read(tmp_path / "a.md") == se.parse(ZH)
