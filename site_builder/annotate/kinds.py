"""What kind of thing a term names.

Input: the Chinese, its English, the words around. Output: a TermKind. Evidence: endings of Chinese names
of organisations, laws and places, surnames with a name's length and capitals, book-title marks, and the
English nouns at the head or beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from site_builder.annotate.dictionary import Dictionary
from site_builder.annotate.roles import told_before, told_behind
from site_builder.annotate.senses import known_kind, means
from site_builder.annotate.spelling import fits
from site_builder.annotate.stopwords import PLACE_HEADS, PLACE_WORDS, PLATFORMS, WORK_LEADS, WORKS
from site_builder.model.han import HANZI
from site_builder.model.mined import TermKind

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史"
    "陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙"
    "鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐"
    "冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹"
    "諾張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇呂盧鐘鍾譚陸範賈韋鄒閆龍賀顧龔邵萬錢嚴湯莊聶魯歐關蘭寧紀畢單塗駱藍靳華饒時農簡車項連蘆麥婁竇黨宮費衛應鄔邊師榮叢鞏遲鄺談樂儲勞諶樓滿聞厲區郜闞權帥樸蓋練豐國計來鄢"
    "傅阎洪赖郦尉繁檀习占召员贠黑折逄祭种哈隗訾郇郗藏弓莘郏佴仉笪钭宓郄昝呙番贲镡睢眭蹇禚撖妫咎展双慎凤幸咸竺揭糜松富山仰秋仓诸戎贝茅元危昌苍扶堵"
    "濮寿通别慕宦鱼庾终居衡弘广禄沃利蔚越夔巢蒯益桓缑郈赏谯羿邴牧蓬束韶怀鄂籍阴酆湛经钮嵇滑操寸库綦腾矫肇爨税户茶尧布释釋賴閻習員賁種貢諸貝蒼壽別魚廣"
    "鳳雙倉堅羅藺闕欒烏況陽盤蔣鬱門溫遊顏喬齊晉雲嶽龐繆強荊鮑慄鮮閔陰經鈕騰矯堯"
)
"""Surnames (Ministry of Public Security, name reports of 2019 to 2021; 百家姓), simplified and traditional.

A surname is only half of the evidence for a name: the English beside it is the other."""

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

NAME_LETTERS = frozenset(
    "阿埃艾安奥巴白拜班邦保鲍贝本比彼宾波博勃伯布查昌彻达代戴黛丹当道德登邓迪蒂丁东杜敦多厄恩尔发法凡范方菲费芬冯夫弗芙福富"
    "盖甘冈高戈哥格葛根贡古瓜圭果哈海汉豪赫亨洪侯胡华怀惠霍基吉姬加贾简江杰金津久卡凯坎康考科克肯孔库夸奎昆拉腊莱赖兰朗劳勒雷"
    "蕾里理莉利丽连廉良列林琳柳龙隆娄卢鲁露伦罗洛吕马玛迈麦曼芒毛梅门蒙孟米密缅敏明缪摩莫默姆穆纳娜南瑙内嫩尼妮年宁牛纽农努诺"
    "欧帕派潘庞佩彭蓬皮匹平泼珀蒲普奇琪齐恰钱强乔切钦青琼丘曲屈让热仁日荣茹儒瑞若萨塞赛桑瑟森沙莎山尚绍舍申圣施什史士舒思斯丝"
    "松苏孙索塔泰坦谭汤唐陶特藤滕提廷汀通图土屯托陀瓦万旺威薇韦维魏温文翁沃乌武西希悉锡夏香肖萧歇谢辛欣兴休修叙许雅亚娅延扬杨"
    "尧耶叶伊衣依因英尤于宇约扎泽曾詹张珍芝治朱茱卓兹宗祖佐贞茜朵奈顿逊庄钟仑娃芭茨岑蓓岚嘉珊妲涅捷季济措噶喀郎帝坚赞柴哲"
)
"""Characters that write foreign names by their sound (新华社 世界人名翻译大辞典, its tables of transliteration)."""

_SHORTEST_NAME, _LONGEST_NAME = 2, 4  # Hanzi
_TITLED = frozenset({"quoted", "capitals", "gloss", "after"})
_DOTS = "·•・‧"
_FOREIGN = re.compile(rf"[{HANZI}]+(?:[{_DOTS}][{HANZI}]+)+")
"""A foreigner's name in Chinese letters: 安娜·莫尔."""

_SENTENCE_LONG = 4  # words: a quoted phrase of so many, with a capital, is a slogan or a title
_PLACE_NOUNS = frozenset().union(*PLACE_HEADS.values())

_ORGANISATION = re.compile(
    r"(?:(?<=..)[部局厅廳院委会會社团團署党黨处處办辦所庭台队隊军軍报報刊厂廠行盟检檢]|(?<=.)(?<![联聯])[网網]|公司|集团|集團|大学|大學|"
    r"中学|小学|中心|办公室|警方|學校|学校|传媒|傳媒|影业|影業|科技|金服|证券|證券|论坛|論壇|组织|組織|杂志|雜誌|周刊|週刊|周末|卫视|衛視|"
    r"新闻|新聞|药业|藥業|实业|實業|地产|地產|汽车|汽車|电器|石油|食品|乳业|物流|快递|航空|通信|股份|会议|會議)$"
)
_PLACE = re.compile(r"(?:[省市县縣区區镇鎮乡鄉村州岛島山河江湖路街寺]|广场|機場|机场|车站|新区|自治区)$")
_LAW = re.compile(r"(?:[法法典]|条例|规定|办法|法案|草案|宪法|刑法|意见|规则|條例|公约|公約|条约|條約|规划纲要)$")
_LAW_ENGLISH = re.compile(
    r"\b(?:Law|Act|Code|Regulations?|Measures|Provisions|Constitution|Bill|Rules|Opinions|Covenant|Convention|Treaty)\b"
)
_ORGANISATION_ENGLISH = re.compile(
    r"\b(?:Ministry|Bureau|Commission|Committee|Administration|Agency|Department|Office|Association|Federation|Union|League|Party|Congress|"
    r"Courts?|University|College|Institute|Academy|School|Company|Corporation|Group|Council|Society|Foundation|Bank|Press|Daily|Times|News|"
    r"Hospital|Cent(?:re|er)|Police|Army|Net|Weekly|Post|Journal|Television|Media|Technolog(?:y|ies)|Holdings?|Financial|Pictures|"
    r"Studios?|Airlines|Pharmaceuticals?|Industr(?:y|ies)|Automobile|Electronics|Logistics|Procuratorate|Magazine|"
    r"Motors?|Coffee|Foods|Dairy|Brewery|Ventures|Partners|Properties|Telecom|Electric|Airways|Railways?|Supermarkets?|"
    r"Steel|Petroleum|Semiconductors?|Robotics|Biotech|Labs?|Orchestra|Theat(?:re|er)|Troupe|Embassy|Consulate|Museum|"
    r"Library|Gallery|Brigade|Corps|Navy|Secretariat|Tribunal|Assembly|Parliament|Chamber|Board|Authority|Observer|Observatory|Insurance|Securities|Exchange|Forum|Fund|Alliance|Organi[sz]ation|Watch|International|Inc|Ltd)\b"
)
_BODY = re.compile(
    r"\b(?:Ministry|Bureau|Commission|Committee|Administration|Agency|Department|Office|Association|Federation|Courts?|"
    r"University|College|Hospital|Police|Procuratorate|Council)\b"
)
"""What no app and no site is called."""
_CALLED = re.compile(r".{1,3}(?:先生|女士|小姐|太太|教授|老师|老師|医生|醫生|大爷|大爺|阿姨|某{1,2})")
"""A surname with what somebody is called: 林女士, 林某."""
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_IN = re.compile(r"\b(?:in|near|outside|around|from)\s+$")
_RULER = re.compile(r"^(?:Emperor|Empress|King|Queen|Prince|Princess|Khan)\b|\b(?:Emperor|Empress|Khan|Lama)$")
_HYPHENED = re.compile(r"[A-Z][a-zü’']+ [A-Z][a-zü’']+-[A-Za-zü’']+|[A-Z][a-zü’']+-[a-zü’']+ [A-Z][a-zü’']+")
"""A name as Korea and Wade-Giles write it: Bong Joon-ho, Hsiao-ting Lin."""
_PERIODICAL = re.compile(r"(?:[报報网網刊]|杂志|雜誌|周末)$")
_TITLE_CUE = r"(?:titled|entitled|headlined|called|under the (?:title|headline))"
_WORKS = "|".join(sorted(WORKS))
_WORK = re.compile(
    rf"\b(?:{_WORKS}|article|column|editorial|paper|short story|story|thesis|post)s?,? {_TITLE_CUE}[\s,:]+$"
    rf"|\b(?:{_WORKS}|short story|story|article|editorial|headline)s?[\s,:]+$"
    rf"|\b(?:{_WORKS}|article|storie|letter|report|paper|column|poem)s\b[^.;:]*:\s+$"
    r"|\bauthors? of[\s]+$"
    r"|\b(?:director|film-?maker|novelist|author|writer|playwright|singer|songwriter|poet|composer|painter)"
    r"(?: [A-Z][\w-]+){1,3}[’']s\s+$"
    r"|\b(?:titled|entitled|headlined|sang|sings?|singing|wrote|directed)[\s,:]+$"
    rf"|\b(?:{_WORKS})s? [A-Z][^.;]*[)）],?(?: and| or)?\s+$"
    rf"|\b(?:{_WORKS})[’']s? (?:[A-Za-z]+ )?title[\s,:]+$",
    re.IGNORECASE,
)
_TITLE_WORDS = frozenset(
    [
        "I",
        "You",
        "Me",
        "We",
        "My",
        "Your",
        "Us",
        "He",
        "She",
        "Her",
        "His",
        "Are",
        "Is",
        "Am",
        "Who",
        "Where",
        "When",
        "How",
        "Why",
        "If",
        "Not",
        "Never",
        "Don’t",
        "Don't",
    ]
)
"""Words that titles have and names of bodies have not."""
_SLOGAN = re.compile(
    r"\b(?:slogan|motto|campaign|catchphrase|watchword|initiative|banner|placard|poster|sign|sticker|billboard)s?"
    r"(?: (?:of|is|was|that)| (?:that )?(?:reads?|reading|says?|saying|proclaim\w*))?[\s,:–—-]+$"
    r"|\b(?:chant|shout)(?:ed|ing|s)?[\s,:–—-]+$",
    re.IGNORECASE,
)
_WORK_AFTER = re.compile(
    r"\W*(?:is|was|,) an? (?:[\w-]+ ){0,3}(?:song|film|movie|series|drama|book|novel|show|documentary|album|game)\b"
)


def surname(signs: str) -> str:
    """Return the surname that a Chinese name begins with, or ``""``."""
    if signs[:2] in DOUBLE_SURNAMES and signs[2:]:
        return signs[:2]
    return signs[:1] if signs[:1] in SURNAMES else ""


def by_sound(chinese: str) -> bool:
    """Tell whether ``chinese`` may write a foreign name by its sound.

    >>> by_sound("安娜·莫尔"), by_sound("莫尔市")
    (True, False)
    """
    return all(sign in NAME_LETTERS or sign in _DOTS for sign in chinese)


def is_name_long(signs: str) -> bool:
    """Tell whether ``signs`` is as long as the name of a Chinese person."""
    return _SHORTEST_NAME <= len(signs) <= _LONGEST_NAME


@lru_cache(maxsize=8_000)
def own_kind(chinese: str, english: str, how: str) -> TermKind | None:
    """Return what ``chinese`` names by itself and its English, None where the words around them have a say."""
    if chinese.startswith(("《", "〈")):
        return _marked_kind(chinese.strip("《》〈〉"), english)
    return "person" if how in {"spelled", "surname"} and _is_person(chinese, english) else None


def kind(
    chinese: str, english: str, how: str, before: str, after: str, dictionary: Dictionary | None = None
) -> TermKind:
    """Return what ``chinese`` names; ``before`` and ``after`` are the words around the pair."""
    if own := own_kind(chinese, english, how):
        return own
    if how == "titled" or _WORK_AFTER.match(after) or (how in _TITLED and _leads_to_work(before)):
        return "work"
    named = english[:1].isupper() or not english.islower()
    told = told_before(before) if named else None
    if how == "quoted":
        return _quoted_kind(
            english, before, told or (known_kind(chinese, dictionary) if named and dictionary else None)
        )
    if not named:
        return "term"
    found = _named_kind(chinese, english, how, told, after, dictionary)
    if found == "term" and how == "capitals" and len(english.split()) >= _SENTENCE_LONG and _is_title(english):
        return "work"
    return "place" if found == "term" and how == "spelled" and english.isalpha() and _IN.search(before) else found


def _is_title(english: str) -> bool:
    """Tell whether a name in capitals has words of a sentence, as titles have: ``If You Are the One``."""
    return not _TITLE_WORDS.isdisjoint(english.split())


def _leads_to_work(before: str) -> bool:
    """Tell whether the words before a title say so; their last word tells whether they may."""
    last = before.rstrip(" \u00a0,:").rpartition(" ")[2].lower()
    return (
        last in WORK_LEADS
        or last.removesuffix("s") in WORKS
        or last[-1:] in {")", "）", ","}
        or last.endswith(("’s", "'s"))
        or ":" in before[-3:]
    ) and bool(_WORK.search(before))


def _is_body(chinese: str, english: str) -> bool:
    """Tell whether a name is by its own words that of a body, whoever stands before it."""
    return _ORGANISATION_ENGLISH.search(english) is not None or _ORGANISATION.search(chinese) is not None


def _marked_kind(title: str, english: str) -> TermKind:
    """Return what stands in book-title marks: a work, a periodical, a law."""
    if title.endswith(("报", "報")) or (_PERIODICAL.search(title) and _ORGANISATION_ENGLISH.search(english)):
        return "organisation"
    if _LAW.search(title) and (_LAW_ENGLISH.search(english) or _ACRONYM.fullmatch(english)):
        return "law"
    return "work"


def _is_called(chinese: str, english: str, how: str) -> bool:
    """Tell whether the English spells a person's name, or the surname of one, or is what a foreigner is called."""
    if how in {"spelled", "surname"}:
        return _is_person(chinese, english)
    words, family = english.split(), surname(chinese)
    if family and _CALLED.fullmatch(chinese):
        return True
    if _FOREIGN.fullmatch(chinese):
        return _is_full_name(english)
    return _is_person(chinese, english) and (fits(family, words[0]) or fits(family, words[-1]))


def _is_foreign(chinese: str, english: str) -> bool:
    """Tell whether letters of foreign names stand for the full name of a person."""
    return len(chinese) >= _SHORTEST_NAME and by_sound(chinese) and _is_full_name(english)


def _is_full_name(english: str) -> bool:
    words = english.split()
    return bool(words[1:]) and not _ORGANISATION_ENGLISH.search(english) and all(word[:1].isupper() for word in words)


def _is_person(chinese: str, english: str) -> bool:
    words = english.split()
    if not surname(chinese) or not is_name_long(chinese) or not words[1:]:
        return False
    return all(word[:1].isupper() for word in words) and words[-1].lower() not in _PLACE_NOUNS


def _quoted_kind(english: str, before: str, told: TermKind | None) -> TermKind:
    if _SLOGAN.search(before):
        return "slogan"
    if _LAW_ENGLISH.search(english):
        return "law"
    if told:
        return told
    if english[:1].isupper() and len(english.split()) >= _SENTENCE_LONG and not english.endswith("?"):
        return "slogan"
    return "term"


def _named_kind(
    chinese: str, english: str, how: str, told: TermKind | None, after: str, dictionary: Dictionary | None
) -> TermKind:
    """Return what a name is: by its spelling, its own words, the words around it, the dictionary."""
    body = _is_body(chinese, english)
    if _is_called(chinese, english, how) or (told == "person" and not body):
        return "person"
    if _LAW.search(chinese) and _LAW_ENGLISH.search(english):
        return "law"
    if _BODY.search(english):
        return "organisation"
    return (
        told
        or (known_kind(chinese, dictionary) if dictionary else None)
        or _by_words(chinese, english, after, body, dictionary)
    )


def _by_words(chinese: str, english: str, after: str, body: bool, dictionary: Dictionary | None) -> TermKind:
    """Return what the words of a name say that it is, then those behind it."""
    hyphened = _HYPHENED.fullmatch(english) and is_name_long(chinese) and not body
    if hyphened or _is_foreign(chinese, english) or _RULER.search(english):
        return "person"
    if english.lower() in PLATFORMS:
        return "platform"
    told = told_behind(after)
    if body and told != "platform":
        return "organisation"
    place = _PLACE.search(chinese) or english.rpartition(" ")[2].lower() in PLACE_WORDS
    return told or ("place" if place else _maybe_person(chinese, english, dictionary))


def _maybe_person(chinese: str, english: str, dictionary: Dictionary | None) -> TermKind:
    """Return whether a name that nothing else is said of may be a person's."""
    translated = dictionary is not None and any(means(chinese, word, dictionary) for word in english.split())
    long = len(chinese) > _SHORTEST_NAME + len(surname(chinese))
    return "person" if _is_person(chinese, english) and not translated and not long else "term"
