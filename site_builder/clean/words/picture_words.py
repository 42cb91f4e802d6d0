"""The words by which the line under a picture gives itself away, in English and Chinese: data, no logic.

Input: a line. Output: whether it credits or describes a picture; ``SEEN`` is what a caption speaks of.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MEDIUM = r"(?:photo(?:graph)?s?|pictures?|images?|screen ?(?:shot|grab|cap)s?|stills?|illustrations?|graphics?|infographics?|posters?|cartoons?)"
_AGENCY = (
    r"(?:AP|AFP|Reuters|Getty(?: Images)?|Xinhua|VCG|EPA|CFP|ICphoto|Handout|Bloomberg|Alamy|Shutterstock|Unsplash)"
)
_CAPTION = re.compile(
    r".{8,240}[.。!?]['\"”’]?\s*(?:©|\(c\))\s*(?!\d)[\w/ .·&-]{2,40}|"
    rf".*[(（\[][^()（）\[\]]*(?:\b(?i:{_MEDIUM}|file|via|courtesy|handout)\b|\b{_AGENCY}(?=\s*[)）\]/]))[^()（）\[\]\d]*[)）\]]\.?"
    rf"|(?i:.*\b(?:{_MEDIUM}|credit)(?: credits?)?\s*(?:[:：/]|by |via |courtesy|\(c\)|©).*|{_MEDIUM} (?:from|of|via|by|courtesy)\b.*)"
    rf"|.{{8,240}}\s/\s{_AGENCY}(?: (?:file|photo|via .{{2,30}}))?"
    r"|(?i:image |photo |picture )?(?i:caption)\s*[,:：].*|.*, via @?[A-Z]\w*(?: [A-Z]\w*){0,3}\.?"
    r"|(?:资料图|图为|图\s*\d*\s*[:：/|丨]|▲|△|↑|图说|图注|图片说明|截图|配图|(?:图片|图像)来源|图像加注文字|图源).*|.*(?:图片?来源\s*[:：/].*|图源\s*[:：/].*|资料图(?:片)?[)）]?|网络图[)）]?|视频截图[)）]?|供图[)）]?"
    rf"|(?i:(?:(?:this|file|undated|aerial|handout|combo) )*{_MEDIUM} (?:taken|dated|released|provided)\b.{{0,80}}\bshows?\b).*"
    rf"|(?i:an? {_MEDIUM} of .{{3,80}}, as (?:shared|posted|seen|shown) (?:on|by|in|at) .{{2,30}})"
    r"|.{0,60}[。，,！？\s　](?:摄|攝)\s*[:：／/]\s*\S{2,24}"
    r"|(?:圖|图|攝影|摄影)\s*[/／|丨]\s*\S{2,12}[)）]?|.{0,60}(?:[。，,！？\s　]|^)[\u4e00-\u9fff·]{2,8}\s摄[)）。]?|来源[:：]\s*\S{2,14}[)）])"
)
_CUE = re.compile(
    rf"(?i:{_MEDIUM}|caption|credit|file|via\b|courtesy|handout|©|\(c\)|[图圖摄攝▲△↑]|来源)|\b{_AGENCY}\b",
    re.IGNORECASE,
)
"""What every such line has somewhere: looked for first, since most lines have none of it."""
_LONGEST = 500  # characters


@lru_cache(8192)
def credits_picture(text: str) -> bool:
    """Tell whether a line credits a picture."""
    return len(text) <= _LONGEST and _CUE.search(text) is not None and _CAPTION.fullmatch(text) is not None


SEEN = re.compile(rf"\b(?:{_MEDIUM}|video|footage|sign)\b", re.IGNORECASE)
"""What a caption speaks of."""
