"""Cases in text: each folder of ``cases`` has a scrape (``source.*``) and what comes out of it (``expected.md``).

To add one, write the scrape and what a careful reader would make of it, the articles one after the other: the fields
that are not empty, a line each, then the body. A scrape without articles has the reason instead.
"""

from pathlib import Path

import pytest

from site_builder.clean.dispatch import clean
from site_builder.model.article import Article

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())
FIELDS = ("title", "dek", "category", "authors", "contributors", "publisher", "tags")


def told(article: Article) -> str:
    """Return an article as ``expected.md`` has it."""
    values = [(name, getattr(article, name)) for name in FIELDS]
    values += [("date", article.date.text), ("url", article.source.url), ("rights", article.rights.notice)]
    lines = [f"{name}: {'; '.join(value) if isinstance(value, tuple) else value}" for name, value in values if value]
    return "\n".join(lines) + f"\n\n{article.body.strip()}\n"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    source = next(case.glob("source.*"))
    cleaned = clean(source.read_bytes(), source.name)
    found = "\n=====\n\n".join(told(draft.article) for draft in cleaned.drafts) or cleaned.why_none + "\n"
    assert found == (case / "expected.md").read_text("utf-8")
