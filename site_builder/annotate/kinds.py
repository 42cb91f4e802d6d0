"""What kind of thing a term names.

Input: the Chinese, its English, the words around. Output: a TermKind. Evidence: endings of Chinese names
of organisations, laws and places, surnames with a name's length and capitals, book-title marks, and the
English nouns at the head or beside it.
"""

from __future__ import annotations

import re

from site_builder.annotate.stopwords import PLACE_HEADS
from site_builder.model.mined import TermKind

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史"
    "陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙"
    "鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐"
    "冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹"
    "諾張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鐘鍾譚陸範賈韋鄒閆龍賀顧龔邵萬錢嚴湯莊聶魯歐關蘭寧紀畢單塗駱藍靳華饒時農簡車項連蘆麥婁竇黨宮費衛應鄔邊師榮叢鞏遲鄺談樂儲勞諶樓滿聞厲區郜闞權帥樸蓋練豐國計來鄢"
)
"""The commonest surnames (Ministry of Public Security, name reports of 2019 to 2021), simplified and traditional."""

DOUBLE_SURNAMES = frozenset(
    [
        "欧阳",
        "歐陽",
        "上官",
        "司马",
        "司馬",
        "诸葛",
        "諸葛",
        "东方",
        "東方",
        "皇甫",
        "尉迟",
        "尉遲",
        "公孙",
        "公孫",
        "慕容",
        "令狐",
        "司徒",
        "长孙",
        "長孫",
        "宇文",
        "夏侯",
        "轩辕",
        "軒轅",
        "端木",
        "独孤",
        "獨孤",
        "南宫",
        "南宮",
        "澹台",
        "呼延",
        "闻人",
        "西门",
        "西門",
        "拓跋",
        "钟离",
        "鍾離",
    ]
)

_SHORTEST_NAME, _LONGEST_NAME = 2, 4  # Hanzi
_SENTENCE_LONG = 4  # words: a quoted phrase of so many, with a capital, is a slogan or a title
_PLACE_NOUNS = frozenset().union(*PLACE_HEADS.values())

_ORGANISATION = re.compile(
    r"(?:[部局厅廳院委会會社团團署党黨处處办辦所庭台队隊军軍报報刊網网厂廠行盟]|公司|集团|集團|大学|大學|中学|小学|"
    r"中心|办公室|警方|學校|学校)$"
)
_PLACE = re.compile(r"(?:[省市县縣区區镇鎮乡鄉村州岛島山河江湖路街寺]|广场|機場|机场|车站|新区|自治区)$")
_LAW = re.compile(r"(?:[法法]|条例|规定|办法|法案|草案|宪法|刑法|意见|规则|條例)$")
_LAW_ENGLISH = re.compile(r"\b(?:Law|Act|Code|Regulations?|Measures|Provisions|Constitution|Bill|Rules)\b")
_ORGANISATION_ENGLISH = re.compile(
    r"\b(?:Ministry|Bureau|Commission|Committee|Administration|Agency|Department|Office|Association|Federation|Union|League|Party|Congress|"
    r"Courts?|University|College|Institute|Academy|School|Company|Corporation|Group|Council|Society|Foundation|Bank|Press|Daily|Times|News|"
    r"Hospital|Cent(?:re|er)|Police|Army|Net|Weekly|Post|Journal|Television|Agency)\b"
)
_PLATFORM = re.compile(
    r"(?:platform|app|website|site|search engine|service|messenger|forum|network|marketplace)s?\s+$", re.IGNORECASE
)
_WORK = re.compile(
    r"(?:song|film|movie|series|drama|book|novel|show|documentary|album|poem|essay|game|play|painting)s?[\s,]+$",
    re.IGNORECASE,
)
_SLOGAN = re.compile(r"(?:slogan|motto|campaign|catchphrase|watchword|initiative)s?[\s,]+$", re.IGNORECASE)
_WORK_AFTER = re.compile(
    r"\W*is an? (?:\w+ ){0,3}(?:song|film|movie|series|drama|book|novel|show|documentary|album|game)\b"
)


def surname(signs: str) -> str:
    """Return the surname that a Chinese name begins with, or ``""``."""
    if signs[:2] in DOUBLE_SURNAMES and signs[2:]:
        return signs[:2]
    return signs[:1] if signs[:1] in SURNAMES else ""


def is_name_long(signs: str) -> bool:
    """Tell whether ``signs`` is as long as the name of a Chinese person."""
    return _SHORTEST_NAME <= len(signs) <= _LONGEST_NAME


def kind(chinese: str, english: str, how: str, before: str, after: str) -> TermKind:
    """Return what ``chinese`` names; ``before`` and ``after`` are the words around the pair."""
    if chinese.startswith(("《", "〈")) or _WORK_AFTER.match(after) or (how == "quoted" and _WORK.search(before)):
        return "work"
    if how in {"spelled", "surname"} and _is_person(chinese, english):
        return "person"
    if how == "quoted":
        return _quoted_kind(english, before)
    return _named_kind(chinese, english, before) if english[:1].isupper() or not english.islower() else "term"


def _is_person(chinese: str, english: str) -> bool:
    words = english.split()
    if not surname(chinese) or not is_name_long(chinese) or not words[1:]:
        return False
    return all(word[:1].isupper() for word in words) and words[-1].lower() not in _PLACE_NOUNS


def _quoted_kind(english: str, before: str) -> TermKind:
    if _SLOGAN.search(before):
        return "slogan"
    if _LAW_ENGLISH.search(english):
        return "law"
    if english[:1].isupper() and len(english.split()) >= _SENTENCE_LONG:
        return "slogan"
    return "term"


def _named_kind(chinese: str, english: str, before: str) -> TermKind:
    if _LAW_ENGLISH.search(english) and _LAW.search(chinese):
        return "law"
    if _PLATFORM.search(before):
        return "platform"
    if _ORGANISATION_ENGLISH.search(english) or _ORGANISATION.search(chinese):
        return "organisation"
    if _PLACE.search(chinese):
        return "place"
    if _is_person(chinese, english):
        return "person"
    return "term"
