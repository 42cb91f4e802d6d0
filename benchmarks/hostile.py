"""A site whose every field holds a hostile payload: scrapes for ``ingest`` and content as editors write it.

``scrapes`` fills the fields that ingest fills, ``edited`` those that people fill. A payload is {id, kind, payload}.
"""

import html
import json
import random
import re
from pathlib import Path

import yaml

SENTENCE = "The words {} stood on the %s of the mill for years, and %s could not say who had put them there."
PLACES = {
    "paragraph": "<p>{}</p>",
    "heading": "<h2>{}</h2><p>Below it hung a list of the birds, and of the winds that carried them off.</p>",
    "item": "<ul><li>{}</li><li>It was there in the morning.</li></ul>",
    "numbered item": "<ol start=4><li>It was there at noon.</li><li>{}</li></ol>",
    "quotation": "<blockquote><blockquote><p>{}</p></blockquote><p>It was there at dusk.</p></blockquote>",
    "cell": "<table><tr><th>{}</th><th>1</th></tr><tr><td>It was there.</td><td>{}</td></tr></table>",
    "caption": "<figure><img src=/a.png alt=wall><figcaption>{} Photo: Lin / Quay Post</figcaption></figure>",
    "link text": "<p>It is told <a href='https://example.org/a_(b)'>{}</a></p>",
    "emphasis": "<p><b>{}</b> <i>It was there at night.</i></p>",
    "code": "<pre>{}</pre>",
    "note": "<p>It was there.<sup><a href='#n1'>1</a></sup></p><ol><li id=n1>{}</li></ol>",
    "reference": "<h2>References</h2><ul><li>Lin. 2019. “{}” Quay Post.</li><li>Novak. 2018. “Boats.”</li></ul>",
}
MINED = "<p>The slogan “{}” (点亮港口) came with #灯{}# and “Light {}” (灯火), as 郝港 (Hao Gang {}) told the Post.</p>"
ATTRIBUTES = (
    '<p><a href="{}" title="{}">The old mill</a> by the river is known to all the towns along it.</p>'
    '<figure><img src="{}" alt="{}" onerror="{}"><figcaption>The mill, seen from the river</figcaption></figure>'
    '<iframe src="{}" title="{}"></iframe>'
)


def flat(payload: str) -> str:
    """Return a payload as a file can hold it: no lone surrogates."""
    return payload.encode("utf-8", "replace").decode("utf-8")


def prose(seed: str, count: int) -> str:
    """Return words that no other seed gives, so that no page is taken for another."""
    chance = random.Random(seed)
    return " ".join("".join(chance.choices("aeioubdfgklmnprst", k=6)) for _ in range(count))


def sentence(number: int, place: str, payload: str) -> str:
    """Return the words that page ``number`` shows at ``place``."""
    return (SENTENCE % (place, prose(f"{number} {place}", 8))).replace("{}", payload)


def page(number: int, head: str, body: str, title: str) -> str:
    start = f"<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title>{head}"
    text = f"<p>It was kite {number} of that year, and {prose(body, 40)}, as people said.</p>"
    return (
        f"{start}<article><h1>{title}</h1>{text}{body}<p>But {prose(body + title, 40)}, said the others.</p></article>"
    )


def words_page(number: int, payload: str) -> str:
    """Return a page that shows the payload as words, everywhere."""
    shown = html.escape(payload)
    about = {
        "@type": "NewsArticle",
        "headline": f"Kite {number} {payload}",
        "author": [{"name": payload}, {"name": f"Lin {payload}"}],
        "contributor": {"name": payload},
        "publisher": {"name": payload},
        "articleSection": payload,
        "datePublished": payload,
        "keywords": [payload],
        "url": payload,
    }
    metas = ("description", "author", "keywords", "og:title", "og:site_name", "article:section", "article:tag", "date")
    head = "".join(f'<meta name="{name}" property="{name}" content="{shown}">' for name in metas)
    head += f'<link rel=canonical href="{shown}">'
    told = json.dumps(about).replace("<", "\\u003c")
    head += f'<script type="application/ld+json">{told}</script>'
    body = "".join(form.replace("{}", html.escape(sentence(number, place, payload))) for place, form in PLACES.items())
    return page(number, head, MINED.replace("{}", shown) + body, f"Kite {number} {shown}")


def scrapes(rows: list[dict[str, str]], folder: Path) -> None:
    """Write three pages for each payload: as words, as markup in the text, as markup in attributes and title."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, row in enumerate(rows):
        payload = flat(row["payload"])
        pages = {
            "words": words_page(number, payload),
            "markup": page(number, "", f"<div>{payload}</div>", f"Kite {number} marked"),
            "attributes": page(number, payload, ATTRIBUTES.replace("{}", payload), f"Kite {number} {payload}"),
        }
        for group, text in pages.items():
            (folder / f"{row['id']}-{group}.html").write_text(text, "utf-8")
        name = re.sub(r"[\x00/]", "_", payload).encode()[:120].decode("utf-8", "ignore")
        text = page(number, "", f"<p>A page whose file is named for kite {number}.</p>", f"Named kite {number}")
        (folder / f"{name}.{number}.html").write_text(text, "utf-8")


def edited(rows: list[dict[str, str]], root: Path) -> None:
    """Write every field that editors write."""
    content = root / "content"
    for name in ("articles", "annotations", "topics", "pages"):
        (content / name).mkdir(parents=True, exist_ok=True)
    glossary, tags, readings = [], [], []
    for number, row in enumerate(rows):
        text = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", flat(row["payload"])).split()) or "kite"
        head = {
            "title": f"Edited {number} {text}",
            "slug": f"edited-{number}",
            "dek": text,
            "category": text,
            "authors": [text],
            "contributors": [text],
            "publisher": text,
            "tags": [text],
            "topics": [f"t{number}"],
            "references": [{"authors": [text], "year": text[:20], "title": text, "publication": text}],
            "rights": {"status": "own", "holder": text, "notice": text},
            "source": {"file": text},
        }
        body = f"{flat(row['payload'])}\n\nThe painted birds of 郝港 fly.\n\n## References\n\n- Lin. 2019. “{text}”\n"
        whole(content / f"articles/edited-{number}.md", head, body.replace("\r", ""))
        note = {"quote": "painted birds", "note": text, "gloss": text, "reading": text, "by": text, "date": text[:20]}
        (content / f"annotations/edited-{number}.yaml").write_text(dumped([note]), "utf-8")
        whole(content / f"topics/t{number}.md", {"title": f"T{number} {text}", "summary": text}, flat(row["payload"]))
        whole(content / f"pages/p{number}.md", {"title": f"P{number} {text}"}, flat(row["payload"]))
        glossary.append({"term": f"灯{number}{text}", "english": [text], "note": text, "traditional": text})
        tags.append({"name": f"灯{number}{text}", "english": [text], "note": text, "topics": [f"t{number}"]})
        readings.append({"word": f"灯{number}", "reading": "dēng", "why": text})
    for name, entries in (("glossary", glossary), ("hashtags", tags), ("readings", readings)):
        (content / f"{name}.yaml").write_text(dumped(entries), "utf-8")
    texts = " ".join(flat(row["payload"]).replace("\n", " ") for row in rows[::4][:10])
    shown = json.dumps("".join(char for char in texts if char.isprintable()), ensure_ascii=False)
    (content / "site.toml").write_text(f"title = {shown}\ntagline = {shown}\nauthor = {shown}\n", "utf-8")


def whole(path: Path, head: dict[str, object], body: str) -> None:
    path.write_text(f"---\n{dumped(head)}---\n\n{body}\n", "utf-8")


def dumped(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10**9)
