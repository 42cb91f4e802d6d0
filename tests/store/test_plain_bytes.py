"""The bytes that keys are made of depend on the value alone."""

from site_builder.store.pack import plain_bytes


def test_equal_values_give_equal_bytes_however_they_are_held() -> None:
    word = "诚信".encode().decode()
    again = "诚信".encode().decode()
    assert word is not again
    assert plain_bytes((word, word)) == plain_bytes((word, again))
