"""How far left a name in capitals reaches.

Input: the words that lead to the Chinese, the Chinese. Output: the words that belong to the name: a run of
capitalised words and the small words of names, without owners, titles and what begins the sentence.
"""

from __future__ import annotations

from site_builder.annotate import stopwords as lists
from site_builder.annotate.dictionary import Dictionary
from site_builder.annotate.kinds import is_name_long, surname
from site_builder.annotate.phrases import supported
from site_builder.annotate.senses import is_sense
from site_builder.annotate.spelling import fits, spells_head
from site_builder.annotate.tokens import Token

_LEADERS = lists.CLOSED | lists.VERBS | lists.CONNECTORS
_FIRST = lists.TITLES | {"former", "famous", "popular", "renowned", "well-known", "controversial", "local"}
_COMPOUND = 4  # Hanzi: a shorter term has no room for both sides of an ``and``
_LONGEST_OWNER = 4  # Hanzi of an owner that a dictionary has
_OWNER_WITHIN = 3  # Hanzi in which the owner stands
_FROM = ("-based", "-born", "-owned", "-backed", "-listed", "-led", "-headquartered")
_ROLES = ("seller", "maker", "worker", "keeper", "owner", "holder", "driver", "ist", "ian", "ess", "woman")
_CALLED = frozenset({"先生", "女士", "小姐", "太太", "教授", "老师", "老師", "医生", "醫生", "夫人"})
_NUMERALS = frozenset("0123456789〇零一二三四五六七八九十百千万两")
_CHINA = ("中", "华", "華", "全国", "全國")


def capitals(
    tokens: list[Token], signs: str, dictionary: Dictionary | None = None, *, counts: bool = False
) -> list[Token]:
    """Return the run of capitalised words, joined by the small words of names, that ends the tokens.

    ``dictionary`` helps to tell ``Belt and Road`` from ``Alibaba and Tencent``; ``counts`` says that the Chinese
    has digits, which the signs have not.
    """
    first, counts = len(tokens), counts or any(sign in _NUMERALS for sign in signs)
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].text.isdecimal() and not counts:
            break
        if tokens[at].named:
            first = at
        elif not _connects(tokens, at):
            break
    if first == len(tokens):
        return []
    kept = _after_conjunction(tokens[first:], signs, dictionary)
    kept = _after_owner(kept, signs, dictionary)
    kept = _after_title(kept, signs)
    return _without_head(kept, signs)


def _connects(tokens: list[Token], at: int) -> bool:
    """Tell whether a small word stands inside a name: ``of``, ``the``, ``a`` in ``Notes from a Village``."""
    word = tokens[at].word
    return word in lists.CONNECTORS or (word in {"a", "an"} and at > 0 and tokens[at - 1].word in lists.CONNECTORS)


def _after_conjunction(tokens: list[Token], signs: str, dictionary: Dictionary | None) -> list[Token]:
    """Cut at ``and`` and the like where two names are joined, not one name continued."""
    for at in range(len(tokens) - 1, 0, -1):
        word = tokens[at].word
        if word == "and" and not _one_name(tokens, at, signs, dictionary):
            return tokens[at + 1 :]
        if word in {"in", "at", "with", "to", "on"} and len(tokens[at + 1 :]) * 2 >= len(signs):
            if dictionary and _one_title(tokens, at, signs, dictionary):
                continue
            return tokens[at + 1 :]
    return tokens


def _one_title(tokens: list[Token], at: int, signs: str, dictionary: Dictionary) -> bool:
    """Tell whether a preposition stands inside a title: ``Law on …``, ``Love in the …``, not ``Alibaba in …``."""
    if tokens[at].word != "at" and supported(tokens[at - 1 : at], signs, dictionary):
        return True
    right = tokens[at + 1 :]
    if right[0].word not in lists.ARTICLES or any(one.word in lists.ORGANISATION_HEADS for one in right):
        return False
    return not supported(right, signs, dictionary)


def _one_name(tokens: list[Token], at: int, signs: str, dictionary: Dictionary | None) -> bool:
    """Tell whether ``and`` at index ``at`` stands inside one name: the Chinese, or its meaning, has both sides."""
    if any(sign in "和与及暨與" for sign in signs):
        return True
    left = {one.word for one in tokens[:at]}
    right = tokens[at + 1 :]
    heads = lists.ORGANISATION_HEADS
    if tokens[at - 1].word in heads or right[0].word in heads or right[0].word in lists.ARTICLES:
        return False
    if tokens[at - 1].word == right[-1].word:
        return False  # two names of one kind: ``the Labour Law and the Contract Law``
    if dictionary and len(signs) >= _COMPOUND and supported(tokens[at - 1 : at], signs, dictionary):
        return True
    return right[-1].word in heads or (bool(left & heads) and "of" in left)


def _owner_is_told(owner: list[Token], signs: str, dictionary: Dictionary | None) -> bool:
    """Tell whether the Chinese begins with an owner of several words: ``Fudan University’s School of …``."""
    first = next((one.text for one in owner if one.word not in lists.ARTICLES), "")
    if spells_head(signs, first):
        return True
    heads = [signs[:size] for size in range(2, min(_LONGEST_OWNER + 1, len(signs) - 1))]
    return dictionary is not None and any(is_sense(head, first, dictionary) for head in heads)


def _belongs(owner: str, signs: str) -> bool:
    """Tell whether the Chinese has its owner at its head: ``Old Xu’s Notes`` (老徐手记)."""
    return spells_head(signs, owner) or any(fits(sign, owner) for sign in signs[:_OWNER_WITHIN])


def _after_owner(tokens: list[Token], signs: str, dictionary: Dictionary | None) -> list[Token]:
    """Cut behind ``Alibaba’s``, unless the Chinese begins with the owner or the owner belongs to the name."""
    for at in range(len(tokens) - 2, -1, -1):
        owner = tokens[at].owner
        if not owner or tokens[at].word in lists.OWNERS or _belongs(owner, signs):
            continue
        if at and _owner_is_told(tokens[: at + 1], signs, dictionary):
            continue
        if owner == "china" and signs.startswith(("中", "我国", "我國")):
            continue
        return tokens[at + 1 :]
    return tokens


def _after_title(tokens: list[Token], signs: str) -> list[Token]:
    """Cut behind the last title before a person's name: ``Hunan Governor Lin Anfeng``."""
    if not is_name_long(signs) or not surname(signs):
        return tokens
    for at in range(len(tokens) - 2, 0, -1):
        if tokens[at].word in lists.TITLES and tokens[at + 1].named:
            return tokens[at + 1 :]
    return tokens


def _without_head(tokens: list[Token], signs: str) -> list[Token]:
    """Drop what leads a name and is none of it: ``In`` at the head of a sentence, ``President``, ``Chinese``."""
    words = list(tokens)
    while words[1:] and _leads(words, signs):
        words = words[1:]
    word = words[0].word
    alone = not words[1:]
    return [] if alone and (word in lists.LABELS or (words[0].first and word in lists.CLOSED)) else words


def _is_role(word: str) -> bool:
    """Tell whether a word at the head of a sentence says what somebody is: ``Bookseller Lam Wing-kee``."""
    return word in lists.PEOPLE or word.endswith(_ROLES)


def _leads(words: list[Token], signs: str) -> bool:
    one, word = words[0], words[0].word
    if word.endswith(_FROM) or (one.text.isupper() and word in lists.ORGANISATION_NOUNS):
        return True
    if one.first and words[2:] and is_name_long(signs) and surname(signs) and _is_role(word):
        return True
    if word in lists.TITLES and signs[-2:] in _CALLED:
        return False
    if one.text.islower() or one.first:
        return word in _LEADERS or (one.first and word in _FIRST)
    if word in lists.PEOPLES:
        return not signs.startswith(_CHINA)
    return word in lists.TITLES and is_name_long(signs) and bool(surname(signs)) and bool(words[2:])
