"""Layouts of pages as data: what stands over an article's text, under it, and over the first one.

``{title}``, ``{dek}``, ``{who}`` and the forms of the date are filled in; the text stands where ``BODY`` does. Each was
written down from a kind of page that newspapers, archives, forums and readers' programs really make.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.clean.families import MONTHS, PEOPLE, PEOPLE_ZH, Press, Truth, iso

BODY = "BODY"
TEXT = "TEXT"
"""Where the text stands with line breaks and without elements of its own."""
FRENCH = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre"]
FRENCH += ["novembre", "décembre"]


@dataclass(frozen=True)
class Layout:
    """Lines of one article, lines that stand once over all, and what a reader learns of each article."""

    name: str
    lines: tuple[str, ...]
    top: tuple[str, ...] = ()
    chinese: bool = False
    knows: str = "author date"


def layout(name: str, lines: str, top: str = "", *, chinese: bool = False, knows: str = "author date") -> Layout:
    return Layout(name, tuple(lines.split("\n")), tuple(filter(None, top.split("\n"))), chinese, knows)


TEXTS = (
    layout("date over the title", "{day_en}\n{title}\nBy {who}\nBODY\nShare on Facebook", "Latest dispatches"),
    layout("signed under the text", "{title}\nBODY\nBy {who}\n{day_en}"),
    layout("name closes the text", "{title}\n{day_gb}\nBODY\n— {who}\n* * *"),
    layout("mail", "From: {who}\nSubject: {title}\nDate: Tue, {day_gb} 08:12:44 +0800\nBODY"),
    layout("one line of facts",
           "Home » Culture » {title}\n{title}\nDate: {day_dots} | Author: {who} | Comments: 4\nBODY"),
    layout("von", "{title}\n{dek}\nVon {who}\n{day_dots}, 14:22 Uhr\nMerken\nBODY", knows="author date dek"),
    layout("par", "{title}\n{dek}\nPar {who}\nPublié le {day_fr} à 10h22\nBODY", knows="author date dek"),
    layout("minutes beside the date", "{title}\n{dek}\n{who}\nFollow\n5 min read · {day_en}\n354\nBODY",
           "Open in app", knows="author date dek"),
    layout("an archive's document",
           "{number} of 9 DOCUMENTS\nThe Canal Ledger\n{day_en} Friday\nLate Edition\n{title}\n"
           "BYLINE: {who}\nSECTION: Culture; Pg. 3\nLENGTH: 543 words\nBODY\nLOAD-DATE: {day_en}"),
    layout("an archive's record", "{title}\nBy {who}\n543 words\n{day_gb}\n05:01\nThe Canal Ledger\nCANAL\nEnglish\n"
           "(c) 2019 The Canal Ledger Ltd.\nBODY\nDocument CANAL0000201905031234"),
    layout("stories with numbers", "STORY {number} OF 9\n{title}\n{who} | {day_gb}\nBODY", "THE WEEKLY FERRY"),
    layout("furniture nobody knows", "{title}\nBy {who}\n{day_en}\nBODY\nA bell rings for every reader\n"
           "The tide waits for none of them.", "Noticeboard"),
    layout("ranks under it", "{title}\n{who}\n{day_en}\nBODY\nHot right now\n1\nA tram nobody took\n2\nThe last lamp"),
    layout("a day over the title", "Friday, {day_gb}\n{title}\n{who}\nBODY\n~", "The Morning Mail"),
    layout("an address over the title", "https://canal.example/{number}\n{title}\n{who}, {day_en}\nBODY"),
    layout("dateline only", "FOR IMMEDIATE RELEASE\n{title}\nBODY\n###", knows=""),
    layout("文末署名", "{title}\nBODY\n作者：{who}\n发布日期：{day_zh}", chinese=True),
    layout("日期在上", "{day_zh} 星期五\n{title}\nBODY\n■記者 {who}", "要聞\n港聞", chinese=True),
    layout("存档", "{title}\n作者：{who}\n发表日期：{day_points}\n主题归类：公共安全\n收藏者：数字档案馆\nBODY",
           chinese=True),
    layout("周刊", "{title}\n来源于 《渡口周刊》 {day_zh} 第7期\n{dek}\n文｜渡口周刊 记者 {who}\nBODY", chinese=True,
           knows="author date dek"),
    layout("政府网站", "{title}\n来源：渡口市政府办公室 发布时间：{day_iso} 浏览次数：12\n【字体：大 中 小】\nBODY",
           "首页 政务公开 政务服务", chinese=True, knows="date"),
    layout("专栏", "{title}\n{dek}\n{day_zh}\n渡口中文网专栏作家 {who}\nBODY", "首页 中国 全球 经济", chinese=True,
           knows="author date dek"),
    layout("账号", "{title}\n{who}·{day_iso} 10:22\nBODY\n好文章，需要您的鼓励", chinese=True),
    layout("評論", "{title}\n{day_strokes} 05:30\n◎ {who}\nBODY", chinese=True),
    layout("杂志", "{title}\n渡口杂志 | 作者 {who} {day_iso} 18:03\nBODY", chinese=True),
    layout("articles that a digest numbers", "* * *\n{number}. {title}\nBy {who} | {day_en}\nBODY",
           "The week on the canal\nIn this issue:\n1. A tram nobody took"),
    layout("a reader of feeds", "{title}\nEstuary Review by {who} / {day_gb} 12:54\nBODY\nVISIT WEBSITE\nKeep unread"),
    layout("mail in a digest", "Message: {number}\nDate: {day_gb} 10:14:00 +0800\nFrom: {who} <quill@canal.example>\n"
           "To: quay-list@canal.example\nSubject: {title}\nBODY\n----------"),
    layout("links over the next title", "{title}\n{dek}\n3 min read\n{day_gb}\nWords by {who}\nBODY\n"
           "#canals #trams\nYou might also like\nThe last lamp on the quay", knows="author date dek"),
    layout("counts under the text", "{title}\n{dek}\n{who}·{day_strokes} 10:21\n浏览 15.2w\nBODY\n评论 43",
           chinese=True, knows="author date dek"),
    layout("荐读", "{title}\n原创 {who} 运河观察\n{day_zh} 发表于江城\nBODY\n喜欢此内容的人还喜欢\n江上电车的旧照片\n"
           "阅读 10万+\n赞 20 在看 7\n写留言", chinese=True),
    layout("报料", "{title}\n渡口新闻记者 {who}\n{day_iso} 10:22\n来源：渡口新闻\n∙ 城市号 >\n字号\nBODY\n"
           "责任编辑：周明远\n图片编辑：林若川\n渡口新闻，未经授权不得转载\n评论（12）", chinese=True),
    layout("an export of a data base",
           "{title}\nThe Canal Ledger\n{day_en} Monday\nCopyright 2019 The Canal Ledger Ltd. All Rights Reserved\n"
           "Section: NEWS; Pg. 4\nLength: 604 words\nByline: {who}\nBody\nBODY\nLoad-Date: {day_en}\nEnd of Document"),
    layout("an office under the name", "{title}\n{dek}\n{who}\nQuay correspondent\nPublished on {day_en} 8:41 AM EST\n"
           "Facebook\nBODY\nFiled Under\ncanals", knows="author date dek"),
    layout("a section beside the day",
           "{day_en} - Culture\n{title}\n{who}\nBODY\nGo deeper: The last lamp\nSave story", "Sections"),
    layout("forwarded mail", "---------- Forwarded message ---------\nFrom: {who} <quill@canal.example>\n"
           "Date: Mon, {day_gb} at 3:20 PM\nSubject: Fwd: {title}\nTo: Quay <quay@canal.example>\nBODY\n"
           "Sent from my telephone"),
    layout("what a site says of itself", "{title}\nFrom Quayreports, the free news source\n{day_en}\nBODY\n"
           "Related news\nThe last lamp", knows="date"),
    layout("文件", "{title}\n索引号：000014349/2018-00076\n发文机关：渡口市人民政府\n发布日期：{day_zh}\nBODY\n"
           "扫一扫在手机打开当前页", "首页 > 政策 > 文件", chinese=True, knows="date"),
    layout("刊于", "{title}\n{dek}\n本刊记者/{who}\n发于{day_points}总第898期《渡口周刊》\nBODY\n"
           "《渡口周刊》2019年第7期\n值班编辑：周明远", chinese=True, knows="author date dek"),
    layout("赞同", "{title}\n{who}\n公共政策研究者\n82 人赞同了该文章\nBODY\n"
           "编辑于 {day_iso} 10:20\n赞同 82\n9 条评论\n收藏",
           chinese=True),
    layout("撰稿", "{title}\n{dek}\n{day_zh} 10:20\n{who}　为渡口中文网撰稿\nBODY\n读者评论", chinese=True,
           knows="author date dek"),
    layout("博客", "{title}\n({day_iso} 10:20:22)\n标签：运河 电车\nBODY\n阅读(12)┊ 评论 (3)┊ 收藏(0) ┊转载(0) ┊ 喜欢▼",
           chinese=True, knows="date"),
    layout("報導", "{title}\n記者 {who} 報導\n發佈時間：{day_strokes} 10:22\n最後更新時間：{day_strokes} 11:30\nBODY",
           chinese=True),
)  # fmt: skip

PAGES = (
    layout("headings in one box", "<h1>{title}</h1>\n<p>By {who} | {day_en}</p>\nBODY"),
    layout("headings under a site's name", "<h2>{title}</h2>\n<p><em>{day_gb} – {who}</em></p>\nBODY",
           "<h1>Dispatches</h1>"),
    layout("boxes without names",
           "<section class=x1><h2>{title}</h2><p>By {who}</p><time>{day_en}</time>BODY</section>"),
    layout("bold lines", "<p><b>{title}</b></p><p><i>{day_en}, by {who}</i></p>BODY<hr>"),
    layout("a table", "<tr><td><b>{title}</b></td></tr><tr><td>{day_iso} 来源：渡口网 作者：{who}</td></tr>"
           "<tr><td>BODY</td></tr>", chinese=True),
    layout("summaries", "<details><summary>{title}</summary><p>{day_en} · {who}</p>BODY</details>"),
    layout("data say the headline",
           "<div><div itemprop=headline>{title}</div><p>By {who}</p><p>{day_en}</p>BODY</div>"),
    layout("dates over the headings", "<div><h2>Friday, {day_en}</h2><h3>{title}</h3>BODY<p>Posted by {who}</p></div>",
           "<h1>Canal Diary</h1>", knows="date"),
    layout("signed and dated below",
           "<h2>{title}</h2>BODY<p>Posted by {who} on {day_en} | 3 Comments</p>"),
    layout("a title in the paragraph of its text",
           "<p><strong>{title}</strong><br>{who}, {day_en}<br>TEXT</p>"),
    layout("titles in one cell", "<b>{title}</b><br>By {who}, {day_en}<br>TEXT<br><br>", "<table><tr><td>"),
    layout("a name with a dash under the text",
           "<div class=entry><h2>{title}</h2><p>{day_gb}</p>BODY<p>— {who}</p></div>", "<h1>Letters</h1>"),
    layout("buttons beside the date",
           "<div><h1>{title}</h1><div><a rel=author href=/a>{who}</a><span>Follow</span><span>5 min read</span>"
           "<span>{day_en}</span></div><div>BODY</div></div>"),
    layout("a page builder",
           "<section class=pb-section><div class=pb-widget-title><h1>{title}</h1></div><ul><li>{day_en}</li>"
           "<li>{who}</li></ul><div class=pb-widget-content>BODY</div></section>", knows="date"),
    layout("sections called titles",
           "<div><div class=section-title>Culture</div><h1>{title}</h1><p>By {who}</p><time>{day_en}</time>BODY</div>"),
    layout("editors under each cell",
           "<tr><td class=title>{title}</td></tr><tr><td>{day_iso} 来源：渡口网 作者：{who}</td></tr>"
           "<tr><td>BODY</td></tr><tr><td>（责任编辑：周明远）</td></tr>",
           "<tr><td>首页 新闻 论坛</td></tr>", chinese=True),
    layout("a kicker over each", "<p class=kicker>Culture</p><h1>{title}</h1><p>By {who}</p><p>{day_gb}</p>BODY"),
)  # fmt: skip


def made(one: Layout, seed: int, count: int, *, page: bool = False) -> tuple[str, list[Truth]]:
    """Return a scrape of ``count`` articles in a layout, and the articles."""
    press = Press(f"{one.name}-{seed}")
    lines, truths = list(one.top), []
    for number in range(1, count + 1):
        truth, filled = _article(press, one, number, page=page)
        truths.append(truth)
        lines += filled
    text = "\n".join(lines) if page else "\n\n".join(lines) + "\n"
    return (_page(text, table="<tr>" in text) if page else text), truths


def _page(inner: str, *, table: bool) -> str:
    box = f"<table>{inner}</table>" if table else f"<div class=content>{inner}</div>"
    top = "<html><head><title>Canal Ledger</title></head><body><nav><a href='/'>Home</a></nav>"
    return f"{top}{box}<footer>© 2019 Canal Ledger</footer></body></html>"


def _article(press: Press, one: Layout, number: int, *, page: bool) -> tuple[Truth, list[str]]:
    body = press.prose_zh() if one.chinese else press.prose()
    day, who = press.day(), press.one(PEOPLE_ZH if one.chinese else PEOPLE)
    # Two articles of one page have no title in common.
    title = f"{press.title_zh()}（{number}）" if one.chinese else f"{press.title().rstrip('?')} no. {number}"
    dek = (press.prose_zh()[0].split("。")[0] + "。") if one.chinese else press.sentence()
    month = MONTHS[day[1] - 1]
    words = {
        "title": title, "who": who, "dek": dek, "number": number, "day_iso": iso(day),
        "day_en": f"{month} {day[2]}, {day[0]}", "day_gb": f"{day[2]} {month} {day[0]}",
        "day_zh": f"{day[0]}年{day[1]}月{day[2]}日", "day_points": f"{day[0]}.{day[1]}.{day[2]}",
        "day_dots": f"{day[2]:02}.{day[1]:02}.{day[0]}", "day_fr": f"{day[2]} {FRENCH[day[1] - 1]} {day[0]}",
        "day_strokes": f"{day[0]}/{day[1]:02}/{day[2]:02}",
    }  # fmt: skip
    paragraphs = [f"<p>{text}</p>" for text in body] if page else body
    lines: list[str] = []
    for line in (line.replace(TEXT, "<br><br>".join(body)) for line in one.lines):
        before, text, after = line.partition(BODY)
        lines += [
            before.format(**words), *(paragraphs if text else ()), after.format(**words)
        ] if before or after else paragraphs if text else [""]  # fmt: skip
    known = one.knows
    truth = Truth(
        title,
        body,
        dek if "dek" in known else "",
        (who,) if "author" in known else (),
        iso(day) if "date" in known else "",
    )
    return truth, [line for line in lines if line]
