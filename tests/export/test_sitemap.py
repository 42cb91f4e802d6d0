"""The sitemap and robots.txt."""

from dataclasses import replace

from site_builder.export.robots import robots
from site_builder.export.sitemap import MOST, sitemaps
from tests.export.samples import SITE


def test_pages_are_listed_once_with_their_whole_address_encoded() -> None:
    ((path, xml),) = sitemaps(SITE, ["glossary/绿皮车/", "", ""])
    assert path == "sitemap.xml"
    assert xml.count("<url>") == 2
    assert "<loc>https://tea.example/read/glossary/%E7%BB%BF%E7%9A%AE%E8%BD%A6/</loc>" in xml


def test_more_pages_than_one_file_may_name_get_an_index() -> None:
    files = dict(sitemaps(SITE, (f"glossary/{number}/" for number in range(MOST + 1))))
    assert list(files) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert "<loc>https://tea.example/read/sitemap-2.xml</loc>" in files["sitemap.xml"]
    assert files["sitemap-2.xml"].count("<url>") == 1


def test_there_is_no_sitemap_without_a_base_address() -> None:
    site = replace(SITE, base_url="")
    assert sitemaps(site, [""]) == ()
    assert "Sitemap" not in robots(site)


def test_robots_may_fetch_every_page_so_that_they_see_noindex() -> None:
    assert robots(SITE) == "User-agent: *\nAllow: /\n\nSitemap: https://tea.example/read/sitemap.xml\n"
