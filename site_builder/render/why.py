"""Says for people why a reading is believed.

Input: a reading. Output: a sentence, the same on a word's card and on its term's page.
"""

from __future__ import annotations

from site_builder.model.word import Evidence, Reading

_WHY = {
    Evidence.EDITOR: "An editor set this reading",
    Evidence.TONED: "Toned pinyin stands beside it in the text",
    Evidence.ROMANISED: "It is spelled beside it in the text",
    Evidence.ELSEWHERE: "The same name is spelled elsewhere",
    Evidence.TABLE: "Reading from the table of names and media terms",
    Evidence.DICTIONARY: "Reading from CC-CEDICT",
    Evidence.PHRASE: "Reading from a table of phrases",
    Evidence.GRAMMAR: "Reading by a rule of grammar",
    Evidence.MODEL: "Reading chosen by a model from the sentence",
    Evidence.SINGLE: "Its characters have no other reading",
    Evidence.GUESS: "A guess: nothing settles this reading",
}


def why(reading: Reading) -> str:
    """Return the reason for a reading, with what it rests on where that is something a reader can look at."""
    shown = reading.because and reading.evidence <= Evidence.ELSEWHERE
    return f"{_WHY[reading.evidence]}: {reading.because}." if shown else f"{_WHY[reading.evidence]}."


USUAL = f"{_WHY[Evidence.DICTIONARY]}."
"""Why a reading is believed that says nothing of it on a page: most come from the dictionary."""
GUESSED = f"{_WHY[Evidence.GUESS]}."
