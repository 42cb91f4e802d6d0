"""Plain text to Markdown that Python-Markdown reads as the same text.

Input: text as a reader sees it. Output: Markdown of the dialect of ``content/`` (Python-Markdown with
footnotes, attr_list, tables, sane_lists). The rule: what was text stays text, letter for letter.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
_INLINE = re.compile(r"[\\`*{\[<]|_|&(?=#|\w+;)")
_NAMES = {"<": "&lt;", "&": "&amp;"}
_WORDLIKE = re.compile(r"[^\W_]")

# What Python-Markdown takes as a block when a line begins with it: heading, quotation, list, rule, underline.
_HEAD_MARK = re.compile(r"(?m)^( *)(?=[#>]|[-+](?:[\s|:-]|$)|\|)")
_HEAD_NUMBER = re.compile(r"(?m)^( *\d+)\.(?=\s|$)")
_HEAD_RULE = re.compile(r"(?m)^( *)=(?==* *$)")
_HEAD_TABLE = re.compile(r"(?m)^( *):(?=[ |:-]*$)")
_TAIL_HASHES = re.compile(r"#+ *$")
_ENTITY = re.compile(r"(&#?\w+);")  # in an address too, Python-Markdown would read it as a character
_BRACKETS = re.compile(r"(\\.|[\[\]])", re.DOTALL)
_SAFE_SCHEMES = frozenset({"http", "https", "mailto"})


def squeeze(text: str) -> str:
    """Return ``text`` as HTML shows it: runs of blanks are one space, none at the ends (also no U+3000 there)."""
    return " ".join(text.split()) if text.isascii() else _BLANKS.sub(" ", text).strip()


def escape(text: str) -> str:
    r"""Return ``text`` so that it means itself inside a paragraph, heading, item or cell.

    What only matters at the head of a line is left to ``paragraph``. Text of one run must be escaped
    in one call, since a mark may need its neighbours to be one (``&`` and ``lt;``).

    >>> escape("user_credit_score *no* <b> &lt;")
    'user_credit_score \\*no\\* &lt;b> &amp;lt;'
    """

    def one(found: re.Match[str]) -> str:
        mark = found[0]
        if mark == "_" and _between_letters(text, found.start()):
            return mark
        return _NAMES.get(mark) or "\\" + mark

    return _INLINE.sub(one, text)


def _between_letters(text: str, at: int) -> bool:
    """Tell whether the underscore at ``at`` stands inside a word, where it emphasises nothing."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(_WORDLIKE.match(before) and _WORDLIKE.match(after))


def paragraph(inline: str) -> str:
    r"""Return escaped text or inline Markdown so that none of its lines begins a block.

    >>> paragraph("#诚信点亮中国# is a hashtag")
    '\\#诚信点亮中国# is a hashtag'
    >>> paragraph("2018. “A year.”")
    '2018\\. “A year.”'
    """
    text = _HEAD_MARK.sub(r"\1\\", inline.strip())
    text = _HEAD_NUMBER.sub(r"\1\\.", text)
    text = _HEAD_RULE.sub(r"\1&#61;", text)
    return _HEAD_TABLE.sub(r"\1&#58;", text)


def block(text: str) -> str:
    """Return plain text as one Markdown paragraph that reads the same."""
    return paragraph(escape(squeeze(text)))


def heading(inline: str, level: int) -> str:
    r"""Return a heading of ``level`` 2 to 6; hashes at its end are kept as text.

    >>> heading("The song #点亮#", 2)
    '## The song #点亮\\#'
    """
    text = " ".join(inline.split("\n")).strip()
    text = _TAIL_HASHES.sub(lambda found: found[0].replace("#", "\\#"), text)
    return f"{'#' * min(max(level, 2), 6)} {text}"


def cell(inline: str) -> str:
    """Return inline Markdown for a table's cell: one line, bars escaped."""
    return " ".join(inline.split("\n")).replace("|", "\\|").strip()


def link(inline: str, url: str) -> str:
    """Return a link; where ``url`` is not an http, https or mailto address, only its text."""
    address = safe_url(url)
    if not address or not inline.strip():
        return inline
    return f"[{inline.replace(']', chr(92) + ']')}]({address})"


def caption(inline: str) -> str:
    r"""Return inline Markdown as a caption: written as a picture without an address.

    >>> caption("The mill] at dusk")
    '![The mill\\] at dusk]()'
    """
    depth, out = 0, []
    for piece in _BRACKETS.split(inline.strip()):
        depth += {"[": 1, "]": -1}.get(piece, 0)
        out.append("\\]" if depth < 0 else piece)
        depth = max(depth, 0)
    return f"![{''.join(out)}]()"


def image(alt: str, url: str) -> str:
    """Return an image with ``alt`` (plain text), or "" where ``url`` is not an address to show."""
    address = safe_url(url)
    text = escape(squeeze(alt)).replace("]", "\\]")
    return f"![{text}]({address})" if address else ""


def safe_url(url: str) -> str:
    """Return ``url`` fit for ``[…](…)``, or "" where its scheme could run code or it is no address."""
    text = re.sub(r"[\x00-\x20\x7f]+", lambda found: "%20" if found[0] == " " else "", url.strip())
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SAFE_SCHEMES or not (parts.netloc or parts.path):
        return ""
    return _ENTITY.sub(r"\1%3B", quote(text, safe="%/:?#@!$&*+,;=~-._"))
