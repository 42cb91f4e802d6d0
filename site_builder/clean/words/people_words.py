"""The words around people's names: surnames, what a byline calls its people, what follows a name: data, no logic.

Input: none. Output: sets of names, and patterns (or parts of patterns) that bylines are read with.
"""

from __future__ import annotations

import re

SURNAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
    "汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛岳柴裴涂牟关柯祝尤耿祁焦芦缪包柏滕左屈古费毕项柳宁凌尚成梅柬骆盛童詹欧阮苗单覃卫蒙米纪莘游卞湛池仇阳应冷戚喻邬臧茅舒席麻危刁虞昝裘郁钮嵇荀甄芮储靳糜巫隗宓郗仲伊栾厉戎符景郜蔺屠胥贡姬冉郦雍桑濮扈冀浦晏瞿茹宦艾庾衡匡寇阙蔚巩晁敖阚沙巢蒯荆竺桓奚酆鲍廉岑狄贝卓谈桂蒲窦翁辛管甘柔饶鞠闵解强柴华车连褚娄杭谷鄢肖伍闫卜佟冼郎苑邸丘"
    "張劉陳楊黃趙吳孫馬鄭羅謝韓許鄧蕭馮程葉呂蔣杜盧陸譚韋賈鄒閻龍賀嚴錢湯溫喬顏莊魯龐項駱單覃衛紀應竇饒閔華車連婁"
) | frozenset(
    [
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "司徒",
        "端木",
        "南宫",
        "夏侯",
        "轩辕",
        "长孙",
        "宇文",
        "闻人",
        "東方",
        "歐陽",
        "諸葛",
        "尉遲",
    ]
)
"""Chinese surnames: the frequent ones by the 2010s' household registers, simplified and traditional, and compound ones."""

ROLE = r"(?:本报|本報|本刊|本网|特约|特約|见习|見習|实习|實習|首席|驻京|駐京|驻站|通讯)?(?:作\s*者|记\s*者|撰\s*文|撰稿人?|文字|采写|采访|執筆|执笔|編輯|通讯员|評論員|评论员|专栏作家|专栏作者|编译|撰稿|作者|記者|特派記者|特派员|特派員)"
"""What a Chinese byline calls its people."""

OFFICE = re.compile(
    r"\b(?:correspondent|reporter|writer|editor|columnist|contributor|producer|analyst|fellow|professor|researcher|author"
    r"|bureau chief|journalist|scholar|lecturer|associate|director|economist|advis[eo]r|strategist)s?\b"
    r"|(?:研究者|研究员|研究員|学者|學者|教授|讲师|作家|作者|记者|記者|编辑|編輯|主编|主笔|律师|律師|评论员|評論員|撰稿人|从业者|创始人|博士|专栏)$",
    re.IGNORECASE,
)
"""What a person is who writes: a line under the name says it."""

AUTHORS = re.compile(r"(?:authors?|written by|by|作者|撰文)\s*[:：]?", re.IGNORECASE)
"""The whole line over a list of who wrote a text."""

ROLE_OF = re.compile(
    r"(?:\s*[|·•—–]\s*|\s+[-/]\s+|\s{2,}|,\s*(?=(?:staff|senior|chief|special|deputy|foreign|china|asia|in|for|reuters|ap|afp|xinhua|editor|correspondent|reporter|the)\b)"
    r"|\s+(?=(?:posted|published|updated)\b)|\s+(?=(?:in|for|at|on|/)(?:\s|$))|\s*[（(<]|\s+(?:编辑|责编|来源|摄影|图|校对)[:：/／]|\s*(?=\S+@)).*",
    re.IGNORECASE,
)
"""What follows a name in a byline and is not of it."""

DESK = re.compile(
    r"\b(?:news|times|daily|post|desk|staff|agency|press|bureau|media|editors?|editorial|team|network|online|journal|gazette|videos?|audio|player|gallery|story|stories|subscribe|reporters?|correspondents?|writers?|admin|moderators?|guest|photo(?:graph(?:y|er|s)?)?s?|images?)\b",
    re.IGNORECASE,
)
"""Words that no person's name has: the byline of a newsroom, or a picture's credit."""

TELLS = (
    r"is|was|has|writes|covers|works|lives|reports|teaches|joined|studied|graduated|holds|speciali[sz]es|translates|edits"
    r"|draws|studies|taught|wrote|worked|lived|reported|covered|served|spent"
)
"""The verbs by which a line tells who somebody is (``Ann Lee teaches …``): branches of a pattern."""
