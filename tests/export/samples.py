"""A little invented collection that the tests of this room share."""

from site_builder.model.article import Article, PartialDate, Rights, Source
from site_builder.model.editorial import AnchoredNote, Note, Topic
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.index import ArticleRef, Citation, Index, Rendering, TagEntry, TermEntry, TopicEntry
from site_builder.model.mined import Mined
from site_builder.model.site import Site
from site_builder.model.text import ArticleText, Block, FlatText, Place, Quote, Span
from site_builder.model.word import Evidence, Gloss, Reading, Word

SITE = Site(
    title="Tea & Trains", tagline="Notes from the line", base_url="https://tea.example/read/", author="The Editors"
)

ARTICLE = Article(
    slug="green-train",
    title="“All Aboard”: The Green Train (绿皮车) Returns",
    dek="Slow trains win friends.",
    body="The green train (绿皮车) is back.",
    authors=("Anna van der Berg", "Xinhua"),
    contributors=("Li Lei",),
    publisher="Rail & Tea Weekly",
    category="Society",
    date=PartialDate("2021-03", "month"),
    topics=("trains",),
    source=Source(url="https://rail.example/green?x=1&y=2"),
    rights=Rights("licensed", "Rail & Tea Weekly", 2021, "©2021 Rail & Tea Weekly"),
)

BODY = FlatText(
    "The green train (绿皮车) is back.\nMany say so.",
    (Block(Span(0, 30), "p-green", "paragraph"), Block(Span(31, 43), "p-many", "paragraph")),
)
READING = Reading(("lv4", "pi2", "che1"), "lǜpíchē", Evidence.DICTIONARY)
GLOSS = Gloss(("green-skinned train",), traditional="綠皮車", simplified="绿皮车", hsk="7-9")
WORD = Word(Place("body", Span(17, 20)), "绿皮车", "zh-Hans", READING, GLOSS, "绿皮车")
NOTE = AnchoredNote(
    Note("n1", Quote("绿皮车"), "context", note="Painted green until 2019.", by="Mei", date="2024-05-06"),
    Place("body", Span(17, 20)),
)
ANNOTATED = AnnotatedArticle(ARTICLE, "", ArticleText(ARTICLE.title, ARTICLE.dek, BODY), Mined(), (WORD,), (NOTE,))

PLACE = Citation("green-train", "p-green", "The green train (", "绿皮车", ") is back.")
TERM = TermEntry(
    "绿皮车",
    "term",
    READING,
    GLOSS,
    (Rendering("green train", "translation", (PLACE,)),),
    (PLACE,),
    1,
    ("green-train",),
    ("trains",),
    mined=True,
)
TAG = TagEntry("慢火车回来了", "màn huǒchē huílái le", (), (), (PLACE,), articles=("green-train",), count=1)

GREEN = ArticleRef(
    "green-train", ARTICLE.title, ARTICLE.dek, ARTICLE.authors, ARTICLE.publisher, "Society", ARTICLE.date, ("trains",)
)
OLDER = ArticleRef("old-tea", "Old Tea", date=PartialDate("1999", "year"), topics=("tea",))
INDEX = Index(
    (OLDER, GREEN),
    (TERM,),
    (TAG,),
    (TopicEntry(Topic("trains", "Trains"), ("green-train",), ("绿皮车",), (), ("慢火车回来了",)),),
)
