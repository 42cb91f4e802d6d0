"""The way of a build, from content to the swap of the output.

Input: a ``Request``. Output: the site on disk, and a ``Report`` with every problem found on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from site_builder.build import article as articles
from site_builder.build import sources
from site_builder.build.pages import site_files
from site_builder.build.request import Report, Request
from site_builder.catalog import links
from site_builder.catalog.evidence import known
from site_builder.catalog.index import build as build_index
from site_builder.catalog.plan import file_of
from site_builder.knowledge import open_lexicon
from site_builder.model.guide import Guide
from site_builder.model.issue import Issue
from site_builder.store import output
from site_builder.store.lock import held
from site_builder.store.pack import digest

Tell = Callable[[str], None]


def build(request: Request, tell: Tell = lambda text: None) -> Report:
    """Build the site. Problems in the content are in the report; the machine's raise ``SiteError``.

    Errors (and with ``strict``, warnings) leave the last good site as it is.
    """
    with held(request.cache / "lock", request.wait, tell):
        return _build(request)


def _build(request: Request) -> Report:
    content, found = sources.read(request.root, drafts=request.site.drafts)
    issues = [*request.found, *found]
    lexicon = open_lexicon(request.cache)
    read = [articles.read(one, lexicon) for one in content.articles]
    guide = Guide(
        readings=content.editorial.readings,
        glossary=content.editorial.glossary,
        known=known([one.mined for one in read]),
    )
    annotated = []
    for one in read:
        value, problems = articles.annotate(one, content.notes.get(one.article.slug, ()), guide, lexicon)
        annotated.append(value)
        issues += [*one.issues, *problems]
    index, problems = build_index(annotated, content.topics, content.editorial)
    issues += problems
    tree = output.begin(output.prepare(request.output, request.cache))
    written: list[str] = []
    files: dict[str, bytes] = {}
    pages: dict[str, str] = {}
    for path, data in site_files(request, content, annotated, index):
        name = file_of(path)
        files[name] = digest(data)
        if tree.files.get(name) != files[name]:
            output.write(str(tree.spare), name, data)
            written.append(name)
        if name.endswith(".html"):
            pages[path] = data.decode()
    issues += _checked(pages, files)
    report = Report(
        published=request.publish and not stops(issues, strict=request.strict),
        issues=tuple(sorted(set(issues))),
        articles=len(index.articles),
        topics=len(index.topics),
        terms=len(index.terms),
        hashtags=len(index.hashtags),
        pages=len(files),
        written=len(written),
        removed=len(tree.files.keys() - files.keys()),
    )
    if report.published:
        output.publish(tree, files, written)
    else:
        output.abandon(tree, written)
    return report


def stops(issues: Iterable[Issue], *, strict: bool) -> bool:
    """Tell whether problems forbid to publish."""
    return any((one.severity == "error" and one.stops) or (strict and one.severity != "info") for one in issues)


def _checked(pages: dict[str, str], files: dict[str, bytes]) -> tuple[Issue, ...]:
    """Return the links inside the site that lead nowhere."""
    targets = {page: links.links(html, page) for page, html in pages.items() if page != "404.html"}
    offered: dict[str, frozenset[str]] = {}

    def ids(page: str) -> frozenset[str]:
        if page not in offered:
            offered[page] = links.ids(pages.get(page, ""))
        return offered[page]

    return links.broken(targets, lambda page: file_of(page) in files, ids)
