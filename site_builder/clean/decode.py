"""Bytes of a scrape to text: finds the encoding, mends mojibake, and logs what it mended.

Input: the bytes of one file, in any encoding. Output: ``Decoded`` (text, encoding, repairs).
Line breaks are counted as in the file, so that a line number means the same before and after.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MAGIC = (
    (b"\x1f\x8b", "gzip data"),
    (b"PK\x03\x04", "a zip archive"),
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"bplist00", "a binary property list"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
)
_META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""")
_LOOK = 1 << 17  # a declaration further in than this is not one

# WHATWG Encoding, "Names and labels": pages that say the narrow name mean the wide one.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "shift_jis": "cp932",
    "sjis": "cp932",
    "euc-kr": "cp949",
}
_GUESSES = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp1252")

# The most frequent characters of running text: in the right encoding they are everywhere, in a wrong one rare.
_FREQUENT = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实"
    "這個們來為國說時會對於過發後裡種經學現當沒動還進樣開從實與長點關機樓話電問間東車書見義體頭聲應報數"
    "日月，。、：；？！“”‘’（）《》「」"
)
_KANA_HANGUL = re.compile(r"[\u3041-\u30ff\uac00-\ud7a3]")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}")
_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_ODD = re.compile(f"{_DROPPED.pattern[:-1]}{_BIDI.pattern[1:]}")
_GB_MOJIBAKE = re.compile(r"[\u4e00-\u9fff€-￥\ue000-\uf8ff]{6,}")
_SUSPECT = re.compile(r"[\x80-\u045f][\x80-\u045f\u2010-\u2122]")  # ftfy knows no mojibake without such a pair
_PIECES = re.compile(r'([<>"\n])')
_MOST_BAD = 0.02  # of all characters: more broken ones than this, and it is no UTF-8


class NotTextError(ValueError):
    """The bytes are no text in any encoding; the message says what they look like."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text with line feeds only, the encoding it was in, and a line for people about each repair."""

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """Return the text of ``data``; raise ``NotTextError`` for bytes that are no text."""
    _refuse_binary(data)
    text, encoding, repairs = _decode(data)
    text, more = mend(text)
    return Decoded(text, encoding, (*repairs, *more))


def _refuse_binary(data: bytes) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            message = f"this is {name}, not text"
            raise NotTextError(message)
    if not any(data.startswith(bom) for bom, _ in _BOMS) and data[:4096].count(0) * 10 > len(data[:4096]):
        message = "these bytes are no text (they hold many NUL bytes)"
        raise NotTextError(message)


def _decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data.decode(encoding, "replace")
            return text, encoding.removesuffix("-sig"), _lost(text)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data)
    unpacked = _hz(data, text)
    if unpacked:
        return unpacked, "hz", ("read as HZ (GB 2312 in seven bits)",)
    return text, "utf-8", ()


def _hz(data: bytes, text: str) -> str:
    """Return HZ-encoded Chinese (RFC 1843) decoded, or "" where ``data`` is not that."""
    if not text.isascii() or not _HZ.search(data):
        return ""
    try:
        return _HZ.sub(lambda run: run[0].decode("hz").encode(), data).decode()
    except UnicodeDecodeError:
        return ""


def declared(data: bytes) -> str:
    """Return the name of the encoding that a page's head or XML declaration names, lower case, or ""."""
    found = _XML.search(data[:_LOOK]) or _META.search(data[:_LOOK])
    return found[1].decode("ascii").lower() if found else ""


def _not_utf8(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    name = declared(data)
    wide = _WIDER.get(name, name)
    best = max(_candidates(data, wide), key=lambda candidate: candidate[0])
    _, text, encoding = best
    if encoding == "utf-8":
        return text, encoding, _lost(text)
    if not name:
        return text, encoding, (f"no encoding was named; read as {encoding}", *_lost(text))
    if encoding != wide:
        return text, encoding, (f"the page says {name}, but reads as {encoding}", *_lost(text))
    return text, encoding, _lost(text)


def _candidates(data: bytes, declared_name: str) -> list[tuple[float, str, str]]:
    """Return (likelihood, text, encoding) for each encoding worth a try; the declared one is believed a little more."""
    found = []
    names = dict.fromkeys(("utf-8", *([declared_name] if declared_name else []), *_GUESSES))
    for encoding in names:
        try:
            text = data.decode(encoding, "replace")
        except LookupError:
            continue
        score = _likelihood(text) + (0.1 if encoding == declared_name else 0.0)
        found.append((score + (0.5 if encoding == "utf-8" else 0.0), text, encoding))
    return found


def _likelihood(text: str) -> float:
    """Return how much ``text`` looks like words: 1.0 and more is good, below 0 is broken."""
    strange = _NON_ASCII.findall(text)
    if not strange:
        return 1.0
    broken = text.count("\ufffd")
    private = sum("\ue000" <= c <= "\uf8ff" or "\x80" <= c <= "\x9f" for c in strange)
    if broken > _MOST_BAD * len(strange) + 1:
        return -broken / len(strange)
    frequent = sum(c in _FREQUENT for c in strange) + len(_KANA_HANGUL.findall(text))
    letters = sum("\u00a0" <= c <= "\u024f" or "\u2010" <= c <= "\u2044" for c in strange)
    return float(2 * frequent + 0.6 * letters - 2 * private - 4 * broken) / len(strange)


def _lost(text: str) -> tuple[str, ...]:
    lost = text.count("\ufffd")
    return (f"{lost} bytes were damaged and stand as \ufffd",) if lost else ()


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` with line feeds only, without control characters, mojibake mended line by line, and the log.

    Words, quotation marks and full-width signs stay as they are; no line is added or removed.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", " ").replace("\x0c", " ")
    text = text.removeprefix("\ufeff")
    log: list[str] = []
    if _ODD.search(text):
        text = _without(_DROPPED, text, "control characters", log)
        text = _without(_BIDI, text, "marks that turn the direction of writing", log)
    lines = [] if text.isascii() else text.split("\n")
    foreign = "\n".join(line for line in lines if not line.isascii())
    if not (_SUSPECT.search(foreign) or _GB_MOJIBAKE.search(foreign)):
        return text, tuple(log)
    mended = [_mend_line(line) for line in lines]
    for number, (before, after) in enumerate(zip(lines, mended, strict=True), 1):
        if before != after:
            log.append(f"line {number}: mojibake mended")
    return "\n".join(mended), tuple(log)


def _without(pattern: re.Pattern[str], text: str, what: str, log: list[str]) -> str:
    text, count = pattern.subn("", text)
    if count:
        log.append(f"{count} {what} removed")
    return text


def _mend_line(line: str) -> str:
    if line.isascii():
        return line
    line = _GB_MOJIBAKE.sub(_unread_as_gb, line)
    if not _SUSPECT.search(line):
        return line
    # Only what stands between two marks of markup can be one damaged string; a page may be one line of a megabyte.
    return "".join(_mend_piece(piece) if _SUSPECT.search(piece) else piece for piece in _PIECES.split(line))


def _mend_piece(piece: str) -> str:
    from ftfy import TextFixerConfig, fix_text  # noqa: PLC0415 - ftfy is only needed at ingest
    from ftfy.badness import is_bad  # noqa: PLC0415 - as above

    if not is_bad(piece):
        return piece
    config = TextFixerConfig(
        unescape_html=False,
        uncurl_quotes=False,
        fix_character_width=False,
        fix_latin_ligatures=False,
        fix_line_breaks=False,
        remove_terminal_escapes=False,
        normalization=None,
    )
    return str(fix_text(piece, config)).replace("\n", " ")


def _unread_as_gb(run: re.Match[str]) -> str:
    """Mend UTF-8 that someone read as GBK: true Chinese almost never decodes that way by chance."""
    try:
        text = run[0].encode("gb18030").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return run[0]
    return text if any(c in _FREQUENT for c in text) else run[0]
