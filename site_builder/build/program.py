"""The way of a build: look, read, annotate, index, write pages, check, swap.

Input: a ``Request``. Output: the site on disk, and a ``Report`` with every problem found on the way.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from site_builder.build import entries, explain, guides, lists, quick, rows, sources, state
from site_builder.build.bench import Bench, DamagedError, forget
from site_builder.build.brief import index as brief_index
from site_builder.build.entries import Files
from site_builder.build.live import Live, StoppedError
from site_builder.build.maps import Plain, Sheet, write_articles
from site_builder.build.pool import Map, hired
from site_builder.build.request import Report, Request
from site_builder.build.scan import Scan, key, scan
from site_builder.build.state import Row, State
from site_builder.build.terms import Packed
from site_builder.build.ties import listed, topic_entries, what_next
from site_builder.catalog import links
from site_builder.catalog.conflicts import conflicts
from site_builder.catalog.evidence import settle
from site_builder.catalog.index import newest
from site_builder.catalog.plan import clashes, file_of
from site_builder.catalog.topics import all_topics
from site_builder.model import address
from site_builder.model.editorial import Topic
from site_builder.model.index import ArticleRef, Index, TagEntry, TermEntry, TopicEntry
from site_builder.model.issue import Issue, Where
from site_builder.render import pages
from site_builder.store import output
from site_builder.store.codec import pack, unpack
from site_builder.store.lock import held
from site_builder.store.pack import digest, plain_bytes

Tell = Callable[[str], None]


def build(request: Request, tell: Tell, live: Live) -> Report:
    """Build the site. Problems in the content are in the report; the machine's raise ``SiteError``.

    Errors (and with ``strict``, warnings) leave the last good site as it is.
    """
    with held(request.gate / "lock", request.wait, tell):
        moment = (request.gate / "lock").stat().st_mtime_ns
        forget()
        gc.disable()  # what a build makes lives until its end: looking for garbage in it costs a fifth of the time
        try:
            return _build(request, moment, live)
        except DamagedError:
            tell("the cache is damaged: everything is built anew")
            shutil.rmtree(request.place)
            forget()
            report = _build(request, moment, live)
            return replace(report, issues=(*report.issues, _damaged(request)))
        finally:
            gc.freeze()  # the first look after it would go through all that the build made
            gc.enable()


def _damaged(request: Request) -> Issue:
    where = Where(os.path.relpath(request.place, request.root))
    return Issue(where, "I001", "the cache was damaged; everything was built anew", "info")


def _build(request: Request, moment: int, live: Live) -> Report:
    old = live.load(request.place / "state")
    seen = scan(request, old.digests, moment)
    tree = output.prepare(request.output, request.gate)
    fresh = any(old.common.get(name) != part for name, part in seen.parts.items())
    todo = [name for name, file in seen.files.items() if name.startswith(rows.FOLDER) and old.digests.get(name) != file]
    with hired(request.jobs, len(old.rows) + len(todo) if fresh else len(todo), request.executor) as (run, shared):
        bench = Bench(
            root=str(request.root),
            cache=str(request.cache),
            packs=str(request.place / "packs"),
            tree=str(tree.spare),
            site=request.site,
            tag=f"build-{tree.state.number}" if shared else old.pack,
            look=seen.parts["templates"],
            shared=shared,
        )
        work = Work(request, seen, old, tree, bench, run, live, every=fresh or old.number != tree.state.number)
        return _published(work, _made(work))


@dataclass(frozen=True, slots=True)
class Work:
    """One build under way. ``every`` says that all pages must be made again."""

    request: Request
    seen: Scan
    old: State
    tree: output.Tree
    bench: Bench
    run: Map
    live: Live
    every: bool


@dataclass(slots=True)
class Result:
    """What the build came to: the state to remember, the files of the site, the problems, the index."""

    new: State
    files: Files
    issues: list[Issue]
    index: Index


def _made(work: Work) -> Result:
    """Make everything, into the spare tree; or stop before the pages where the content is broken."""
    content, found = sources.read(work.request.root)
    read = rows.read_rows(work.old, work.seen, work.bench, work.run)
    shown = {path: row for path, row in read.items() if row.slug and _is_shown(work.request, row)}
    known = guides.entries(content.editorial, settle(row.claims for row in shown.values()))
    new = _renewed(work)
    new.guide = known
    marked, why = rows.mark_rows(shown, new, work.old.guide, known, work.seen, work.bench, work.run)
    new.rows = {**read, **marked}
    ordered = sorted(marked.values(), key=lambda row: newest(unpack(ArticleRef, row.ref)))
    topics = all_topics(content.topics, {slug for row in ordered for slug in listed(row).topics})
    issues = [*work.request.found, *found, *_issues(work, new, content, ordered, topics)]
    files = Files(work.tree.files, {} if work.every else dict(work.tree.files))
    result = Result(new, files, issues, brief_index([row.ref for row in ordered], {}, {}, ()))
    if not stops(issues, strict=work.request.strict):
        output.begin(work.tree)
        try:
            _pages(work, result, replace(content, topics=tuple(topics)), ordered, why)
        except StoppedError:
            output.abandon(work.tree, files.written)
            raise
    return result


def _is_shown(request: Request, row: Row) -> bool:
    return row.status == "published" or (request.site.drafts and row.status == "draft")


def _renewed(work: Work) -> State:
    """Return a copy of the last state that this build may change."""
    old = work.old
    return replace(
        old,
        common={**old.common, **work.seen.parts},
        digests=work.seen.files,
        blocks=dict(old.blocks),
        terms=dict(old.terms),
        tags=dict(old.tags),
        doubts=dict(old.doubts),
        lines=dict(old.lines),
        own=dict(old.own),
    )


def _issues(
    work: Work, new: State, content: sources.Sources, ordered: Sequence[Row], topics: Sequence[Topic]
) -> list[Issue]:
    """Return what is wrong with the articles, and what two things want at once."""
    packed = [one for row in new.rows.values() for one in (*row.text_issues, *(row.mark_issues if row.mark else ()))]
    slugs = [(row.slug, row.path) for row in ordered]
    claims = sources.claims(slugs, (topic.slug for topic in topics), content)
    homeless = sources.homeless(work.seen.files, (row.slug for row in new.rows.values()))
    return [*(unpack(Issue, one) for one in packed), *homeless, *clashes(claims)]


def _pages(
    work: Work, result: Result, content: sources.Sources, ordered: Sequence[Row], why: Mapping[str, str]
) -> None:
    """Make the pages, in three rounds: articles; terms and hashtags; what lists them."""
    new, files = result.new, result.files
    site = work.bench.site
    site = replace(site, packs=site.packs_for(len(ordered)))
    work = replace(work, bench=replace(work.bench, site=site))
    shared = key(*work.seen.parts.values(), site.packs)
    _write_articles(work, result, ordered, content.topics, shared)
    work.live.show(work.tree.spare, files.written)
    slim = [TopicEntry(replace(topic, introduction=""), (), (), (), ()) for topic in content.topics]
    common = entries.common(ordered, slim, content.editorial)
    new.frame = key(shared, plain_bytes((common.topics, common.hashtags)))
    before = {path: row for path, row in work.old.rows.items() if row.mark}
    todo = entries.Stale(None, None)
    if not work.every and new.frame == work.old.frame:
        edited = guides.changed(work.old.guide, new.guide)
        todo = entries.stale(work.bench, new, before, {row.path: row for row in ordered}, edited)
    entries.write(work.bench, work.run, common, ordered, todo, new, files)
    for name, made, packed in (("terms", todo.terms, new.terms), ("tags", todo.tags, new.tags)):
        if made is None or made:
            new.common[name] = digest(plain_bytes(sorted(packed.items())))
    topics, new.topics = topic_entries(content.topics, ordered, new, work.old)
    result.index = brief_index([row.ref for row in ordered], new.terms, new.tags, topics)
    result.issues += _conflicts(new, result.index)
    view = lists.View(
        work.bench,
        result.index,
        _lookup(ordered, new, topics),
        content,
        new,
        work.seen,
        ordered,
        work.request.full_text,
        work.live.check,
    )
    made_lists = lists.make(view, shared, files, every=work.every)
    new.why = explain.reasons(work.old, work.seen, why, todo, made_lists, every=work.every)
    result.issues += _broken(work, result, ordered)


def _write_articles(work: Work, result: Result, ordered: Sequence[Row], topics: Sequence[Topic], shared: bytes) -> None:
    """Write the pages of the articles that changed, and let go of those that are no more."""
    new, files = result.new, result.files
    named = {topic.slug: topic.title for topic in topics}
    related, new.related = what_next(topics, ordered, work.old)
    refs = {row.slug: row.ref for row in ordered}
    sheets: list[Plain] = []
    for row in ordered:
        ref: ArticleRef = unpack(ArticleRef, row.ref)
        on = tuple((slug, named[slug]) for slug in ref.topics)
        near = tuple((refs[slug], because) for slug, because in related[row.slug])
        page_key = key(shared, row.mark_key, plain_bytes((row.mark[2:], row.ref, on, near)))
        if work.every or row.page_key != page_key:
            new.rows[row.path] = row._replace(page_key=page_key)
            old = {path: files.old[path] for path in new.own.get(row.slug, ()) if path in files.old}
            sheets.append(tuple(Sheet(row.slug, row.mark, row.ref, on, near, old)))
    stale = {sheet[0] for sheet in sheets} | (new.own.keys() - {row.slug for row in ordered})
    for slug in sorted(stale & new.own.keys()):
        for path in new.own.pop(slug):
            files.drop(path)
    for plain, own in work.run(write_articles, [(work.bench, list(chunk)) for chunk in rows.chunks(sheets)]):
        files.add(plain)
        new.own.update(own)


def _lookup(ordered: Sequence[Row], new: State, topics: Sequence[TopicEntry]) -> pages.Lookup:
    return pages.Lookup(
        Packed(ArticleRef, {row.slug: row.ref for row in ordered}),
        Packed(TermEntry, new.terms),
        Packed(TagEntry, new.tags),
        {entry.topic.slug: entry for entry in topics},
    )


def _conflicts(new: State, index: Index) -> tuple[Issue, ...]:
    """Return what in the collection contradicts itself; looked for again only when a term changed."""
    if not new.conflicts or new.conflicts[0] != new.common["terms"]:
        found = (*conflicts(index.terms), *(unpack(Issue, one) for one in new.doubts.values()))
        new.conflicts = (new.common["terms"], tuple(pack(Issue, one) for one in found))
    return tuple(unpack(Issue, one) for one in new.conflicts[1])


def _broken(work: Work, result: Result, ordered: Sequence[Row]) -> tuple[Issue, ...]:
    """Return the links inside the site that lead nowhere: of the pages made now, and those of all authors."""
    files, by_page = result.files, {address.article_path(row.slug): row for row in ordered}
    found = dict(files.links)
    public = work.request.site.public
    for page, row in by_page.items():
        withheld = public and unpack(ArticleRef, row.ref).reserved
        for link in () if withheld else row.links:
            found.setdefault(link, page)
    ids: dict[str, frozenset[str]] = {}

    def offers(page: str, place: str) -> bool:
        if page in by_page and f"\n{place}\n" in by_page[page].anchors:
            return True
        if page not in ids:
            ids[page] = links.ids((work.tree.spare / file_of(page)).read_text(encoding="utf-8"))
        return place in ids[page]

    def source(page: str) -> str:
        return by_page[page].path if page in by_page else page

    return links.broken(found, lambda page: file_of(page) in files.digests, offers, source)


def _published(work: Work, result: Result) -> Report:
    """Swap the output in, unless something forbids it, and remember the build."""
    request, new, files = work.request, result.new, result.files
    gone = files.old.keys() - files.digests.keys()
    fine = not stops(result.issues, strict=request.strict)
    report = Report(
        published=request.publish and fine,
        issues=tuple(sorted(set(result.issues))),
        articles=len(result.index.articles),
        topics=len(result.index.topics),
        terms=len(new.terms),
        hashtags=len(new.tags),
        pages=len(files.digests),
        written=len(files.written),
        removed=len(gone),
    )
    if not report.published:
        if files.digests or not work.every:
            output.abandon(work.tree, files.written)
        if work.every:  # what was annotated is worth keeping; the pages are not there
            work.live.save(request.place / "state", replace(new, number=-1))
        return report
    same = not files.written and not gone and work.tree.state.live
    tree = output.leave(work.tree) if same else output.publish(work.tree, files.digests, files.written)
    new.number = tree.state.number
    work.live.save(request.place / "state", state.tidy(new))
    quick.remember(request, work.seen, report)
    return report


def stops(issues: Iterable[Issue], *, strict: bool) -> bool:
    """Tell whether problems forbid to publish."""
    return any((one.severity == "error" and one.stops) or (strict and one.severity != "info") for one in issues)
