"""Tells the readings of function words apart by the words around them.

Input: the words of a text and the place of a character that is a word. Output: its reading, or None where no rule
speaks. Each rule has a reason in grammar (Lü Shuxiang, 现代汉语八百词; 现代汉语词典); none knows a single sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

_PRONOUNS = frozenset(
    [
        "我",
        "你",
        "您",
        "他",
        "她",
        "它",
        "谁",
        "咱",
        "我们",
        "你们",
        "他们",
        "她们",
        "它们",
        "咱们",
        "自己",
        "大家",
        "人民",
        "人们",
        "别人",
        "孩子",
        "什么",
        "何",
        "此",
        "之",
    ]
)
_FOR = frozenset(
    [
        "而",
        "提供",
        "服务",
        "奋斗",
        "担保",
        "担心",
        "骄傲",
        "自豪",
        "高兴",
        "感到",
        "着想",
        "准备",
        "作出",
        "做出",
        "打造",
        "创造",
        "带来",
        "带去",
        "营造",
        "注入",
        "庆祝",
        "付出",
        "欢呼",
        "加油",
        "点赞",
        "代言",
        "设计",
        "争取",
        "解决",
        "祝福",
        "辩护",
        "打工",
        "效力",
        "献身",
        "牺牲",
        "辩解",
        "送行",
        "祈祷",
        "祈福",
        "发声",
        "鸣不平",
        "操心",
        "打气",
        "助威",
        "保驾护航",
        "所",
    ]
)
"""Verbs that one does *for* somebody: 为 … 服务."""
_DEGREE = frozenset(
    [
        "很",
        "太",
        "非常",
        "更",
        "最",
        "不",
        "这么",
        "那么",
        "如此",
        "十分",
        "特别",
        "相当",
        "真",
        "极",
        "多么",
        "比",
        "像",
        "好",
        "越来越",
        "有点",
        "格外",
        "异常",
        "过于",
        "尤其",
        "无比",
        "一塌糊涂",
        "淋漓尽致",
    ]
)
_ONE = frozenset("一二三四五六七八九十两几数每这那哪")
_STAGED = frozenset("赛演戏剧会影秀展球唱舞乐播课试座讲谈")
"""Last characters of what is put on a stage, a field or a screen."""
_REACH = 6  # words in which the verb of 为 is looked for
_STOPS = frozenset("，。；！？：、,.;!?")


_SPOKEN = {"没": "mei2", "镐": "gao3", "给": "gei3", "壳": "ke2"}
"""Characters whose other reading lives in compounds and names only: 给 gěi, but 给予 jǐyǔ (普通话异读词审音表)."""


def reading(words: Sequence[str], at: int) -> str | None:
    """Return the reading of the one-character word at ``at``; all words simplified, neighbours may be anything."""
    rule = _RULES.get(words[at])
    return rule(words, at) if rule is not None else _SPOKEN.get(words[at])


def _near(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _le(words: Sequence[str], at: int) -> str:
    """Read 了 as liǎo where it completes a verb (受不了, 去得了), else as the particle."""
    before = _near(words, at - 1)
    completes = (before[-1:] in {"不", "得"} and len(before) > 1) or (before == "不" and at > 1)
    return "liao3" if completes else "le5"


def _wei(words: Sequence[str], at: int) -> str | None:
    """Read 为 as wèi, for, before a person or where a verb follows that one does for somebody."""
    after = _near(words, at + 1)
    if after in _PRONOUNS:
        return "wei4"
    for word in words[at + 2 : at + 2 + _REACH]:
        if word in _STOPS:
            break
        if word in _FOR:
            return "wei4" if word != "所" else "wei2"
    return None


def _de(words: Sequence[str], at: int) -> str | None:
    """Read 得 as the particle between a verb and how it is done (说得很流利)."""
    after = _near(words, at + 1)
    return "de5" if at and (after in _DEGREE or after[:1] in {"很", "太", "更", "最", "多"}) else None


def _ge(words: Sequence[str], at: int) -> str | None:
    """Read 个 after 一 in the neutral tone; after other numbers it is a full measure word."""
    return "ge5" if _near(words, at - 1) == "一" else None


def _zhi(words: Sequence[str], at: int) -> str | None:
    """Read 只 after a number as the measure word of animals and of one of a pair, else as only."""
    before = _near(words, at - 1)
    counted = before[-1:] in _ONE or before[-1:].isdigit()
    return "zhi1" if counted else "zhi3"


def _chang(words: Sequence[str], at: int) -> str | None:
    """Read 场 after a number as chǎng for what is staged, as cháng for what runs its course (一场大雨)."""
    before = _near(words, at - 1)
    if not (before[-1:] in _ONE or before[-1:].isdigit()):
        return None
    return "chang3" if any(word[-1:] in _STAGED for word in words[at + 1 : at + 4]) else "chang2"


def _r(words: Sequence[str], at: int) -> str | None:
    """Read 儿 by itself after another word as the suffix of erhua."""
    before, after = _near(words, at - 1), _near(words, at + 1)
    alone = not before or before in _STOPS or before in {"的", "有", "个", "一", "吾", "我", "小"}
    return None if alone or after[:1] in {"子", "女", "童"} else "r5"


def _dou(words: Sequence[str], at: int) -> str | None:
    """Read 都 after a plural or a question word, and before a verb, as all."""
    before = _near(words, at - 1)
    return "dou1" if before[-1:] in {"们", "家", "人", "些", "切", "么", "谁", "每", "何", "全"} else None


_RULES: dict[str, Callable[[Sequence[str], int], str | None]] = {
    "了": _le, "为": _wei, "得": _de, "个": _ge, "只": _zhi, "场": _chang, "儿": _r, "都": _dou,
}  # fmt: skip
