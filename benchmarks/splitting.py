"""How well scrapes are split into articles: predictions for a scorer, from a folder of scrapes with truth.

    python benchmarks/splitting.py SCRAPES_DIR PREDICTIONS.json

SCRAPES_DIR has an ``index.json`` that names the scrapes. The file written is ``{scrape: [{title, dek, author, date,
articleBody, captions}, …]}``; the body is what a reader sees after rendering, its captions apart.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from site_builder.clean.dispatch import clean
from site_builder.model.article import Article
from site_builder.render.body import to_html
from site_builder.render.flat import flatten


def predict(path: Path) -> list[dict[str, Any]]:
    """Return what ingest makes of one scrape, an entry for each article."""
    return [seen(draft.article) for draft in clean(path.read_bytes(), path.name).drafts]


def seen(article: Article) -> dict[str, Any]:
    """Return an article as a reader sees it."""
    flat = flatten(to_html(article.body)[0])
    blocks = [(block.kind, flat.text[block.span.start : block.span.end]) for block in flat.blocks]
    return {
        "title": article.title,
        "dek": article.dek,
        "author": list(article.authors),
        "date": article.date.text,
        "articleBody": "\n".join(text for kind, text in blocks if kind != "caption"),
        "captions": [text for kind, text in blocks if kind == "caption"],
    }


def main(folder: Path, target: Path) -> None:
    """Predict for every scrape of the folder's index."""
    names = [row["file"] for row in json.loads((folder / "index.json").read_text("utf-8"))]
    start = time.process_time()
    found = {name: predict(folder / name) for name in names}
    target.write_text(json.dumps(found, ensure_ascii=False, indent=1), "utf-8")
    print(f"{len(names)} scrapes, {(time.process_time() - start) / max(1, len(names)):.3f} s each")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
