"""A small site in invented words for the tests of the reading page: an article, its term pages, the static files."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from site_builder.model.address import article_path, hashtag_path, meanings_path, term_path
from site_builder.model.article import Article, PartialDate, Rights
from site_builder.model.editorial import AnchoredNote, Note
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.han import HANZI
from site_builder.model.index import ArticleRef, Citation, Index, TagEntry, TermEntry
from site_builder.model.mined import HashtagUse, Mined, Pair
from site_builder.model.site import Site
from site_builder.model.text import ArticleText, Place, Quote, Span
from site_builder.model.word import Evidence, Gloss, Reading, Word
from site_builder.render import listing, meanings, pages
from site_builder.render.body import to_html
from site_builder.render.flat import flatten
from site_builder.render.leaf import leaf
from site_builder.render.templates import environment

TEMPLATES = Path(__file__).parents[2] / "templates"
BODY = """The tea house (茶馆) is known for good faith (诚信), and says so: 诚信 hangs on its wall.[^1]

The China Tea Friendship Office (中国茶叶友谊办公室) agrees, and *many guests* of the tea house do too.

## A second section

Here 诚信 comes again, and 重, which nobody can read for sure. See \\#茶馆点亮中国# for more, and
[the 茶馆 page](https://tea.example/).

诚信茶馆，中国友谊。

[^1]: The wall is white.
"""
LEXICON = {
    "茶馆": ("cha2 guan3", "cháguǎn", ("teahouse",), "茶館", Evidence.DICTIONARY),
    "诚信": ("cheng2 xin4", "chéngxìn", ("honest; trustworthy", "good faith"), "誠信", Evidence.ROMANISED),
    "中国": ("zhong1 guo2", "Zhōngguó", ("China",), "中國", Evidence.DICTIONARY),
    "友谊": ("you3 yi4", "yǒuyì", ("friendship",), "友誼", Evidence.DICTIONARY),
    "点亮": ("dian3 liang4", "diǎnliàng", ("to light up",), "點亮", Evidence.PHRASE),
    "重": ("chong2", "chóng", ("again", "heavy"), "", Evidence.GUESS),
    "中国茶叶友谊办公室": (
        "zhong1 guo2 cha2 ye4 you3 yi4 ban4 gong1 shi4",
        "Zhōngguó Cháyè Yǒuyì Bàngōngshì",
        (),
        "中國茶葉友誼辦公室",
        Evidence.DICTIONARY,
    ),
}
_WORD = re.compile("|".join(sorted(LEXICON, key=len, reverse=True)) + f"|[{HANZI}]")


def _words(text: str) -> tuple[Word, ...]:
    found = []
    for match in _WORD.finditer(text):
        syllables, spelled, senses, traditional, evidence = LEXICON[match[0]]
        because = "chéngxìn" if evidence is Evidence.ROMANISED else ""
        reading = Reading(tuple(syllables.split()), spelled, evidence, because)
        gloss = Gloss(senses, traditional=traditional, simplified=match[0], hsk="4" if match[0] == "诚信" else "")
        found.append(Word(Place("body", Span(*match.span())), match[0], "zh-Hans", reading, gloss, match[0]))
    return tuple(found)


def _place(text: str, words: str) -> Place:
    at = text.index(words)
    return Place("body", Span(at, at + len(words)))


def _pair(text: str, chinese: str, english: str) -> Pair:
    here = _place(text, english)
    return Pair(chinese, english, "term", "translation", _place(text, chinese), here, here, "paren", 1.0)


def sample(body: str = BODY) -> AnnotatedArticle:
    """Return the annotated article."""
    html, _ = to_html(body)
    flat = flatten(html)
    tag = _place(flat.text, "#茶馆点亮中国#") if "#茶馆" in flat.text else None
    mined = Mined(
        (_pair(flat.text, "诚信", "good faith"), _pair(flat.text, "中国茶叶友谊办公室", "China Tea Friendship Office"))
        if body is BODY
        else (),
        (HashtagUse("茶馆点亮中国", "#茶馆点亮中国#", tag, tag, ("Teahouse Lights Up China",)),) if tag else (),
    )
    notes = (
        (
            AnchoredNote(
                Note("wall", Quote("茶馆"), note="A teahouse of 成都.", by="An Editor"), _place(flat.text, "茶馆")
            ),
        )
        if body is BODY
        else ()
    )
    article = Article(
        "tea",
        "Good Faith at the Tea House",
        body,
        dek="A wall speaks.",
        authors=("A. Writer",),
        publisher="The Teapot",
        date=PartialDate("2021-05", "month"),
        rights=Rights("own"),
    )
    text = ArticleText(article.title, article.dek, flat)
    return AnnotatedArticle(article, html, text, mined, _words(flat.text), notes)


def write_site(folder: Path, annotated: AnnotatedArticle) -> Path:
    """Write the site and return the file of the article's page."""
    site = Site(base_url="https://tea.example/reader/", title="The Tea Reader")
    env = environment([str(TEMPLATES)])
    ref = ArticleRef("tea", annotated.article.title, annotated.article.dek, date=annotated.article.date, minutes=2)
    terms = {word.term: word for word in annotated.words}
    entries = tuple(
        TermEntry(
            name, "term", word.reading, word.gloss, places=(Citation("tea", "", "a ", name, " b"),), count=3, mined=True
        )
        for name, word in terms.items()
    )
    tags = tuple(TagEntry(use.name, "", ()) for use in annotated.mined.hashtags)
    index = Index((ref,), entries, tags)
    lookup = pages.Lookup.of(index)
    shown = leaf(annotated)
    files = {article_path("tea"): pages.article(env, site, shown, ref)}
    lines = list(map(listing.term_line, entries))
    files[""] = pages.home(env, site, index, lines, map(listing.tag_line, tags))
    files |= {sheet.path: pages.listed(env, site, sheet) for sheet in listing.glossary(lines)}
    files |= {term_path(entry.term): pages.term(env, site, lookup, entry) for entry in entries}
    files |= {hashtag_path(entry.name): pages.hashtag(env, site, lookup, entry) for entry in tags}
    for path, html in files.items():
        (folder / path).mkdir(parents=True, exist_ok=True)
        (folder / path / "index.html").write_text(html, encoding="utf-8")
    if shown.told:
        (folder / meanings_path("tea", "js")).write_text(meanings.script(shown.told), encoding="utf-8")
        (folder / meanings_path("tea", "css")).write_text(meanings.style(shown.told, site.entries), encoding="utf-8")
    shutil.copytree(TEMPLATES / "static", folder / "static")
    return folder / article_path("tea") / "index.html"
