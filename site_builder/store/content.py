"""The reader and writer of ``content/``: articles, topics and plain pages as Markdown with YAML front matter.

Input: the folder of the site, or one file's text. Output: values of ``model``, and an issue for
everything that is wrong, all files at once. What editors write in YAML is read by ``editorial``.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, get_args

import yaml

from site_builder.model.article import Article, PartialDate, Precision, Rights, RightsStatus, Source, Status
from site_builder.model.editorial import PlainPage, Topic
from site_builder.model.issue import Issue, Where
from site_builder.model.reference import Reference
from site_builder.model.wording import shorten
from site_builder.store import frontmatter, slug
from site_builder.store.editorial import read_editorial, read_notes
from site_builder.store.files import read_text, write_atomic
from site_builder.store.yaml import Form

__all__ = [
    "dump_article",
    "parse_article",
    "read_articles",
    "read_editorial",
    "read_notes",
    "read_pages",
    "read_topics",
    "strays",
    "write_article",
]

ARTICLES = "content/articles"
PICTURE = re.compile(r"([\w-]+)/(\d{1,4}\.(?:png|jpg|webp))")
"""A picture that the build copies: (slug, file), below ``ARTICLES``."""

KEYS = (
    *("title", "slug", "lang", "dek", "authors", "contributors", "publisher", "category", "date", "date_precision"),
    *("topics", "tags", "references", "source", "rights", "status", "ingested"),
)
SOURCE_KEYS = ("file", "lines", "url", "sha256")
REFERENCE_KEYS = ("authors", "year", "title", "publication", "url", "accessed")
RIGHTS_KEYS = ("status", "holder", "year", "notice")

_PRECISIONS: tuple[Precision, ...] = get_args(Precision)
_RIGHTS: tuple[RightsStatus, ...] = get_args(RightsStatus)
_STATUS: tuple[Status, ...] = get_args(Status)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?))?)?)?")
_PLAIN_DAY = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])")  # in every month
_PLAIN_YEAR = re.compile(r"[1-9][0-9]{3}")
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LENGTH: dict[Precision, int] = {"none": 0, "year": 4, "month": 7, "day": 10, "time": 99}

Page = TypeVar("Page", Article, Topic, PlainPage)
Read = tuple[Page | None, tuple[Issue, ...]]


def read_articles(root: Path) -> tuple[tuple[Article, ...], tuple[Issue, ...]]:
    """Return the articles of the site at ``root`` in the order of their files, and every problem found."""
    return _read_folder(root, ARTICLES, parse_article)


def read_topics(root: Path) -> tuple[tuple[Topic, ...], tuple[Issue, ...]]:
    """Return the topics of the site at ``root`` in the order of their files, and every problem found."""
    return _read_folder(root, "content/topics", parse_topic)


def read_pages(root: Path) -> tuple[tuple[PlainPage, ...], tuple[Issue, ...]]:
    """Return the plain pages of the site at ``root`` in the order of their files, and every problem found."""
    return _read_folder(root, "content/pages", parse_page)


def _read_folder(
    root: Path, folder: str, parse: Callable[[str, str], Read[Page]]
) -> tuple[tuple[Page, ...], tuple[Issue, ...]]:
    pages: list[Page] = []
    found: list[Issue] = []
    for path in sorted((root / folder).glob("*"), key=lambda path: path.name):
        shown = f"{folder}/{path.name}"
        if path.name.startswith(".") or path.name.endswith("~") or (folder == ARTICLES and path.is_dir()):
            continue
        if path.suffix.lower() != ".md":
            found.append(Issue(Where(shown), "W104", "is not a .md file, and is not read", "warning"))
            continue
        text, issues = read_text(path, shown, root)
        found.extend(issues)
        if text is not None:
            page, issues = parse(text, shown)
            found.extend(issues)
            if page is not None:
                pages.append(page)
    return tuple(pages), (*found, *slug.clashes(pages))


def strays(root: Path) -> tuple[Issue, ...]:
    """Return a warning for everything in the folder of articles that is no Markdown file, hidden files aside."""
    folder = root / ARTICLES
    names = os.listdir(folder) if folder.is_dir() else []  # noqa: PTH208 - pathlib makes a path of each of ten thousand
    return tuple(
        Issue(Where(f"{ARTICLES}/{name}"), "W104", "is not a .md file, and is not read", "warning")
        for name in sorted(names)
        if not (name.startswith(".") or name.endswith("~") or name.lower().endswith(".md"))
    )


def parse_article(text: str, path: str) -> Read[Article]:
    """Return the article in ``text``, or None where an error keeps it from being one; and every problem.

    ``path`` is relative to the site; its name is the slug of an article that gives none.
    """
    found: list[Issue] = []
    read = frontmatter.read(text, path, found)
    if read is None:
        return None, tuple(found)
    form, parts = read
    form.only(KEYS)
    article = Article(
        slug=_slug(form, path),
        title=form.text("title", required=True),
        body=parts.body,
        lang=_lang(form),
        dek=form.text("dek"),
        authors=form.texts("authors"),
        contributors=form.texts("contributors"),
        publisher=form.text("publisher"),
        category=form.text("category"),
        date=_date(form),
        topics=_slugs(form, "topics"),
        tags=form.texts("tags"),
        references=tuple(_reference(one) for one in form.forms("references")),
        source=_source(form.form("source")),
        rights=_rights(form.form("rights")),
        status=form.choice("status", _STATUS, "published"),
        ingested=form.text("ingested"),
        path=path,
        body_line=parts.body_line,
    )
    if not parts.body and article.status != "draft":
        found.append(Issue(Where(path, parts.body_line, 1), "W105", "the article has no text", "warning"))
    return _kept(article, found)


def parse_topic(text: str, path: str) -> Read[Topic]:
    """Return the topic in ``text`` and every problem; ``slug`` may be given, else it is the file's name."""
    found: list[Issue] = []
    read = frontmatter.read(text, path, found)
    if read is None:
        return None, tuple(found)
    form, parts = read
    form.only(("title", "slug", "summary", "terms"))
    title = form.text("title", required=True)
    topic = Topic(_slug(form, path), title, parts.body, form.text("summary"), form.texts("terms"), path)
    return _kept(topic, found)


def parse_page(text: str, path: str) -> Read[PlainPage]:
    """Return the plain page in ``text`` and every problem; ``slug`` may be given, else it is the file's name."""
    found: list[Issue] = []
    read = frontmatter.read(text, path, found)
    if read is None:
        return None, tuple(found)
    form, parts = read
    form.only(("title", "slug"))
    return _kept(PlainPage(_slug(form, path), form.text("title", required=True), parts.body, path), found)


def _kept(page: Page, found: list[Issue]) -> Read[Page]:
    whole = all(issue.severity != "error" for issue in found)
    return page if whole else None, tuple(found)


def _slug(form: Form, path: str) -> str:
    given = form.has("slug") or form.at("slug") != form.where
    value = form.text("slug", required=True) if given else Path(path).stem
    fault = slug.fault(value)
    if fault and value:
        hint = f"for example: slug: {slug.suggestion(value) or 'a-short-name'}"
        name = "slug" if given else "the file's name as slug"
        form.problem("slug", "E018", f'{name} cannot be "{shorten(value)}": {fault}', hint)
    return value


def _slugs(form: Form, key: str) -> tuple[str, ...]:
    values = form.texts(key)
    for value in values:
        if fault := slug.fault(value):
            hint = f"for example: {slug.suggestion(value) or 'a-short-name'}"
            form.problem(key, "E018", f'"{key}" cannot have "{shorten(value)}": {fault}', hint)
    return values


def _lang(form: Form) -> str:
    value = form.text("lang") or "en"
    if not _LANG.fullmatch(value):
        form.problem(
            "lang", "E017", f'"lang" must be a language tag, not "{shorten(value)}"', "for example: en, zh-Hans"
        )
    return value


def _date(form: Form) -> PartialDate:
    """Read ``date`` and ``date_precision``; the one says how much of the other is known."""
    value = form.text("date")
    precision = form.choice("date_precision", _PRECISIONS, "none")
    match = _DATE.fullmatch(value)
    if value and (match is None or not _is_date(value)):
        form.problem(
            "date", "E020", f'not a date: "{shorten(value)}"', "write 2019, 2019-04, 2019-04-24 or 2019-04-24T08:30"
        )
        return PartialDate()
    known: Precision = _PRECISIONS[match.lastindex or 0] if match else "none"
    if not form.has("date_precision"):
        return PartialDate(value, known)
    if _LENGTH[precision] > _LENGTH[known]:
        form.problem("date_precision", "E020", f'"{value}" is not known to the {precision}', f"write {known}")
    return PartialDate(value[: _LENGTH[precision]], precision)


def _is_date(value: str) -> bool:
    """Tell whether the calendar has the day, month or year ``value``."""
    full = value if len(value) > len("2019-04") else (value + "-01-01")[: len("2019-04-24")]
    try:
        dt.datetime.fromisoformat(full)
    except ValueError:
        return False
    return True


def _reference(form: Form) -> Reference:
    form.only(REFERENCE_KEYS)
    return Reference(
        authors=form.texts("authors"),
        year=form.text("year"),
        title=form.text("title"),
        publication=form.text("publication"),
        url=_url(form),
        accessed=form.text("accessed"),
    )


def _source(form: Form | None) -> Source:
    if form is None:
        return Source()
    form.only(SOURCE_KEYS)
    return Source(form.text("file"), _lines(form), _url(form), form.text("sha256"))


def _url(form: Form) -> str:
    url = form.text("url")
    if url and not url.lower().startswith(("https://", "http://")):
        form.problem("url", "E017", f'"url" must begin with https:// or http://, not "{shorten(url)}"')
    return url


def _lines(form: Form) -> tuple[int, int] | None:
    values = form.texts("lines")
    if not values:
        return None
    numbers = [int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 10]  # noqa: PLR2004
    if len(values) == len(numbers) == 2 and 1 <= numbers[0] <= numbers[1]:  # noqa: PLR2004 - a first and a last
        return numbers[0], numbers[1]
    form.problem("lines", "E017", '"lines" must be the first and the last line', "for example: lines: [3, 119]")
    return None


def _rights(form: Form | None) -> Rights:
    if form is None:
        return Rights()
    form.only(RIGHTS_KEYS)
    status = form.choice("status", _RIGHTS, "unknown")
    return Rights(status, form.text("holder"), form.number("year", 1, 9999), form.text("notice"))


class _Flow(list[object]):
    """A list that is written on one line."""


class _Dumper(yaml.CSafeDumper):
    """The safe dumper, with ``_Flow`` lists on one line."""


_Dumper.add_representer(_Flow, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, True))


def dump_article(article: Article) -> str:
    """Return ``article`` as the text of its file: the same bytes for the same article, without empty keys.

    ``parse_article`` gives the article back, but for ``path`` and ``body_line``.
    """
    source, rights, date = article.source, article.rights, article.date
    values: dict[str, object] = {
        "title": article.title,
        "slug": article.slug,
        "lang": article.lang,
        "dek": article.dek,
        "authors": _Flow(article.authors),
        "contributors": _Flow(article.contributors),
        "publisher": article.publisher,
        "category": article.category,
        "date": _plain_date(date),
        "date_precision": date.precision if date.text else "",
        "topics": _Flow(article.topics),
        "tags": _Flow(article.tags),
        "references": [_plain_reference(one) for one in article.references],
        "source": _full(
            {"file": source.file, "lines": _Flow(source.lines or ()), "url": source.url, "sha256": source.sha256}
        ),
        "rights": _full(
            {"status": rights.status, "holder": rights.holder, "year": rights.year, "notice": rights.notice}
        ),
        "status": article.status,
        "ingested": article.ingested,
    }
    head = yaml.dump(_full(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9)
    return f"---\n{head}---\n\n{article.body}\n" if article.body else f"---\n{head}---\n"


def _plain_reference(one: Reference) -> dict[str, object]:
    values = {name: getattr(one, name) for name in REFERENCE_KEYS}
    year = int(one.year) if _PLAIN_YEAR.fullmatch(one.year) else one.year
    accessed = dt.date.fromisoformat(one.accessed) if _PLAIN_DAY.fullmatch(one.accessed) else one.accessed
    return _full({**values, "authors": _Flow(one.authors), "year": year, "accessed": accessed})


def _full(values: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value not in ("", None, [], {})}


def _plain_date(date: PartialDate) -> object:
    """Return the date as the type YAML writes without quotes."""
    if date.precision == "year":
        return int(date.text) if date.text[:1] != "0" else date.text
    return dt.date.fromisoformat(date.text) if date.precision == "day" else date.text


def write_article(root: Path, article: Article) -> None:
    """Write ``article`` to its ``path`` in the site; the file appears whole or not at all."""
    write_atomic(root / article.path, dump_article(article))
