"""Personal names: which words have the shape of one, and how their characters are read.

Input: a word in simplified characters, the tables of surnames and of characters in given names. Output: where the
surname ends, and readings. A surname often has a reading of its own: 单 Shàn, 仇 Qiú, 尉迟 Yùchí.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_LONGEST_GIVEN = 2
NOT_GIVEN = frozenset(
    "的了着过和与及或在于是有不也就都还又再从到对为以之其所者们人个次处年月日时内外上下中里前后间等被把将给氏某家姓先州县市省镇村乡山江河湖遍完掉住起到去来"
)
"""Characters that are no given name by themselves: function words, places, times, measures."""

FOREIGN = frozenset("尔爾姆茨兹蒂娅丝拉勒斯")
"""Characters that spell foreign names and hardly stand in a Chinese one: 缪尔 is Muir, not somebody called Miào."""

_CALLED_BEHIND = """
先生 女士 小姐 太太 夫人 同志 老师 教授 博士 院士 医生 大夫 律师 主任 局长 处长 科长
厅长 院长 校长 部长 省长 市长 县长 区长 镇长 村长 所长 会长 书记 经理 总裁 董事长
总经理 导演 记者 编辑 警官 法官 师傅 大爷 大妈 大哥 大姐 阿姨 叔叔 总统 总理 主席 某 某某
"""
CALLED_BEHIND = frozenset(_CALLED_BEHIND.split())
"""What one calls somebody by behind a surname, written apart with a small letter: 王老师 Wáng lǎoshī (6.2.1)."""
_GENERIC = frozenset("省市县区乡镇村庄屯寨堡州城路街桥站站河江湖海岛山洞峰寺庙观馆殿宫楼塔门族氏王公侯帝宗后妃鱼草花树")
"""What places, temples, rulers and kinds of things end in."""


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname's readings, likeliest first.

    ``sure`` where its characters hardly stand in a text as other words; ``rare`` where they are a surname
    only if something else says that a name stands there; ``short`` where one character behind them makes a name too.
    """

    readings: tuple[tuple[str, ...], ...]
    sure: bool = False
    rare: bool = False
    short: bool = True


@dataclass(frozen=True, slots=True)
class Names:
    """The tables: surnames, and readings that a character has in given names.

    ``sure`` are the surnames so marked, ``family`` those too that want a given name of two characters.
    """

    surnames: Mapping[str, Surname]
    given: Mapping[str, str]
    sure: frozenset[str]
    family: frozenset[str]

    def surname(self, word: str) -> str:
        """Return the surname that a name begins with, "" where none; a compound surname comes first."""
        for size in (2, 1):
            if len(word) > size and word[:size] in self.surnames:
                return word[:size]
        return ""

    def shaped(self, word: str) -> str:
        """Return the surname of a word that has the shape of a full name, else ""."""
        surname = self.surname(word)
        given = word[len(surname) :]
        if not surname or self.surnames[surname].rare or len(given) > _LONGEST_GIVEN:
            return ""
        if FOREIGN.issuperset(given) or not self._fits(self.surnames[surname], given):
            return ""
        return surname if len(given) > 1 or given not in NOT_GIVEN else ""

    def common(self, char: str) -> bool:
        """Tell whether a character is a surname that needs nothing else to say so."""
        return char in self.surnames and not self.surnames[char].rare

    def _fits(self, surname: Surname, given: str) -> bool:
        """Tell whether a given name goes with a surname that makes no name with one character more."""
        if surname.short:
            return True
        return len(given) > 1 and FOREIGN.isdisjoint(given) and given[-1] not in _GENERIC


def tables(surnames: Mapping[str, str], given: Mapping[str, str]) -> Names:
    """Return the tables from rows: ``Yue4|Le4``, compound ``Yu4 chi2``, ``!`` sure, ``?`` rare, ``~`` not short."""
    sure = frozenset(key for key, row in surnames.items() if row.endswith("!"))
    family = sure | {key for key, row in surnames.items() if row.endswith("~")}
    return Names({key: _surname(row) for key, row in surnames.items()}, dict(given), sure, family)


def _surname(row: str) -> Surname:
    readings = row.rstrip("!~?").split("|")
    options = tuple(tuple(one.split(" ")) for one in readings)
    return Surname(options, row.endswith("!"), row.endswith("?"), not row.endswith("~"))
