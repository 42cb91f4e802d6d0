"""Dates as pages print them."""

import pytest

from site_builder.clean.words.dates import find_date, without_dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("May 4, 20198:12 AM", "2019-05-04T08:12"),
        ("March 5, 2017 10:14 am", "2017-03-05T10:14"),
        ("Published 23 June 2018", "2018-06-23"),
        ("Sept. 4, 2019", "2019-09-04"),
        ("Mon 4 Mar 2019 06.00 GMT", "2019-03-04T06:00Z"),
        ("Posted on April 2nd, 2020 by Ada Quill", "2020-04-02"),
        ("2019-03-04T08:30:00+08:00", "2019-03-04T08:30+08:00"),
        ("2019-03-04T00:00:00Z", "2019-03-04"),
        ("4 March 2019, 12.15 am", "2019-03-04T00:15"),
        ("4 March 2019, 9:30pm EST", "2019-03-04T21:30"),
        ("4 March 2019, 12.50 yuan", "2019-03-04"),
        ("Original Research7 April 2020", "2020-04-07"),
        ("2020-02-22 10:36 来源：灯塔网", "2020-02-22T10:36"),
        ("2019年03月04日07:43", "2019-03-04T07:43"),
        ("2019/3/4", "2019-03-04"),
        ("31.12.2018", "2018-12-31"),
        ("Wed, 24 Jun 2020 20:05:36 +0000", "2020-06-24T20:05Z"),
        ("6. November 2023", "2023-11-06"),
        ("2019年5月4日 下午3:20", "2019-05-04T15:20"),
        ("2019年5月4日 上午 9点20分", "2019-05-04T09:20"),
        ("二〇一九年十二月三十一日", "2019-12-31"),
        ("二零二〇年十月二十日", "2020-10-20"),
        ("五月 4, 2019", "2019-05-04"),
        ("Sat May 04 2019 10:20:00 GMT+0800", "2019-05-04T10:20+08:00"),
        ("May 4, 2019 at 3:20 PM UTC+8", "2019-05-04T15:20+08:00"),
        ("2019-05-04T10:20:00-0330", "2019-05-04T10:20-03:30"),
        ("May 2019", "2019-05"),
        ("2019年5月", "2019-05"),
    ],
)
def test_a_date_is_read_to_its_precision(text: str, date: str) -> None:
    found = find_date(text)
    assert found is not None
    assert found.text == date
    assert found.precision == {7: "month", 10: "day"}.get(len(date), "time")


@pytest.mark.parametrize(
    "text", ["30 February 2019", "the 5 May group", "version 2019.13.40", "12345678", "1 of 3", ""]
)
def test_what_is_no_date(text: str) -> None:
    assert find_date(text) is None


def test_what_is_left_when_dates_are_taken_out() -> None:
    assert without_dates("2020-02-22 10:36 来源：灯塔网").strip() == "来源：灯塔网"
