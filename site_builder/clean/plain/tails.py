"""What ends several articles of one page alike, in HTML: buttons and links of the template under each of them.

Input: what was made of the articles of a page. Output: the same without such lines; the ledger names the rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from site_builder.clean.lines.line import weigh
from site_builder.model.scrape import Cleaned

_LETTER = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\]\([^()\s]*\)")
_LONGEST = 12.0  # words of such a line: reporters use a sentence again
_RULE = "comes back on the page"


def without_shared_tails(found: Sequence[Cleaned]) -> list[Cleaned]:
    """Return the articles without the last lines that two of them share, figures aside."""
    kept = list(found)
    while len(kept) > 1:
        ends = [_last(one) for one in kept]
        counts = Counter(end for end in ends if end)
        shared = {end for end, count in counts.items() if count > 1}
        cut = [_cut(one) if end in shared else one for one, end in zip(kept, ends, strict=True)]
        if cut == kept:
            break
        kept = cut
    return kept


def _letters(text: str) -> str:
    return "".join(_LETTER.findall(_ADDRESS.sub("", text))).casefold()


def _blocks(one: Cleaned) -> list[str]:
    return one.drafts[0].article.body.strip().split("\n\n") if len(one.drafts) == 1 else []


def _last(one: Cleaned) -> str:
    """Return the letters of the last line of an article's text, or "" where it is no short one."""
    blocks = _blocks(one)
    said = next((entry.text for entry in reversed(one.ledger) if entry.part in {"body", "heading"}), "")
    short = len(blocks) > 1 and weigh(said) <= _LONGEST
    return _letters(said) if short and _letters(said) == _letters(blocks[-1]) else ""


def _cut(one: Cleaned) -> Cleaned:
    """Return an article without the last line of its text."""
    at = max(i for i, entry in enumerate(one.ledger) if entry.part in {"body", "heading"})
    dropped = replace(one.ledger[at], article=None, part="", rule=_RULE)
    draft = one.drafts[0]
    article = replace(draft.article, body="\n\n".join(_blocks(one)[:-1]) + "\n")
    ledger = (*one.ledger[:at], dropped, *one.ledger[at + 1 :])
    return replace(one, drafts=(replace(draft, article=article),), ledger=ledger)
