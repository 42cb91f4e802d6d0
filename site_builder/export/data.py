"""Data files: articles as JSON-LD (schema.org), editors' notes as W3C Web Annotations, the glossary as JSON and TSV.

Input: settings, annotated articles, the index. Output: text; the same input gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from site_builder.export.xml import absolute
from site_builder.model import address
from site_builder.model.article import Article
from site_builder.model.editorial import AnchoredNote, NoteKind
from site_builder.model.facts import AnnotatedArticle
from site_builder.model.index import TermEntry
from site_builder.model.site import Site

_MOTIVE: dict[NoteKind, str] = {
    "note": "commenting",
    "correction": "editing",
    "context": "describing",
    "translation": "commenting",
    "reading": "editing",
    "question": "questioning",
}
_COLUMNS = ("term", "traditional", "pinyin", "kind", "english", "senses", "hsk", "places", "articles", "page")

_ENCODER = json.JSONEncoder(ensure_ascii=False)  # ``json.dumps`` makes one for each call


def article_json_ld(site: Site, article: Article) -> str:
    """Return the article's schema.org description, safe inside ``<script type="application/ld+json">``."""
    page = absolute(site, address.article_path(article.slug))
    about: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": article.title,
        "inLanguage": article.lang,
        "url": page if site.base_url else "",
        "abstract": article.dek,
        "author": [_person(name) for name in article.authors],
        "contributor": [_person(name) for name in article.contributors],
        "publisher": {"@type": "Organization", "name": article.publisher} if article.publisher else None,
        "articleSection": article.category,
        "datePublished": article.date.text,
        "keywords": list(article.topics),
        "isBasedOn": article.source.url,
        "copyrightHolder": _holder(article),
        "copyrightYear": article.rights.year,
        "copyrightNotice": article.rights.notice,
    }
    return _json({name: value for name, value in about.items() if value}).replace("<", "\\u003c")


def web_annotations(site: Site, annotated: AnnotatedArticle) -> str:
    """Return the editors' notes of an article as a W3C annotation collection.

    Each note is found by its block (FragmentSelector) and, in it, by its words (TextQuoteSelector).
    """
    path = address.article_path(annotated.article.slug)
    collection = absolute(site, address.annotations_path(annotated.article.slug))
    items = [_annotation(absolute(site, path), note, annotated) for note in annotated.notes]
    return _json(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": collection,
            "type": "AnnotationCollection",
            "label": annotated.article.title,
            "total": len(items),
            "first": {"id": f"{collection}#page", "type": "AnnotationPage", "startIndex": 0, "items": items},
        }
    )


def json_list(lines: Iterable[bytes]) -> bytes:
    """Return a JSON list of values that are JSON already, one a line."""
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


def glossary_lines(site: Site, term: TermEntry) -> tuple[bytes, bytes]:
    """Return one term as a JSON object and as tab-separated values, in UTF-8; lists inside a cell are joined by ``; ``.

    All lines together are the largest thing that a build holds; as text they would take twice the room.
    """
    path = address.term_path(term.term)
    page = absolute(site, address.anchored(path) if site.entries == "anchors" else path)
    return _ENCODER.encode(_term(page, term)).encode(), tsv_row(_row(page, term)).encode()


def glossary_head() -> bytes:
    """Return the head row of the glossary as tab-separated values."""
    return tsv_row(_COLUMNS).encode()


def tsv_row(cells: Iterable[str]) -> str:
    """Return one line of tab-separated values; white space inside a cell becomes single spaces."""
    return "\t".join([cell if _is_plain(cell) else " ".join(cell.split()) for cell in cells]) + "\n"


def _is_plain(cell: str) -> bool:
    """Tell whether all white space in a cell is single spaces inside it: of white space, only those are printable."""
    return cell.isprintable() and "  " not in cell and cell[:1] != " " != cell[-1:]


def _annotation(page: str, found: AnchoredNote, annotated: AnnotatedArticle) -> dict[str, Any]:
    note = found.note
    made: dict[str, Any] = {
        "id": f"{page}#note-{note.id}",
        "type": "Annotation",
        "motivation": _MOTIVE[note.kind],
        "body": [_body(value, purpose) for value, purpose in _said(found) if value],
        "target": {"source": page, "selector": _selector(found, annotated)},
    }
    if note.by:
        made["creator"] = {"type": "Person", "name": note.by}
    if len(note.date) == len("2020-01-31"):
        made["created"] = f"{note.date}T00:00:00Z"
    return made


def _said(found: AnchoredNote) -> tuple[tuple[str, str], ...]:
    note = found.note
    return ((note.note, "commenting"), (note.gloss, "describing"), (note.reading, "editing"))


def _body(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _selector(found: AnchoredNote, annotated: AnnotatedArticle) -> dict[str, Any]:
    quote = found.note.quote
    words = {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.before, "suffix": quote.after}
    selector: dict[str, Any] = {name: value for name, value in words.items() if value}
    blocks = annotated.text.body.blocks if found.place.field == "body" else ()
    block = next((one.id for one in blocks if one.span.covers(found.place.span)), "")
    if not block:
        return selector
    specification = "http://tools.ietf.org/rfc/rfc3236"
    return {"type": "FragmentSelector", "value": block, "conformsTo": specification, "refinedBy": selector}


def _term(page: str, term: TermEntry) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "term": term.term,
        "traditional": term.gloss.traditional,
        "kind": term.kind,
        "pinyin": term.reading.text,
        "syllables": list(term.reading.syllables),
        "evidence": term.reading.evidence.name.lower(),
        "because": term.reading.because,
        "renderings": [
            {"english": one.english, "relation": one.relation, "articles": sorted({use.article for use in one.uses})}
            for one in term.renderings
        ],
        "senses": list(term.gloss.senses),
        "hsk": term.gloss.hsk,
        "note": term.note,
        "places": term.count,
        "articles": list(term.articles),
        "page": page,
    }
    return {name: value for name, value in whole.items() if value}


def _row(page: str, term: TermEntry) -> tuple[str, ...]:
    return (
        term.term,
        term.gloss.traditional,
        term.reading.text,
        term.kind,
        "; ".join(one.english for one in term.renderings),
        "; ".join(term.gloss.senses),
        term.gloss.hsk,
        str(term.count),
        "; ".join(term.articles),
        page,
    )


def _person(name: str) -> dict[str, str]:
    return {"@type": "Person", "name": name}


def _holder(article: Article) -> dict[str, str] | None:
    return {"@type": "Organization", "name": article.rights.holder} if article.rights.holder else None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
