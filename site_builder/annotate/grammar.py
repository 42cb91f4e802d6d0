"""Tells the readings of function words apart by the words around them.

Input: the words of a text and the place of a character that is a word. Output: its reading, or None where no rule
speaks. Each rule has a reason in grammar (Lü Shuxiang, 现代汉语八百词; 现代汉语词典); none knows a single sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PRONOUNS = _words("""
我 你 您 他 她 它 谁 咱 我们 你们 他们 她们 它们 咱们 自己 大家 人民 人们 别人 孩子 什么
何 此 之
""")
_FOR = _words("""
而 提供 服务 奋斗 担保 担心 骄傲 自豪 高兴 感到 着想 准备 作出 做出 打造 创造 带来 带去 营造
注入 庆祝 付出 欢呼 加油 点赞 代言 设计 争取 解决 祝福 辩护 打工 效力 献身 牺牲 辩解 送行
祈祷 祈福 发声 鸣不平 操心 打气 助威 保驾护航 所
""")
"""Verbs that one does *for* somebody: 为 … 服务."""
_DEGREE = _words("""
很 太 非常 更 最 不 这么 那么 如此 十分 特别 相当 真 极 多么 比 像 好 越来越 有点 格外
异常 过于 尤其 无比 一塌糊涂 淋漓尽致
""")
_ONE = frozenset("一二三四五六七八九十两几数每这那哪")
_STAGED = frozenset("赛演戏剧会影秀展球唱舞乐播课试座讲谈")
"""Last characters of what is put on a stage, a field or a screen."""
_UNSTAGED = _words("误会 机会 社会 教会")
_REACH = 6  # words in which the verb of 为 is looked for
_STOPS = frozenset("，。；！？：、,.;!?")


_PARTICLES = {
    "吧": "ba1", "啊": "a1", "哇": "wa1", "啦": "la1", "哩": "li3", "哟": "yo1", "呗": "bei5", "啰": "luo1"
}  # fmt: skip
"""Particles, neutral where they close a clause, and how they are read elsewhere: in names, as a cry, as a sound."""
_CLOSING = frozenset("，。；！？：、…～~,.;!?”’」』》）)\n")
_MILES = frozenset("方英海千百十数一二三四五六七八九0123456789")
"""What stands before 哩, a mile."""
_ASPECT = _words("曾 曾经 没 没有 从未 未曾 不曾 从没 从来没 从来没有 一度 未")
"""Adverbs of what has or has never been: the 过 behind their verb is the aspect."""
_INVITED = _words("邀 邀请 要求 请求 号召 之邀 之请 之约 聘请 约请 征召")
"""What one answers to: 应 … 邀请."""
_HIT = frozenset("射击打猜抽考投撞砸刺踢押")
"""Verbs whose 中 says that they hit."""
_SPOKEN = {"没": "mei2", "给": "gei3", "壳": "ke2"}
"""Characters whose other reading lives in compounds and names only: 给 gěi, but 给予 jǐyǔ (普通话异读词审音表)."""


def reading(words: Sequence[str], at: int) -> str | None:
    """Return the reading of the one-character word at ``at``; all words simplified, neighbours may be anything."""
    char = words[at]
    rule = _RULES.get(char)
    found = rule(words, at) if rule is not None else None
    return found or _SPOKEN.get(char)


def unaided(words: Sequence[str], at: int) -> str | None:
    """Return the reading of a particle, which a model tells better: neutral where it closes a clause, else in full."""
    char = words[at]
    if char not in _PARTICLES:
        return None
    before, after = _near(words, at - 1), _near(words, at + 1)
    closes = at and (not after or after[0] in _CLOSING or after in _PARTICLES)
    measures = char == "哩" and before[-1:] in _MILES
    return f"{_PARTICLES[char][:-1]}5" if closes and not measures else _PARTICLES[char]


def speaks_of(char: str) -> bool:
    """Tell whether a rule knows the character."""
    return char in _RULES or char in _SPOKEN or char in _PARTICLES


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
    staged = any(word[-1:] in _STAGED and word not in _UNSTAGED for word in words[at + 1 : at + 4])
    return "chang3" if staged else "chang2"


def _r(words: Sequence[str], at: int) -> str | None:
    """Read 儿 by itself after another word as the suffix of erhua."""
    before, after = _near(words, at - 1), _near(words, at + 1)
    alone = not before or before in _STOPS or before in {"的", "有", "个", "一", "吾", "我", "小"}
    return None if alone or before[-1] in "木鸡" or after[:1] in {"子", "女", "童", "汗"} else "r5"


def _dou(words: Sequence[str], at: int) -> str | None:
    """Read 都 after a plural or a question word, and before a verb, as all."""
    before = _near(words, at - 1)
    return "dou1" if before[-1:] in {"们", "家", "人", "些", "切", "么", "谁", "每", "何", "全"} else None


def _guo(words: Sequence[str], at: int) -> str | None:
    """Read 过 behind a verb as the aspect in the neutral tone, where an adverb says that something has ever been."""
    return "guo5" if not _ASPECT.isdisjoint(words[max(0, at - 4) : at - 1]) else None


def _ying(words: Sequence[str], at: int) -> str | None:
    """Read 应 as yìng, to answer, where what is answered to follows: 应 … 邀请."""
    for word in words[at + 1 : at + 2 + _REACH]:
        if word in _STOPS:
            break
        if word in _INVITED or word[-2:] in _INVITED:
            return "ying4"
    return None


def _zhong(words: Sequence[str], at: int) -> str | None:
    """Read 中 as zhòng behind a verb of aiming: 射中."""
    return "zhong4" if _near(words, at - 1) in _HIT else None


_RULES: dict[str, Callable[[Sequence[str], int], str | None]] = {
    "了": _le, "为": _wei, "得": _de, "个": _ge, "只": _zhi, "场": _chang, "儿": _r, "都": _dou,
    "过": _guo, "应": _ying, "中": _zhong,
}  # fmt: skip
