"""A neural model for characters with several readings: g2pM's weights, run on many sentences at once.

Input: sentences in simplified characters and the places of the characters in question. Output: the model's log
odds for each reading it knows of each. Needs the extra ``[polyphones]`` (g2pM and numpy); nothing else imports them.
The network is Park and Lee's (Interspeech 2020, arXiv 2004.03136): embeddings, one bidirectional LSTM, two layers.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

os.environ.setdefault(
    "OPENBLAS_NUM_THREADS", "1"
)  # read when numpy loads: threads cost ten times what these matrices do
import numpy as np

from site_builder.annotate.syllables import numbered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ids = NDArray[np.int32]

_UNKNOWN, _BEGIN, _END = "<UNK>", "시", "끝"  # g2pM's own tokens
_BATCH = 128  # sentences of like length together: the arrays stay in the processor's cache


class Source(Protocol):
    """What is read of a ``g2pM.G2pM`` object."""

    char2idx: dict[str, int]
    idx2class: dict[int, str]
    cedict: dict[str, list[str]]
    embeddings: Any


class Model:
    """The network, laid out for batches. ``readings`` are those it tells apart, by character."""

    def __init__(self, source: Source) -> None:
        """Take the weights over; the product of embeddings and input weights is made here, once for each character."""
        weights = vars(source)
        self._ids = source.char2idx
        classes = {numbered(reading): at for at, reading in source.idx2class.items()}
        self.readings = {
            char: tuple(one for one in map(numbered, row) if one in classes)
            for char, row in source.cedict.items()
            if len(row) > 1
        }
        self._classes = classes
        tables, recurrent = [], []
        for suffix in ("", "_reverse"):
            scale = _gate_scale(weights["weight_hh"].shape[1])
            bias = weights["bias_ih" + suffix] + weights["bias_hh" + suffix]
            tables.append((source.embeddings @ weights["weight_ih" + suffix].T + bias) * scale)
            recurrent.append(weights["weight_hh" + suffix].T * scale)
        self._inputs = np.stack(tables).astype(np.float32)
        self._recurrent = np.stack(recurrent).astype(np.float32)
        self._hidden = (weights["hidden_weight_l0"].T, weights["hidden_bias_l0"])
        self._output = (weights["hidden_weight_l1"].T, weights["hidden_bias_l1"])

    def score(self, sentences: Sequence[str], places: Sequence[Sequence[int]]) -> list[list[dict[str, float]]]:
        """Return, for each place of each sentence, the log odds of each reading of the character that stands there."""
        order = sorted(range(len(sentences)), key=lambda at: len(sentences[at]))
        scores: list[list[dict[str, float]]] = [[] for _ in sentences]
        for first in range(0, len(order), _BATCH):
            batch = order[first : first + _BATCH]
            self._score_batch(batch, sentences, places, scores)
        return scores

    def _score_batch(
        self,
        batch: Sequence[int],
        sentences: Sequence[str],
        places: Sequence[Sequence[int]],
        scores: list[list[dict[str, float]]],
    ) -> None:
        ids, lengths = self._encode([sentences[at] for at in batch])
        states = self._run(ids, lengths)
        rows = [(row, place + 1) for row, at in enumerate(batch) for place in places[at]]
        if not rows:
            return
        index = np.array(rows)
        wanted = states[index[:, 0], index[:, 1]]
        hidden = np.maximum(wanted @ self._hidden[0] + self._hidden[1], 0)
        logits = hidden @ self._output[0] + self._output[1]
        line = iter(logits)
        for at in batch:
            scores[at] = [self._odds(sentences[at][place], next(line)) for place in places[at]]

    def _odds(self, char: str, logits: Floats) -> dict[str, float]:
        return {one: float(logits[self._classes[one]]) for one in self.readings[char]}

    def _encode(self, sentences: Sequence[str]) -> tuple[Ids, Ids]:
        """Return character numbers between begin and end marks, padded at the end, and lengths."""
        find, unknown = self._ids.get, self._ids[_UNKNOWN]
        begin, end = self._ids[_BEGIN], self._ids[_END]
        lengths = np.array([len(sentence) + 2 for sentence in sentences], dtype=np.int32)
        ids = np.zeros((len(sentences), int(lengths.max())), dtype=np.int32)
        for row, sentence in enumerate(sentences):
            ids[row, : len(sentence) + 2] = [begin, *(find(char, unknown) for char in sentence), end]
        return ids, lengths

    def _run(self, ids: Ids, lengths: Ids) -> Floats:
        """Run both directions of the LSTM side by side and return their states, place by place."""
        size, longest = ids.shape
        width = self._recurrent.shape[1]
        steps = np.arange(longest)
        back = np.where(steps < lengths[:, None], lengths[:, None] - 1 - steps, steps)
        backward = np.take_along_axis(ids, back, axis=1)
        states = np.empty((longest, 2, size, width), dtype=np.float32)
        hidden = np.zeros((2, size, width), dtype=np.float32)
        cell = np.zeros_like(hidden)
        for step in range(longest):
            gates = np.matmul(hidden, self._recurrent)
            gates[0] += self._inputs[0, ids[:, step]]
            gates[1] += self._inputs[1, backward[:, step]]
            np.tanh(gates, out=gates)
            take, forget, new, give = (gates[..., at * width : (at + 1) * width] for at in range(4))
            cell = 0.5 * ((forget + 1) * cell + (take + 1) * new)
            hidden = 0.5 * (give + 1) * np.tanh(cell)
            states[step] = hidden
        forward = states[:, 0].transpose(1, 0, 2)
        reverse = np.take_along_axis(states[:, 1].transpose(1, 0, 2), back[:, :, None], axis=1)
        return np.concatenate([forward, reverse], axis=2)


def _gate_scale(width: int) -> Floats:
    """Return the scale by which one tanh serves all gates: sigmoid(x) = (tanh(x / 2) + 1) / 2."""
    scale = np.full(4 * width, 0.5, dtype=np.float32)
    scale[2 * width : 3 * width] = 1
    return scale


def load() -> Model | None:
    """Return the model, or None where the extra is not installed."""
    try:
        from g2pM import G2pM  # noqa: PLC0415 - reads its weights when made
    except ImportError:
        return None
    return Model(G2pM())
