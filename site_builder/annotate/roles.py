"""What the words around a name say that it is: ``the poet X``, ``the city of X``, ``X, an app for …``.

Input: the words before and behind a pair. Output: a TermKind, or None where they say nothing.
"""

from __future__ import annotations

import re

from site_builder.annotate import stopwords as lists
from site_builder.model.mined import TermKind

_CALLED = frozenset(("called", "named", "nicknamed", "dubbed", "surnamed", "as", "name", "is", "was", "of"))
"""Words that may stand between a noun and the name; ``city of`` leads to a place, ``mayor of`` to no mayor."""
_SURNAMED = re.compile(
    r"\b(?:surnamed|(?:sur|(?:family|last|pen|real|stage|birth|given|full|Chinese) )name(?:,| is| was| of)?)\s+$"
)
_CALLED_SO = re.compile(r"\b(?:[Ss]?[Hh]e|who)\b[^.;:]{0,24}\b(?:nicknamed|dubbed|called|known as)\s*$")
_NICKNAMED = re.compile(r"[)）]?, (?:who (?:is|was) )?(?:nicknamed|dubbed)\s*$")
_APPOSED = re.compile(
    r"[”’\"']?(?:,| is| was|, who is| –| —) (?:also )?"
    r"(?:an?\b|one of [\w’'-]+(?: [\w’'-]+)?|China’s|the (?:country|city|nation|world|company|province)’s|"
    r"the (?=[a-z-]+ (?:[a-z-]+ )?[a-z]+\b)|then\b)\s?"
    r"(?P<words>(?:[\w&’'-]+,? ){0,5}?)(?P<noun>[a-z-]+)(?=[\s,.;:)–—]|$)"
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_PERSONS = _words("""
总理 總理 总统 總統 首相 国务卿 國務卿 主席 总裁 總裁 教授 导演 導演 演员 演員 歌手 作家 诗人 詩人 学者 學者 专家 專家
创始人 創始人 创办人 創辦人 部长 部長 记者 記者 博主 律师 律師 医生 醫生 选手 選手 球星 教练 教練 学家 學家 画家 畫家
女星 男星
经理 經理 总监 總監 研究员 研究員 分析师 分析師 顾问 顧問 编辑 編輯 主编 主編
首席执行官 行政總裁 大使 发言人 發言人 冠军 冠軍
""")
_ORGANISATIONS = _words("""
公司 集团 集團 品牌 企业 企業 车企 車企 厂商 廠商 媒体 媒體 杂志 雜誌 期刊 报纸 報紙 机构 機構 组织 組織 乐队 樂隊 巨头
巨頭 制造商 製造商 开发商 開發商
""")
_PLATFORMS = _words("平台 网站 網站 软件 軟體 应用 應用 社交媒体 搜索引擎")
_PLACES = _words("城市 首都 小镇 小鎮 首府")
_CHINESE: dict[str, TermKind] = {
    **dict.fromkeys(_PERSONS, "person"),
    **dict.fromkeys(_ORGANISATIONS, "organisation"),
    **dict.fromkeys(_PLATFORMS, "platform"),
    **dict.fromkeys(_PLACES, "place"),
}
"""Chinese nouns that a name stands right behind."""
_CHINESE_NOUNS = tuple(_CHINESE)
_NOUNS: dict[str, TermKind] = {
    **dict.fromkeys(lists.TITLES - lists.NO_TITLES, "person"),
    **dict.fromkeys(lists.PEOPLE, "person"),
    **dict.fromkeys(lists.PLATFORM_NOUNS, "platform"),
    **dict.fromkeys(lists.ORGANISATION_NOUNS, "organisation"),
    **dict.fromkeys(lists.PLACE_WORDS, "place"),
}
_TITLED = _words("教授 先生 女士 小姐 夫人 博士 院士 老师 老師 律师 律師 医生 醫生 总统 總統 总理 總理 主席")
"""Chinese titles that stand right behind a name."""
_MARKS = " \t\u00a0“‘「『《\"'"


_HOLDERS = re.compile(rf".*(?:{'|'.join(_PERSONS)}|先生|女士|小姐)(?=.)")


def behind_role(run: str) -> str:
    """Return what stands behind the last word for a person in Chinese, "" where there is none: 日本作家村上春树."""
    found = _HOLDERS.match(run)
    return run[found.end() :] if found else ""


def told_before(before: str) -> TermKind | None:
    """Return what the words that lead to a name say that it is."""
    words = before.rstrip(_MARKS)
    if words.endswith(_CHINESE_NOUNS):
        return next(_CHINESE[noun] for noun in _CHINESE_NOUNS if words.endswith(noun))
    if len(words) == len(before):  # the name does not begin a word
        return None
    *_, second, last = ["", "", *words.rsplit(None, 3)]
    if last not in _CALLED:
        return _kind(last)
    if _SURNAMED.search(before) or _CALLED_SO.search(words) or _NICKNAMED.search(words):
        return "person"
    kind = _kind(second.rstrip(","))
    return kind if last != "of" or kind == "place" else None


def told_behind(after: str) -> TermKind | None:
    """Return what stands behind a name says that it is: a Chinese title, or an apposition's first noun of a kind."""
    if after.startswith(_TITLED):
        return "person"
    found = _APPOSED.match(after)
    while found:
        kind = _kind(found["noun"])
        if kind:
            return kind
        found = _FURTHER.match(after, found.end())
    return None


_FURTHER = re.compile(r" (?P<noun>[a-z-]+)(?=[\s,.;:)–—]|$)")


def _kind(noun: str) -> TermKind | None:
    return _NOUNS.get(noun) or _NOUNS.get(noun.removesuffix("s"))
