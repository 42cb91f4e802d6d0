"""The way of a build: look, read, annotate, index, write pages, check, swap.

Input: a ``Request``. Output: the site on disk, and a ``Report`` with every problem found on the way.
"""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from site_builder.build import entries, explain, faults, lists, packing, quick, rows, shelf, sources, state
from site_builder.build.bench import Bench, DamagedError, forget, get
from site_builder.build.brief import TOPICS, article_order
from site_builder.build.entries import Files
from site_builder.build.live import Live, StoppedError
from site_builder.build.looks import SOLID, Looks, looks
from site_builder.build.maps import Sheet, write_articles
from site_builder.build.pool import Hired, calm, hired
from site_builder.build.request import Report, Request
from site_builder.build.scan import Scan, key, scan
from site_builder.build.shelf import Shelf, entries_key
from site_builder.build.state import Plain, Row, State
from site_builder.build.ties import topic_entries, what_next
from site_builder.catalog.topics import all_topics
from site_builder.model.editorial import Topic
from site_builder.model.index import TopicEntry
from site_builder.model.issue import Issue, Where
from site_builder.render.pages import OF_ARTICLES, OF_ENTRIES
from site_builder.store import output, packs, templates
from site_builder.store.codec import pack
from site_builder.store.lock import held
from site_builder.store.pack import plain_bytes
from site_builder.store.treenote import Tree

Tell = Callable[[str], None]


def build(request: Request, tell: Tell, live: Live) -> Report:
    """Build the site. Problems in the content are in the report; the machine's raise ``SiteError``.

    Errors (and with ``strict``, warnings) leave the last good site as it is.
    """
    with held(request.gate / "lock", request.wait, tell):
        moment = (request.gate / "lock").stat().st_mtime_ns
        forget()
        usual = gc.get_threshold()
        calm()
        try:
            return _build(request, moment, live)
        except DamagedError:
            what = _mended(request, live)
            tell(f"the cache is damaged: {what}")
            forget()
            report = _build(request, moment, live)
            return replace(report, issues=(*report.issues, _damaged(request, what)))
        finally:
            gc.freeze()  # the first look after it would go through all that the build made
            gc.set_threshold(*usual)


def _mended(request: Request, live: Live) -> str:
    """Take what cannot be read out of what the last build remembers; return what that leaves to do, in words."""
    kept = live.load(request.place / "state")
    bad = packing.lost(kept, request.place / "packs") if kept else frozenset()
    if kept and 0 < len(bad) <= _FEW:
        live.save(request.place / "state", state.without(kept, bad))
        return "what rests on the damaged values is built anew"
    shutil.rmtree(request.place)
    return "everything is built anew"


_FEW = 100  # damaged values; with more of them, who knows what else happened to the disk


def _damaged(request: Request, what: str) -> Issue:
    where = Where(os.path.relpath(request.place, request.root))
    return Issue(where, "I001", f"the cache was damaged; {what}", "info")


def _build(request: Request, moment: int, live: Live) -> Report:
    with live.stages("the last build's state"):
        old = live.load(request.place / "state")
    if old is None:
        raise DamagedError
    with live.stages("looking at files"):
        seen = scan(request, old.digests, moment)
    with live.stages("looking at the output"):
        tree = output.prepare(request.output, request.gate)
    fresh = any(old.common.get(name) != seen.parts[name] for name in SOLID)
    anew = fresh or old.common.get("templates") != seen.parts["templates"]
    todo = [name for name, file in seen.files.items() if name.startswith(rows.FOLDER) and old.digests.get(name) != file]
    with hired(request.jobs, len(old.rows) + len(todo) if anew else len(todo), request.executor) as crew:
        bench = Bench(
            root=str(request.root),
            cache=str(request.cache),
            packs=str(request.place / "packs"),
            tree=str(tree.spare),
            site=request.site,
            tag=f"build-{tree.state.number}" if crew.shared else old.pack,
            look=seen.parts["templates"],
            program=seen.parts["program"],
            shared=crew.shared,
            own_articles=templates.own(request.root, OF_ARTICLES),
            own_entries=templates.own(request.root, OF_ENTRIES),
        )
        watched = crew._replace(run=live.stages.watching(crew.run, shared=crew.shared))
        work = Work(request, seen, old, tree, bench, watched, live, every=fresh or old.number != tree.state.number)
        with live.stages("keys, what depends on what"):
            made = _made(work)
        with live.stages("publishing, the new state"):
            return _published(work, made)


@dataclass(frozen=True, slots=True)
class Work:
    """One build under way. ``every`` says that all pages must be made again."""

    request: Request
    seen: Scan
    old: State
    tree: Tree
    bench: Bench
    crew: Hired
    live: Live
    every: bool


@dataclass(slots=True)
class Result:
    """What the build came to: the state to remember, the files of the site, the problems, how much there is."""

    new: State
    files: Files
    issues: list[Issue]
    articles: int
    topics: int


def _made(work: Work) -> Result:
    """Make everything, into the spare tree; or stop before the pages where the content is broken."""
    with work.live.stages("topics, plain pages, glossary"):
        content, found = sources.read(work.request.root)
    read = rows.read_rows(work.old, work.seen, work.bench, work.crew.run)
    shown = {path: row for path, row in read.items() if row.slug and _is_shown(work.request, row)}
    new = _renewed(work)
    same = work.old.common.get("program") == work.seen.parts["program"]  # else what it kept may be laid out otherwise
    noted = work.old.guide if same else ()
    new.guide, fresh = rows.outside(noted, shown.values(), content.editorial, work.bench)
    marked, why = rows.mark_rows(shown, new, fresh, work.seen, work.bench, work.crew.run)
    new.rows = {**read, **marked}
    ordered = sorted(marked.values(), key=lambda row: article_order(row.ref))
    topics = all_topics(content.topics, {slug for row in ordered for slug in row.ref[TOPICS]})
    issues = [*work.request.found, *found, *faults.of_content(work.seen.files, new, content, ordered, topics)]
    files = Files(work.tree.files, {} if work.every else dict(work.tree.files))
    result = Result(new, files, issues, len(ordered), len(topics))
    if not stops(issues, strict=work.request.strict):
        output.begin(work.tree)
        work.crew.relieve()
        try:
            _pages(work, result, replace(content, topics=tuple(topics)), ordered, Reasons(why, fresh))
        except StoppedError:
            output.abandon(work.tree, files.written)
            raise
    return result


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why articles were annotated, by path; the words of which more is known than before."""

    articles: Mapping[str, str]
    fresh: frozenset[str]


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
        terms={} if work.every else old.terms,
        tags={} if work.every else old.tags,
        merged={} if work.every else dict(old.merged),
        doubts={} if work.every else dict(old.doubts),
        conflicts=() if work.every else old.conflicts,
        lines=dict(old.lines),
    )


def _pages(work: Work, result: Result, content: sources.Sources, ordered: Sequence[Row], why: Reasons) -> None:
    """Make the pages, in three rounds: articles; terms and hashtags; what lists them."""
    new, site = result.new, work.bench.site
    site = replace(site, packs=site.packs_for(len(ordered)))
    work = replace(work, bench=replace(work.bench, site=site))
    look = looks(work.bench, work.seen, new, work.old)
    _write_articles(work, result, ordered, content.topics, look)
    work.live.show(work.tree.spare, result.files.written)
    todo = _write_entries(work, result, content, ordered, look, why.fresh)
    made = _write_lists(work, result, content, ordered, look)
    new.why = explain.reasons(work.old, work.seen, why.articles, todo, made, every=work.every)
    with work.live.stages("links, contradictions"):
        result.issues += faults.contradictions(work.bench, new)
        result.issues += faults.broken(work.bench, result.files, ordered, content)


def _write_articles(work: Work, result: Result, ordered: Sequence[Row], topics: Sequence[Topic], look: Looks) -> None:
    """Write the pages of the articles that changed, and let go of those that are no more."""
    new, files, before = result.new, result.files, work.old.rows
    new.related = what_next(work.bench, topics, ordered, work.old.related)
    sheets = _stale(work, new, ordered, {topic.slug: topic.title for topic in topics}, look)
    slugs = {sheet[0] for sheet in sheets}
    shown = {row.path for row in ordered}
    for path, row in before.items():
        if path not in shown or row.slug in slugs or new.rows[path].slug in slugs:
            for file in row.files:
                files.drop(file)
    own: dict[str, tuple[str, ...]] = {}
    for plain, some in work.crew.run(write_articles, [(work.bench, list(chunk)) for chunk in rows.chunks(sheets)]):
        files.add(plain)
        own.update(some)
    for row in ordered:
        if row.slug in own:
            new.rows[row.path] = new.rows[row.path]._replace(files=own[row.slug])


def _stale(work: Work, new: State, ordered: Sequence[Row], named: Mapping[str, str], look: Looks) -> list[Plain]:
    """Return a ``Sheet`` for each article whose page shows something else than before; keys go into the rows."""
    before = work.old.rows
    frame = key(look.articles, repr(sorted(named.items())), new.related[2])
    moved = {row.slug for row in ordered if row.path not in before or before[row.path].ref != row.ref}
    some = not work.every and frame == new.common.get("articles")
    new.common["articles"] = frame
    if some and not moved and all(row.page_key for row in ordered):
        return []
    related, refs = get(work.bench, new.related[1]), {row.slug: row.ref for row in ordered}
    sheets: list[Plain] = []
    for row in ordered:
        near = related[row.slug]
        if some and row.page_key and moved.isdisjoint([slug for slug, _ in near]):
            continue
        on = tuple((slug, named[slug]) for slug in row.ref[TOPICS])
        shown = tuple((refs[slug], because) for slug, because in near)
        page_key = key(frame, row.mark_key, plain_bytes((row.leaf[2:], row.ref, on, shown)))
        if work.every or row.page_key != page_key:
            own_key = key(look.solid, row.mark_key, plain_bytes((row.leaf[2:], row.ref)))
            new.rows[row.path] = row._replace(page_key=page_key, own_key=own_key)
            had = before[row.path].files if row.path in before else ()
            old = {path: work.tree.files[path] for path in had if path in work.tree.files}
            page_only = not work.every and row.own_key == own_key and len(old) == len(had)
            sheets.append(tuple(Sheet(row.slug, row.mark, row.leaf, row.ref, on, shown, old, page_only)))
    return sheets


def _write_entries(
    work: Work,
    result: Result,
    content: sources.Sources,
    ordered: Sequence[Row],
    look: Looks,
    edited: frozenset[str],
) -> entries.Stale:
    """Write the pages of terms and hashtags that changed; ``edited`` are words known better than before."""
    new = result.new
    slim = [TopicEntry(replace(topic, introduction=""), (), (), (), ()) for topic in content.topics]
    said = plain_bytes([pack(TopicEntry, one) for one in slim]), repr(content.editorial.hashtags)
    new.ground, new.frame = key(look.solid, *said), key(look.entries, *said)
    todo = entries.Stale(None, None)
    if not work.every and new.ground == work.old.ground:
        before = {path: row for path, row in work.old.rows.items() if row.mark}
        todo = entries.stale(work.bench, new, before, {row.path: row for row in ordered}, edited)
    again = todo.terms is not None and new.frame != work.old.frame
    if todo.terms is None or todo.terms or todo.tags or again:
        shared = entries.common(ordered, slim, content.editorial)
        made = entries.Round.of(work.bench, work.crew.run, ordered, shared, new)
        done = entries.write(made, todo, new, result.files, again=again)
        todo = replace(todo, tags=None if todo.tags is None else done)
    return todo


def _write_lists(
    work: Work, result: Result, content: sources.Sources, ordered: Sequence[Row], look: Looks
) -> list[str]:
    """Make what lists many; nothing is opened where nothing that any list shows has changed."""
    new, bench = result.new, work.bench
    terms = Shelf(bench, new.terms)
    known = (entries_key(new.terms), terms)
    new.topics = topic_entries(bench, content.topics, ordered, known, work.old.topics)
    keys = lists.keys_of(look, work.seen, new, ordered)
    shown = lists.standing(keys, content, work.seen)
    same = not work.every and shown == work.old.shown
    new.shown = shown
    if same:
        made = lists.as_they_are(work.old)
    else:
        made = lists.products(lists.view(bench, content, new, work.seen, ordered, keys, terms))
    text = b"" if work.every else work.old.lists.get(lists.TEXT, b"")
    texts = lists.full_text(bench, ordered, work.request.full_text, work.live.check, text)
    whole = chain(made, lists.books(bench, look.solid, new, ordered, work.seen), texts)
    return lists.make(whole, bench, new, result.files, work.live.stages, every=work.every)


def _published(work: Work, result: Result) -> Report:
    """Swap the output in, unless something forbids it, and remember the build."""
    request, new, files = work.request, result.new, result.files
    gone = files.old.keys() - files.digests.keys()
    result.issues += faults.taken(request, output.taken(work.tree, files.digests))
    fine = not stops(result.issues, strict=request.strict)
    report = Report(
        published=request.publish and fine,
        issues=tuple(sorted(set(result.issues))),
        articles=result.articles,
        topics=result.topics,
        terms=shelf.count(new.terms),
        hashtags=shelf.count(new.tags),
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
    kept, names = packing.packed(state.tidy(new), request.place / "packs")
    work.live.save(request.place / "state", kept)
    packs.keep_only(request.place / "packs", names)
    quick.remember(request, work.seen, report)
    return report


def stops(issues: Iterable[Issue], *, strict: bool) -> bool:
    """Tell whether problems forbid to publish."""
    return any((one.severity == "error" and one.stops) or (strict and one.severity != "info") for one in issues)
