"""Style sheets and scripts are sent without what only their authors read, and mean the same."""

from __future__ import annotations

from site_builder.render.squeeze import css, script, squeeze


def test_a_style_sheet_keeps_its_rules_and_strings() -> None:
    assert css(
        '/* why */\n.a > b:hover {\n  content: "/* no  comment */ ; }";\n  margin: 0 1px;\n}\n.c .d { top: 1px }'
    ) == ('.a > b:hover{content:"/* no  comment */ ; }";margin:0 1px}.c .d{top:1px}')


def test_blanks_that_mean_something_stay() -> None:
    assert css("a :is(b, c) { width: calc(1px + 2px); }\n@media (min-width: 2px) and print { a { top: 0 } }") == (
        "a :is(b,c){width:calc(1px + 2px)}@media (min-width:2px) and print{a{top:0}}"
    )


def test_a_script_loses_comments_and_indentation_only() -> None:
    written = '// head\nlet a = "http://x"; // gone\n  /** What it\n   *  does. */\n  a += 1;\n\n'
    assert script(written) == 'let a = "http://x";\na += 1;\n'


def test_what_could_be_text_stays_in_a_script() -> None:
    for line in ('a = "one // two";', "a = `one // ${b}`;", "a = 'http://x // y' + b; // it's one"):
        assert script(line) == line + "\n"


def test_a_script_with_text_over_several_lines_stays_as_it_is() -> None:
    written = "let a = `one\n  // two`;\n"
    assert script(written) == written


def test_other_files_stay_as_they_are() -> None:
    assert squeeze("static/a.png", b"/* \n\n") == b"/* \n\n"
