"""Which words of a Chinese text are people's names, by the words around them.

Input: the words of a text in simplified characters, and what is known of words. Output: the same text in words, a name
being one, and which of them are names. A surname is a word of its own as often as not, and so is a given name; what
tells is the title before them, or a title, a verb of speech or of a life behind them, or a name beside them in a list.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.annotate.segment import Vocabulary
from site_builder.annotate.surnames import CALLED_BEHIND, NOT_GIVEN
from site_builder.model.han import HANZI_ONLY


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BEFORE = _words("""
总统 主席 总理 首相 部长 副部长 省长 副省长 市长 副市长 县长 区长 镇长 乡长 村长 州长 局长 副局长 厅长 处长 科长
司长 院长 副院长 校长 副校长 所长 馆长 会长 副会长 社长 团长 队长 班长 组长 台长 站长 行长 书记 副书记 秘书长 主任
副主任 董事长 总裁 副总裁 总经理 经理 总监 首席执行官 老板 创始人 负责人 发言人 代表 委员 议员 大使 将军 司令 政委
教授 副教授 老师 讲师 博士 院士 学者 专家 研究员 工程师 科学家 经济学家 历史学家 社会学家 哲学家 医生 护士 律师
法官 检察官 警官 民警 记者 编辑 主编 主持人 评论员 作家 诗人 作者 编剧 导演 制片人 演员 歌手 歌星 影星 明星 艺人
画家 艺术家 音乐家 作曲家 钢琴家 舞蹈家 摄影师 设计师 建筑师 模特 网红 博主 主播 球星 球员 队员 运动员 选手 教练
主教练 冠军 司机 农民 村民 居民 市民 工人 职工 员工 学生 同学 男孩 女孩 男子 女子 青年 老人 妻子 丈夫 儿子 女儿
父亲 母亲 哥哥 弟弟 姐姐 妹妹 同事 嫌疑人 被告人 被告 原告 死者 当事人 受害人 目击者 志愿者 网友 粉丝 名叫 名为
叫做 姓名 化名
""")
"""What somebody is, before the name."""
_BEHIND = _words("""
先生 女士 小姐 太太 夫人 同志 老师 教授 博士 院士 医生 律师 主任 局长 院长 校长 部长 市长 书记 经理 总裁 董事长
总经理 导演 记者 警官 法官 同学 师傅 大爷 阿姨 说 说道 表示 认为 指出 强调 告诉 介绍 透露 称 坦言 回忆 回忆说 解释
回答 回应 宣布 承认 否认 质疑 呼吁 提议 发言 致辞 讲话 写道 接受 出席 缺席 当选 担任 出任 就任 上任 卸任 辞职 退休
去世 逝世 病逝 出生 毕业 结婚 离婚 获奖 夺冠 被捕 被判 自杀 遇害 获释 主演 饰演 执导 领衔
""")
"""What somebody is or does, behind the name."""
_OPENING = frozenset("，。；：、！？“”‘’「」《》（）() \n,.;:!?")
_JOINING = _words("和 与 及 跟 同 向 对 据 由 让 请 给 被 把 而 但 但是 当时 目前 昨天 今天 日前 随后 此前 其中")
_ALSO_WORDS = frozenset("曾常何任方单解高应查时向于和都会当从连越过能有相还可别全双安平成明")
"""Surnames that stand before other words as often: 曾多次表示; a title must stand before them."""
_LISTING = "、"
_CALLED = frozenset("老小")
"""What one calls somebody by before a surname: 老王."""
_TELLING = _BEFORE | _BEHIND | CALLED_BEHIND | _CALLED | {_LISTING}
_GOES_ON = NOT_GIVEN | frozenset(
    "向同跟说称问写表为用让使曾已将正会要能可因并只仍刚未没很走坐站跑拿看听哭笑死住回开关做打收任出入进是等则却"
)
"""Characters that go on behind a name more often than they end one."""
_PAIR = 2
_GIVEN, _NAME = 2, 4  # characters at most


def people(words: list[str], vocabulary: Vocabulary) -> tuple[list[str], list[int]]:
    """Return the words, names joined, and the places of the names that the words around them tell."""
    if _TELLING.isdisjoint(words):
        return words, []
    joined, names, at = list[str](), list[int](), 0
    while at < len(words):
        count = _name(words, at, vocabulary)
        if count:
            names.append(len(joined))
        joined.append("".join(words[at : at + max(1, count)]))
        at += max(1, count)
    return joined, names


def _name(words: Sequence[str], at: int, vocabulary: Vocabulary) -> int:
    """Return how many words from ``at`` on are a name that the words around it tell, or 0."""
    word = words[at]
    surnames = vocabulary.names.surnames
    if word in _CALLED and at + 1 < len(words) and words[at + 1] in vocabulary.names.sure:
        return 2
    if word in surnames and word not in _JOINING and words[at + 1 : at + 2] and _may_follow(words[at + 1]):
        if words[at + 1] in CALLED_BEHIND and (word in vocabulary.names.sure or _opens(words, at)):
            return 1
        titled, told, opens = _around(words, at, at + 2)
        sure = titled and (told or not surnames[word].rare)
        plain = not surnames[word].rare and word not in _ALSO_WORDS
        return 2 if sure or (plain and opens and told) else 0
    if not _may_be_whole(word, vocabulary):
        return 0
    titled, told, _ = _around(words, at, at + 1)
    if titled and not told and len(word) == _PAIR and _ends_name(words[at + 1 : at + 2]):
        return 2
    return 1 if titled or told or _listed(words, at, vocabulary) else 0


def _ends_name(word: Sequence[str]) -> bool:
    """Tell whether one more character ends a name that the segmenter cut behind its second: 律师 + 江天 + 勇."""
    return bool(word) and len(word[0]) == 1 and HANZI_ONLY.fullmatch(word[0]) is not None and word[0] not in _GOES_ON


def _listed(words: Sequence[str], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a name stands beside the word in a list: 王强、滕彪."""
    beside = [words[other] for sign, other in ((at - 1, at - 2), (at + 1, at + 2)) if _is_listing(words, sign, other)]
    return any(HANZI_ONLY.fullmatch(word) and vocabulary.is_name(word) for word in beside)


def _is_listing(words: Sequence[str], sign: int, other: int) -> bool:
    return 0 <= sign < len(words) and 0 <= other < len(words) and words[sign] == _LISTING


def _around(words: Sequence[str], start: int, end: int) -> tuple[bool, bool, bool]:
    """Tell whether a title stands before, whether something tells behind, whether a clause may begin at the start."""
    before = words[start - 1] if start else ""
    behind = words[end] if end < len(words) else ""
    return before in _BEFORE, behind in _BEHIND, _opens(words, start)


def _opens(words: Sequence[str], at: int) -> bool:
    before = words[at - 1] if at else ""
    return not before or before in _OPENING or before in _JOINING


def _may_follow(word: str) -> bool:
    return word in CALLED_BEHIND or _may_be_given(word)


def _may_be_given(word: str) -> bool:
    if len(word) > _GIVEN or word in _BEFORE or word in _BEHIND or not HANZI_ONLY.fullmatch(word):
        return False
    return len(word) > 1 or word not in NOT_GIVEN


def _may_be_whole(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a word that no dictionary has begins with a surname and is as long as a name."""
    if not 1 < len(word) <= _NAME or not HANZI_ONLY.fullmatch(word):
        return False
    surname = vocabulary.names.surname(word)
    if word[len(surname) :] in NOT_GIVEN or word[0] in _JOINING:
        return False
    return 0 < len(word) - len(surname) <= _GIVEN and bool(surname) and vocabulary.known(word) is None
