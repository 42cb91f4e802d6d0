"""A warm build gives byte for byte what a cold one gives, whatever was edited in between."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.build.sites import SONG, built, pages, site, write

WORDS = ("诚信", "重庆", "共青团", "大桥", "刘红", "新闻", "高铁")
ENGLISH = ("trust", "Chongqing", "the youth league", "Liu Hong", "news", "fast trains", "Liú Hóng", "Qin Hong")
SLUGS = ("song", "bridge", "train", "letter")

sentences = st.builds(
    "{} ({}) and a hashtag “{}” (#{}{}#), said [they](/articles/song/).".format,
    st.sampled_from(ENGLISH),
    st.sampled_from(WORDS),
    st.sampled_from(ENGLISH),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
)
articles = st.builds(
    "---\ntitle: {} {}\nslug: {{slug}}\ndate: {}\ndate_precision: year\ntopics: [{}]\n"
    "rights: {{{{status: {}}}}}\nstatus: {}\n---\n\n{}\n".format,
    st.sampled_from(("News", "About", "A letter on")),
    st.sampled_from(WORDS),
    st.integers(2018, 2020),
    st.sampled_from(("trust", "cities", "trust, cities")),
    st.sampled_from(("own", "reserved")),
    st.sampled_from(("published", "published", "draft")),
    st.lists(sentences, min_size=1, max_size=3).map("\n\n".join),
)
edits = st.one_of(
    st.tuples(st.just("article"), st.sampled_from(SLUGS[1:]), articles),
    st.tuples(st.just("remove"), st.sampled_from(SLUGS[1:]), st.just("")),
    st.tuples(st.just("reading"), st.sampled_from(WORDS), st.sampled_from(("a", "bā"))),
    st.tuples(st.just("glossary"), st.sampled_from(WORDS), st.sampled_from(ENGLISH)),
    st.tuples(st.just("note"), st.sampled_from(WORDS), st.sampled_from(ENGLISH)),
    st.tuples(st.just("topic"), st.sampled_from(("trust", "cities")), st.sampled_from(ENGLISH)),
)


def apply(root: Path, edit: tuple[str, str, str]) -> None:
    kind, name, text = edit
    if kind == "article":
        write(root, f"content/articles/{name}.md", text.format(slug=name))
    elif kind == "remove":
        (root / f"content/articles/{name}.md").unlink(missing_ok=True)
    elif kind == "reading":
        write(root, "content/readings.yaml", f"- word: {name}\n  reading: {text} {text}\n")
    elif kind == "glossary":
        write(root, "content/glossary.yaml", f"- term: {name}\n  english: [{text}]\n")
    elif kind == "note":
        write(root, "content/annotations/song.yaml", f"- id: n1\n  quote: {name}\n  note: {text}\n")
    else:
        write(root, f"content/topics/{name}.md", f"---\ntitle: {text}\n---\n\nAbout {text}.\n")


@pytest.mark.slow
# No shrinking: a step takes a second.
@settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=4))
def test_a_warm_build_is_a_cold_build(rounds: list[list[tuple[str, str, str]]]) -> None:
    root = Path(tempfile.mkdtemp())
    try:
        warm = site(root / "warm", song=SONG)
        built(warm)
        for edited in rounds:
            for edit in edited:
                apply(warm, edit)
            report = built(warm)
            cold = root / "cold"
            shutil.copytree(warm / "content", cold / "content")
            expected = built(cold)
            assert report.issues == expected.issues
            assert report.published == expected.published
            if expected.published:
                assert pages(warm) == pages(cold)
            shutil.rmtree(cold)
    finally:
        shutil.rmtree(root)
