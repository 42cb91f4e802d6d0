"""Who wrote it: bylines in English and Chinese.

Input: a line. Output: authors and contributors, or None where the line is no byline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from site_builder.clean.words.dates import find_date, without_dates
from site_builder.clean.words.lexicon import SECTION, STAMP_LABELS, WITH
from site_builder.clean.words.people_words import DESK, ROLE, ROLE_OF, SURNAMES
from site_builder.model.han import HANZI

_LONGEST = 160  # characters: a longer line is prose
_LONGEST_NAMES = 80
_OPENS_TITLE = re.compile(
    r"(?:The|A|From|By|In|On|At|Why|How|What|When|Where|Who|Is|Are|Our|My|Your|Their|This|That|These|With|For|After|Before)\s"
)
"""Words that no name begins with."""
_TEXT_BY = re.compile(r"文\s*[/／丨|｜]")
_PAPER = 6  # characters of a newspaper's name
_MOST_NAMES = 4  # of one person, where no particle or initial is among them
_PARTICLE = (
    r"(?:de|van|von|der|den|al|bin|bint|ibn|ben|da|di|do|dos|das|del|della|el|la|le|du|ter|ten|y|zu|af|av)"
    r"|(?:al|el|ad|as|ul)-[A-Z][\w’'\-]*"
)
_PART = rf"(?:[A-ZÀ-Þ][\w’'\-]*\.?|{_PARTICLE}|[A-Z]\.(?:[A-Z]\.)*)"
_NAME = rf"{_PART}(?:[ \u00a0]{_PART}){{1,4}}"
_PERSON = re.compile(_NAME)
_FOREIGN = re.compile(f"[{HANZI}]{{1,6}}(?:·[{HANZI}]{{1,6}})+")
_HAN = re.compile(f"[{HANZI}]")
_GIVEN = re.compile(f"[{HANZI}]{{1,2}}")
_PLACED = re.compile(
    rf"(?P<who>{_NAME})(?:\s*(?:,|\||·|•|—|–)\s*(?!.*\b(?:by|is|are|was|but|into|as|\w+ing)\b)(?:\S+\s?){{1,6}}(?<![!?])"
    r"|\s+in\s+[A-Z]\S*(?:,?\s+[A-Z]\S*){0,3}|\s+@\w+)"
)
_ENGLISH = re.compile(
    r"(?:[–—-]\s*)?(?:(?:posted|written|words|text|story|article|report(?:ed|ing)?|published|contributed|submitted|hosted|presented|moderated|narrated"
    r"|compiled|translated(?:\s+from(?:\s+the)?\s+\w+)?|interview|(?:photos?|words|text) and (?:photos?|words|text)"
    r"|photos?)\s+)?by[:\s]+(?P<who>.+)"
    rf"|(?:von|par|por|door|di|av|af)\s+(?P<abroad>(?-i:{_NAME}(?:\s*(?:,|und|et|y|en|e|och|og|&)\s*{_NAME})*))"
    r"|(?:authors?|byline|writer|reporter|contributors?|words|from|creator"
    r"|(?:words|text|story|reporting) and (?:photos?|pictures|photographs)"
    r"|(?:(?:chinese|english)\s+)?translat(?:ion|ors?))\s*[:：]\s*(?P<label>.+)",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    rf"[（(【\[]?\s*(?:[{HANZI}]{{2,8}}\s+)?(?:{ROLE}(?:\s*[、/／及和与·]\s*{ROLE})*\s*[:：/／丨|｜]?|文\s*[/／丨|｜:：]|文\s+|原创(?:\s*[:：]\s*|\s+))\s*(?P<who>.+?)\s*[）)】\]]?"
)
_INLINE = re.compile(
    rf"\b[Bb]y:?\s+(?P<en>{_NAME}|[{HANZI}]{{2,4}}\b)|\b(?i:author|writer|reporter|from)\s*[:：]\s*(?P<label>{_NAME})|(?:{ROLE}|文|原创)\s*[:：/／丨|｜是]?\s*"
    rf"(?P<zh>[{HANZI}·]{{2,8}}(?:[、 ，,][{HANZI}·]{{2,4}})*)(?=$|[\s|·:：，,。（(])"
)
_WRITES = re.compile(
    rf"(?P<who>{_NAME}|[{HANZI}·]{{2,8}})[\s　]*(?:为|為)[{HANZI}\w]{{2,12}}(?:撰稿|撰文|供稿|报道|報導)"
)
_SIGN = re.compile(r"^[◎●○☉※◆◇□]\s*")  # before the name of who writes an opinion
_PLACE = re.compile(rf"^(?:文\s*[/／丨|｜:：]\s*)?(?!采写|采访)[{HANZI}]{{2,10}}\s*{ROLE}\s+(?=[{HANZI}·]{{2,8}}$)")
"""The newspaper and the office before a Chinese name at the head of an article (``渡口周刊 记者 林若川``)."""
_EDITED = re.compile(
    rf"(?<=[{HANZI}])[\s\u3000|｜/／、，,]+(?:责任编辑|責任編輯|值班编辑|编辑|編輯|责编|校对|校對|审核|审校|主编|监制)"
    rf"(?:\s*[:：/／|｜]\s*|\s+)[{HANZI}·]{{2,8}}.*$"
)
"""Who edited, behind who wrote (``记者 林若川 编辑 戚薇``)."""
_CLOSING = re.compile(
    rf"(?:[—–―-]{{1,2}}|[■◆●▲])?\s*[(（]?(?:(?:本报|本報|見習|见习)?(?:记者|記者)[:：/／]?)?\s*(?P<who>{_NAME}|[{HANZI}·]{{2,8}})[)）]?"
)
_HANDLE = re.compile(
    r"\bposted (?:by:?|on\b[^|]{4,40}?\sby)\s+@?(?P<who>[\w.-]{3,24})(?=\s*(?:[»|·•,—–-]|on\b|at\b|\(|$))",
    re.IGNORECASE,
)
"""How forums and blogs sign: with a name that a member made up."""
_BESIDE_DATE = re.compile(
    r"\W*(?:(?:posted|published|written)\b\W*)?(?:on\b\W*)?by:?\s+@?(?P<who>[a-z][\w.-]{2,23})\W*(?:on|at)?\W*",
    re.IGNORECASE,
)
"""What a line says beside its date and nothing else: the name that somebody made up."""
_ACCOUNT = re.compile(rf"原创[\s:：]+(?P<who>[{HANZI}·]{{2,8}})\s+[{HANZI}\w]{{2,20}}\s*")
"""How WeChat files a text beside its date: the author, then the account."""
_DAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|noon|midnight", re.IGNORECASE)
_PUBLISHER = re.compile(
    r"(?:来源|稿源|出处|来自|媒体|Source)\s*[:：/]\s*(?P<name>[^\s|,，;；:：（(]{2,30})|^《(?P<paper>[^》]{2,20})》"
)
_LONGEST_TITLE = 40
_PUBLICATION = re.compile(
    rf"[{HANZI}\w]{{1,10}}(?:网|網|报|報|社|电视台|电台|周刊|日报|晚报|时报|新闻|客户端)"
    r"|(?:(?:The|[A-Z][\w’'-]*) ){0,4}(?:News|Times|Post|Daily|Journal|Gazette|Herald|Tribune|Weekly|Review|Press)"
)
_COPIED = re.compile(r"以下文章来源于\s*[^，,。]{1,20}?\s*[，,]\s*作者[:：]?\s*(?P<who>[^\s，,。:：、]{2,12})\s*\.*")
"""Whose article an account of WeChat has copied; the word before the name says that it is one."""
_POSTER = re.compile(r"(?:楼主|发帖人)\s*[:：]")
"""Before who posted a text in a forum: its author, if nothing says who that is."""
_TWICE = re.compile(rf"^[A-Za-z]{{2,12}}\s*[/／|·]?\s*(?P<zh>[{HANZI}]{{1,4}})\s*[:：]\s*")
"""A label in two languages (``Text 文字:``)."""
_NO_PUBLISHER = re.compile(
    r"本站|本网|原创|网络|互联网|转载|未知|不详|佚名|综合|original|internet|unknown", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:,|;|、|，|；|/|／|\||&|\band\b|与|和|與)\s*")
_AND = re.compile(r"\s+(?:&|and)\s+|\s*[、与與和]\s*")
_BUTTON = re.compile(
    r"[\s|·•—–,-]*\b(?:leave a (?:comment|reply)|(?:\d+|no|add) comments?|comments? off|edit(?: post)?)\s*$",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[（(【\[]?\s*(?:本报|特约)?(?:作\s*者|记\s*者|撰\s*文|文)\s*[:：|｜]")
_BRACKETS = re.compile(rf"[（(]([{HANZI}·]{{2,8}})[）)]\s*$")
_HAN_NAME = re.compile(f"[{HANZI}]{{2,3}}")
_PEN_NAME = re.compile(f"[{HANZI}]{{2,8}}")
_NOBODY = re.compile(
    r"佚名|匿名|本[站报刊网]|未知|不详|综合|网络|网友|原创|编辑|小编|记者|通讯员|来源|新闻|[社网报部组]$"
)
_TRANSLATED = re.compile(
    r"translated\s+from(?:\s+the)?\s+\w+\s+by[:\s]+|(?:(?:chinese|english)\s+)?translat(?:ion|ors?)\s*[:：]\s*",
    re.IGNORECASE,
)
_BLANK = re.compile(r"[\s\u3000]+")
_PIECE = re.compile(r"\s*[|·•—–,]\s*|\s{2,}|\s-\s|\s+(?:on|in|at)\s+")


@dataclass(frozen=True, slots=True)
class Byline:
    """The people a byline names, as it spells them."""

    authors: tuple[str, ...]
    contributors: tuple[str, ...] = ()


def without_button(line: str) -> str:
    """Return a line of names and dates without the link that stands behind them (``Leave a Comment``)."""
    return _BUTTON.sub("", line)


def is_person(text: str) -> bool:
    """Tell whether ``text`` could be a person's name and nothing else; a news desk is no person."""
    if DESK.search(text) or SECTION.fullmatch(text) or _OPENS_TITLE.match(text):
        return False
    if is_chinese_person(text):
        return True
    words = text.split()
    many = len(words) > _MOST_NAMES and not any(word.islower() or word.endswith(".") for word in words)
    return _PERSON.fullmatch(text) is not None and text != text.lower() and not many


def are_people(text: str) -> bool:
    """Tell whether ``text`` could be a person's name, or several (``Ann Lee and Bo Li``), and nothing else."""
    return is_person(text) or (_AND.search(text) is not None and all(map(is_person, _AND.split(text))))


def is_chinese_person(text: str) -> bool:
    """Tell whether ``text`` could be a Chinese name: a surname and a given name, or a foreign name with ``·``."""
    if "·" in text:
        return _FOREIGN.fullmatch(text) is not None
    surname = text[:2] if text[:2] in SURNAMES else text[:1]
    return surname in SURNAMES and _GIVEN.fullmatch(text, len(surname)) is not None


def byline(line: str) -> Byline | None:
    """Return the people of a line that is a byline (``By A, with contributions from B``; ``记者 张三``), else None."""
    line = _EDITED.sub("", without_button(line))
    if len(line) > _LONGEST:
        return None
    line = _TWICE.sub(r"\g<zh>：", line)
    if (one := _one_named(line)) is not None:
        return one
    line = _SIGN.sub("", line)
    placed = _PLACE.sub("", line)
    found = _ENGLISH.fullmatch(line) or _CHINESE.fullmatch(line if placed == line else f"文/{placed}")
    if found is None:
        return None
    if translated := _TRANSLATED.match(line):
        helped = people(line[translated.end() :])
        return Byline((), helped) if helped else None
    said = {"abroad": "", "label": "", **found.groupdict()}
    who = said["who"] or said["abroad"] or said["label"] or ""
    main, *rest = WITH.split(without_dates(who) if find_date(who) else who, maxsplit=1)
    authors = people(main) or (_of_paper(main) if _TEXT_BY.match(line.lstrip("（(【[ ")) else ())
    authors = authors or (_called(main) if _LABELLED.match(line) or _TEXT_BY.match(line) or placed != line else ())
    return Byline(authors, people(rest[0]) if rest else ()) if authors else None


def _one_named(line: str) -> Byline | None:
    """Return the one person of a line that has a form of its own: copied from, behind a sign, writing for."""
    if (copied := _COPIED.fullmatch(line)) is not None:
        return Byline((copied["who"],))
    marked = _SIGN.sub("", line)
    if marked != line and is_person(marked):
        return Byline((marked,))
    writes = _WRITES.fullmatch(marked)
    return Byline((writes["who"],)) if writes and is_person(writes["who"]) else None


def _of_paper(text: str) -> tuple[str, ...]:
    """Return the Chinese name behind that of its newspaper (``渡口 林若川``)."""
    paper, _, name = text.strip().partition(" ")
    return (name,) if 1 < len(paper) <= _PAPER and _GIVEN.match(paper) and is_chinese_person(name) else ()


def _called(text: str) -> tuple[str, ...]:
    """Return the Chinese names that a label says are names (``作者：戚薇``), whatever their surnames are."""
    names = [name for name in _BLANK.split(text.strip()) if name]
    return tuple(names) if names and all(map(is_called, names)) else ()


def _pen_name(found: re.Match[str]) -> tuple[str, ...]:
    """Return the pen name that is labelled as an author's among other facts of a line (``/ 作者：苔上微光 /``)."""
    fair = _PEN_NAME.fullmatch(found["zh"]) and found[0].startswith("作者") and not _NOBODY.search(found["zh"])
    return (found["zh"],) if fair else ()


def is_called(name: str) -> bool:
    """Tell whether what a label calls a name may be a Chinese one, whatever its surname is."""
    return _HAN_NAME.fullmatch(name) is not None and not _NOBODY.search(name)


def people(text: str) -> tuple[str, ...]:
    """Split a list of names; what follows a name (a role, a place, an agency) is left off; () if none is a name.

    The Chinese name in brackets behind a name is no such thing: it is how the byline spells it.
    """
    parts = [part for part in _SPLIT.split(text.strip()) if part.strip()]
    parts = [part for i, part in enumerate(parts) if not (i and _is_paper(part, beside=parts[0]))]
    names = [ROLE_OF.sub("", part).strip(" .,:：-–—") for part in parts]
    if names and _HAN.match(names[0]):
        names = [name for part in names for name in _BLANK.split(part)]
    good = [name for name in names if is_person(name)]
    if not good or good[0] != names[0]:
        return ()
    spelled = {name: _spelled(name, part) for name, part in zip(names, parts, strict=False)}
    return tuple(dict.fromkeys(spelled.get(name, name) for name in good))


def _spelled(name: str, part: str) -> str:
    """Return a name with the Chinese one that stands in brackets behind it (``Wei Ning (韦宁)``)."""
    own = _BRACKETS.search(part)
    whole = own is not None and is_chinese_person(own[1]) and not _HAN.match(name) and part.strip().startswith(name)
    return f"{name} ({own[1]})" if own and whole else name


def bare(name: str) -> str:
    """Return a name without the Chinese one in brackets behind it."""
    return _BRACKETS.sub("", name).strip()


def _is_paper(part: str, beside: str) -> bool:
    """Tell whether an entry of a list of names is the paper that these write for.

    It is called as papers are, or what stands in brackets behind it is no person's name as it is behind the first.
    """
    own, first = _BRACKETS.search(part), _BRACKETS.search(beside)
    other = own is not None and first is not None and is_chinese_person(first[1]) and not is_chinese_person(own[1])
    return other or is_publication(ROLE_OF.sub("", part).strip())


def closing_name(line: str) -> Byline | None:
    """Return the person who signs at the end of a text (``— Ann Lee``, ``■記者 林若川``, ``(Ann Lee)``), or None."""
    found = _CLOSING.fullmatch(line)
    return Byline((found["who"].strip(),)) if found and is_person(found["who"].strip()) else None


def find_byline(line: str) -> Byline | None:
    """Return the people that a dated line names somewhere (``2020-02-22 来源：… 作者：陈一帆``)."""
    for found in _INLINE.finditer(_EDITED.sub("", without_button(line))):
        authors = people(found["en"] or found["label"] or found["zh"].replace(" ", "、"))
        if not authors and found["zh"] and re.search(r"[:：]", found[0]):
            authors = _called(found["zh"]) or _pen_name(found)
        if authors:
            return Byline(authors)
    handle = _HANDLE.search(line)
    if handle is None and len(line) <= _LONGEST and find_date(line):
        rest = without_dates(without_button(line))
        handle = _BESIDE_DATE.fullmatch(rest) or _ACCOUNT.fullmatch(rest)
    fair = handle is not None and not any(no.search(handle["who"]) for no in (DESK, _DAY, _NOBODY))
    return Byline((handle["who"],)) if handle and fair else None


def bare_names(line: str) -> tuple[str, ...]:
    """Return the name that stands in a dated line without a word that says so (``Ann Lee · 4 May 2019``), or ()."""
    line = _POSTER.sub(" | ", line)
    rest = STAMP_LABELS.sub(" | ", _PUBLISHER.sub(" ", without_dates(without_button(line).strip("()（）"))))
    pieces = [_unfiled(piece.strip(" .,:：")) for piece in _PIECE.split(rest)]
    english = [piece for piece in pieces if _PERSON.fullmatch(_AND.split(piece)[0]) and are_people(piece)]
    if english and english[0] != _AND.split(english[0])[0]:
        return tuple(_AND.split(english[0]))
    chinese = [piece for part in pieces for piece in _BLANK.split(part) if is_chinese_person(piece)]
    return tuple((english or chinese)[:1])


def is_publication(text: str) -> bool:
    """Tell whether a short text is called as newspapers, agencies and channels are."""
    return len(text) <= _LONGEST_TITLE and _PUBLICATION.fullmatch(text) is not None


def _unfiled(piece: str) -> str:
    """Return what may be a name without the sections of a newspaper that stand behind it."""
    words = piece.split()
    while len(words) > 2 and SECTION.fullmatch(words[-1]):  # noqa: PLR2004 - a name has two
        words.pop()
    return " ".join(words)


def find_publisher(line: str) -> str:
    """Return the publisher that a line of the head names (``来源：…``), or ``""``."""
    found = _PUBLISHER.search(line)
    name = str(found["name"] or found["paper"]) if found else ""
    return "" if _NO_PUBLISHER.match(name) else name


def signed(text: str) -> tuple[str, ...]:
    """Return the names in a line that may be a name alone (``Ann Lee``, ``Ann Lee in Beijing``), or ()."""
    if is_person(text):
        return (text,)
    found = _PLACED.fullmatch(text)
    if found:
        return (found["who"],) if is_person(found["who"]) else ()
    many = people(text) if len(text) < _LONGEST_NAMES and _SPLIT.search(text) else ()
    return many if len(many) == len(_SPLIT.split(text)) else ()
