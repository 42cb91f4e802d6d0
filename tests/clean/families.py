"""Makes scrapes of many kinds of pages in invented words, with what a careful reader would find in them.

Each family is a way of laying out a page that newspapers, blogs, agencies and portals really use. A scrape is drawn
from a family and a seed, and is the same on every machine.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

WHO = (
    "The harbour council|A group of teachers|Residents of the old quarter|The city's transport bureau|Two former"
    " engineers|The weekly|Shopkeepers along the canal|A spokeswoman for the museum|The railway union|A panel of judges"
)
DID = (
    "said on Tuesday that|argued for years that|told reporters that|conceded in a letter that|learned last week that"
    "|wrote in a statement that|could not explain why|denied that"
)
WHAT = (
    "the new bridge would open before the spring festival|nobody had been asked about the lanterns|the archive was"
    " moved without a public notice|ticket prices would rise by four percent|the market's roof leaks in eleven places"
    "|the slogan had been chosen by lottery|the river tram carries fewer people than it did a decade ago"
)
HOW = (
    "according to a report seen by this newspaper|although few of the people concerned agree|which came as a surprise"
    " to the committee|despite a promise made three years earlier|because the contract had already been signed"
)
WHO_ZH = "市交通局|老城区居民|港务委员会|两名工程师|博物馆发言人|运河沿岸的店主|铁路工会|评审团"
DID_ZH = "周二表示，|多年来一直认为，|对记者说，|在一封信中承认，|上周得知，|无法解释为什么|否认"
WHAT_ZH = (
    "新桥将在春节前开通|没有人就灯笼一事征求过意见|档案馆在没有公告的情况下搬迁|票价将上涨百分之四|市场的屋顶有十一处漏水"
    "|口号是抽签选出来的|江上电车的客流不如十年前"
)
HOW_ZH = "，据本报看到的一份报告显示。|，不过当事人大多不同意。|，这让委员会感到意外。|，因为合同已经签署。"
HEADS = (
    "Why the {} Bridge Divides the Lantern Quarter|‘{} Market’: The Song That Nobody Ordered"
    "|{} tram reopens after long dispute over its name|Is the {} Archive Really Worth It?"
)
KINDS = "Quiet|Crowded|Forgotten|Expensive|Stubborn|Unlikely|Narrow|Borrowed"
PEOPLE = "Ada Quill|Bo Lindqvist|Mei Tanaka-Ford|J. R. Oduya|Carla de Souza|Tomas Velik|Hana Novak"
PEOPLE_ZH = "林若川|陈一帆|周明远|赵书南|欧阳青|何思齐"
SECTIONS = "World|Society|Culture|Media Watch|Opinion|China Tech"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
Day = tuple[int, int, int]


@dataclass(frozen=True)
class Truth:
    """One article as its author wrote it; what a family leaves out is empty."""

    title: str
    body: list[str]
    dek: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""


class Press:
    """Draws words."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)  # noqa: S311 - drawn for variety, not for secrecy

    def one(self, choices: str) -> str:
        return self.random.choice(choices.split("|"))

    def sentence(self) -> str:
        return f"{self.one(WHO)} {self.one(DID)} {self.one(WHAT)}, {self.one(HOW)}."

    def prose(self) -> list[str]:
        long = [" ".join(self.sentence() for _ in range(self.random.randint(1, 3))) for _ in range(6)]
        return [*long[:3], f"{self.one(WHO)} declined to comment.", *long[3:]]

    def prose_zh(self) -> list[str]:
        return ["".join(self._sentence_zh() for _ in range(self.random.randint(1, 3))) for _ in range(6)]

    def _sentence_zh(self) -> str:
        return self.one(WHO_ZH) + self.one(DID_ZH) + self.one(WHAT_ZH) + self.one(HOW_ZH)

    def title(self) -> str:
        return self.one(HEADS).format(self.one(KINDS))

    def title_zh(self) -> str:
        return self.one("{}引发争议：市民怎么看|{}为何受到关注？记者实地走访|【观察】{}，谁来负责").format(
            self.one(WHAT_ZH)
        )

    def dek(self) -> str:
        return f"{self.one(WHO)} {self.one(DID)} {self.one(WHAT)}" + self.one(".|")

    def day(self) -> Day:
        return self.random.randint(2014, 2023), self.random.randint(1, 12), self.random.randint(1, 28)

    def date(self, day: Day) -> str:
        year, month, number = day
        name = MONTHS[month - 1]
        return self.random.choice(
            [
                f"{name} {number}, {year}",
                f"{number} {name} {year}",
                f"{name[:3]}. {number}, {year}",
                f"{year}-{month:02}-{number:02} 08:30:00",
                f"{name} {number}, {year} at 9:15 am",
                f"{number} {name[:3]}, {year}",
            ]
        )


def iso(day: Day) -> str:
    """Return a day as ISO 8601 writes it."""
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}"


Made = tuple[list[str], Truth]


def blog(press: Press) -> Made:
    title, day, who, body = press.title(), press.day(), press.one(PEOPLE), press.prose()
    head = press.random.choice([[f"Posted on {press.date(day)} by {who}"], [f"by {who} · {press.date(day)}"]])
    foot = press.random.choice(
        [["Posted in Culture | Tagged bridge, tram | 5 Comments"], ["Share this:", "Like Loading..."]]
    )
    return [title, *head, *body, *foot], Truth(title, body, authors=(who,), date=iso(day))


def magazine(press: Press) -> Made:
    title, dek, day, who, body = press.title(), press.dek(), press.day(), press.one(PEOPLE), press.prose()
    head = [press.one(SECTIONS), title, dek, f"Words by {who}", press.date(day), "5 min read"]
    return [*head, *body, f"{who} is a writer based in the harbour district."], Truth(
        title, body, dek, (who,), iso(day)
    )


def agency(press: Press) -> Made:
    title, day, body = press.title(), press.day(), press.prose()
    body[0] = f"QUAYTOWN, {MONTHS[day[1] - 1][:3]}. {day[2]} (Lantern News) -- {body[0]}"
    return [title, press.date(day), *body, press.one("(END)|Enditem|-- END --")], Truth(title, body, date=iso(day))


def daily(press: Press) -> Made:
    title, dek, day, who, body = press.title(), press.dek(), press.day(), press.one(PEOPLE), press.prose()
    head = [
        press.one(SECTIONS).upper(),
        title,
        dek,
        f"By {who}, Staff Writer",
        press.date(day),
        "Share",
        "Tweet",
        "Print",
    ]
    middle = ["Advertisement", "Story continues below", "READ MORE: " + press.title()]
    foot = ["Sign up for our newsletter", "Most read", f"1. {press.title()}", f"2. {press.title()}"]
    return [*head, *body[:2], *middle, *body[2:], *foot], Truth(title, body, dek, (who,), iso(day))


def resumed(press: Press) -> Made:
    title, day, who = press.title(), press.day(), press.one(PEOPLE)
    body = [f"{press.sentence()} {press.sentence()}" for _ in range(6)]
    links = ["Related stories", press.title(), press.title()]
    foot = ["Comments", "I agree with the second paragraph, this was long overdue.", "Reply"]
    return [title, f"By {who}", press.date(day), *body[:3], *links, *body[3:], *foot], Truth(
        title, body, "", (who,), iso(day)
    )


def wrapped(press: Press) -> Made:
    title, day, who, body = press.title(), press.day(), press.one(PEOPLE), press.prose()
    set_to_width = ["\n".join(textwrap.wrap(paragraph, 72)) for paragraph in body]
    return [title, f"By {who}", press.date(day), *set_to_width], Truth(title, body, authors=(who,), date=iso(day))


def labelled(press: Press) -> Made:
    title, day, who, body = press.title(), press.day(), press.one(PEOPLE), press.prose()
    head = [f"Title: {title}", f"Author: {who}", f"Date: {press.date(day)}", "Source: Canal Ledger"]
    return [*head, *body], Truth(title, body, authors=(who,), date=iso(day))


def portal(press: Press) -> Made:
    title, day, who, body = press.title_zh(), press.day(), press.one(PEOPLE_ZH), press.prose_zh()
    head = [title, f"{iso(day)} 10:36 来源：灯塔网 作者：{who}", "字号 大 中 小  分享到：微博 微信"]
    foot = [
        f"（责任编辑：{press.one(PEOPLE_ZH)}）",
        "相关阅读",
        press.title_zh(),
        "声明：本文仅代表作者个人观点，不代表本站立场。",
    ]
    return [*head, *body, *foot], Truth(title, body, authors=(who,), date=iso(day))


def account(press: Press) -> Made:
    title, day, who, body = press.title_zh(), press.day(), press.one(PEOPLE_ZH), press.prose_zh()
    head = [title, f"文 | {who}", f"{day[0]}年{day[1]}月{day[2]}日", "点击上方蓝字关注我们"]
    return [*head, *body, "— END —", "长按二维码关注我们", "阅读 10万+"], Truth(
        title, body, authors=(who,), date=iso(day)
    )


def taiwan(press: Press) -> Made:
    title, day, body = press.title_zh(), press.day(), press.prose_zh()
    head = [title, "記者陳怡君／台北報導", f"{day[0]}/{day[1]:02}/{day[2]:02} 18:02", "分享", "圖／灯塔社資料照"]
    return [*head, *body, "延伸閱讀", press.title_zh(), press.title_zh()], Truth(
        title, body, authors=("陳怡君",), date=iso(day)
    )


FAMILIES: dict[str, Callable[[Press], Made]] = {
    made.__name__: made for made in (blog, magazine, agency, daily, resumed, wrapped, labelled, portal, account, taiwan)
}
_TOPS: tuple[list[str], ...] = (
    ["Skip to main content", "Menu", "Search"],
    ["HOME | NEWS | OPINION | ARTS", "Subscribe now"],
    [],
)
_TOPS_ZH: tuple[list[str], ...] = (["首页 > 社会 > 正文", "登录 | 注册"], [])


def scrape(family: str, seed: int) -> tuple[str, list[Truth]]:
    """Return the text of a scrape of one to four articles, and the articles."""
    press = Press(f"{family}-{seed}")
    made = [FAMILIES[family](press) for _ in range(press.random.choice((1, 2, 3, 4)))]
    chinese = family in {"portal", "account", "taiwan"}
    lines = [*press.random.choice(_TOPS_ZH if chinese else _TOPS)] if family != "labelled" else []
    for article, _ in made:
        lines += article
    blank = "\n\n" if family == "wrapped" else press.random.choice(("\n\n", "\n"))
    return blank.join(lines) + "\n", [truth for _, truth in made]


def teasers(seed: int) -> str:
    """Return the text of a page that lists articles and has none."""
    press = Press(f"teasers-{seed}")
    lines = ["Skip to main content", "Menu", "Latest"]
    for _ in range(press.random.randint(4, 9)):
        lines += [press.one(SECTIONS), press.title(), press.sentence()[:90] + "…", press.date(press.day()), "Read more"]
    return "\n\n".join([*lines, "Older posts", "Privacy", "© 2022 The Canal Ledger"]) + "\n"
