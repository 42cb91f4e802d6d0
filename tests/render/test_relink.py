"""Links to entries follow the setting; words that look like links stay words."""

from __future__ import annotations

from site_builder.render.relink import relinked


def test_a_link_to_an_entry_leads_to_its_anchor() -> None:
    page = '<a lang="zh-Hans" class="w" href="../../glossary/诚信/" data-p="chéngxìn">诚信</a>'
    assert 'href="../../glossary/诚/#诚信"' in relinked(page)
    assert relinked("<a href=hashtags/点亮/>x</a>") == "<a href=hashtags/点/#点亮>x</a>"


def test_other_links_and_words_stay_as_they_are() -> None:
    for page in (
        '<a href="../../glossary/">Glossary</a>',
        '<a href="https://a.example/glossary/诚信/">x</a>',
        '<p>Write &lt;a href="../glossary/诚信/"&gt; in a page.</p>',
        '<a data-g=" href=&quot;glossary/诚信/&quot;" href="#x">x</a>',
    ):
        assert relinked(page) == page
