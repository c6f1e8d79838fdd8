"""Write the encoder as ONNX graphs over one file of int8 weights.

OUT/weights.bin     word vectors with a scale a row, weight matrices with a scale a column,
                    everything else float32 (for gpu.onnx also float16)
OUT/cpu.onnx        activations quantised token by token, int8 matrix products: the vector of a
                    text never depends on the other texts of its batch
OUT/portable.onnx   standard operators in float32, for any execution provider
OUT/gpu.onnx        the same in float16, pooled in float32
OUT/inspect.onnx    portable.onnx with further outputs: hidden_0 … hidden_12, each
                    (batch, sequence, 384), and attention_0 … attention_11, each
                    (batch, head, query, key)

Inputs:  input_ids, attention_mask: int64 (batch, sequence)
Outputs: sentence_embedding: float32 (batch, 384), the mean over tokens, of length 1
         token_embeddings: float32 (batch, sequence, 384)

Command line: python export.py encoder.pt OUT
"""

import argparse
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import onnx
import torch
from numpy.typing import DTypeLike
from onnx import TensorProto, helper, numpy_helper

HIDDEN_SIZE, HEADS = 384, 12
HEAD_SIZE = HIDDEN_SIZE // HEADS
CONTRIB_DOMAIN = "com.microsoft"
FORMS = ("cpu", "portable", "gpu", "inspect")
MASKED_SCORE = -3e4
"""Added to the attention of padding; float16 holds it."""

WEIGHTS_FILE = "weights.bin"
ALIGNMENT = 64
LEAST_EXTERNAL_BYTES = 1024


def quantise(values: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """(int8 values, float32 scale with size 1 along `axis`)."""
    scale = np.abs(values).max(axis, keepdims=True) / 127
    scale[scale == 0] = 1
    quantised = np.clip(np.round(values / scale), -127, 127).astype(np.int8)
    return quantised, scale.astype(np.float32)


class GraphBuilder:
    """Builds one form of the encoder from the state of a BertModel.

    Methods that add nodes take and return the names of values in the graph.
    """

    def __init__(self, state: dict[str, torch.Tensor], form: str) -> None:
        self.state = state
        self.form = form
        self.kind = np.float16 if form == "gpu" else np.float32
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}
        self.layers = 1 + max(
            int(name.split(".")[2]) for name in state if name.startswith("encoder.layer.")
        )

    # Nodes and constants

    def node(
        self,
        operator: str,
        inputs: list[str],
        outputs: list[str] | None = None,
        domain: str = "",
        **attributes: Any,
    ) -> str:
        """Add a node and return the name of its first output."""
        name = f"{operator}_{len(self.nodes)}"
        outputs = outputs or [name]
        self.nodes.append(
            helper.make_node(
                operator, inputs, outputs, f"{name}_node", domain=domain, **attributes
            )
        )
        return outputs[0]

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def scalar(self, value: float, kind: DTypeLike | None = None) -> str:
        kind = kind or self.kind
        return self.constant(f"{np.dtype(kind).name}_{value}", np.array(value, kind))

    def axes(self, *values: int) -> str:
        name = "axes_" + "_".join(map(str, values))
        return self.constant(name, np.array(values, np.int64))

    def vector(self, name: str, value: np.ndarray) -> str:
        return self.constant(f"{name}.{np.dtype(self.kind).name}", value.astype(self.kind))

    def weight(self, name: str) -> np.ndarray:
        """A weight of the BertModel as float32."""
        return self.state[name].float().numpy()

    def matrix(self, name: str) -> np.ndarray:
        """The weight of a linear layer: (in, out)."""
        return self.weight(f"{name}.weight").T

    def bias(self, name: str) -> np.ndarray:
        """The bias of a linear layer: (out,)."""
        return self.weight(f"{name}.bias")

    # Parts of a layer

    def linear(self, source: str, name: str, matrix: np.ndarray, bias: np.ndarray) -> str:
        """source: (batch, sequence, in); matrix: (in, out); returns (batch, sequence, out)."""
        quantised, scale = quantise(matrix, 0)
        weights = self.constant(f"{name}.int8", quantised)
        scales = self.constant(f"{name}.scale", scale[0])
        bias_name = self.vector(f"{name}.bias", bias)
        if self.form == "cpu":
            product = self.int8_product(source, weights, scales)
        else:
            product = self.float_product(source, weights, scales)
        return self.node("Add", [product, bias_name])

    def int8_product(self, source: str, weights: str, scales: str) -> str:
        """Quantises the source token by token: each row has its own step."""
        largest = self.node("ReduceMax", [self.node("Abs", [source]), self.axes(-1)], keepdims=1)
        step = self.node("Mul", [largest, self.scalar(1 / 127)])
        rounded = self.node("Round", [self.node("Div", [source, step])])
        levels = self.node("Add", [rounded, self.scalar(128)])
        levels = self.node("Cast", [levels], to=TensorProto.UINT8)
        # The weights' zero point is 0, so it is left out: a constant shared by all products keeps the
        # runtime from computing them exactly on processors without VNNI (session.x64quantprecision).
        product = self.node("MatMulInteger", [levels, weights, self.scalar(128, np.uint8)])
        product = self.node("Cast", [product], to=TensorProto.FLOAT)
        return self.node("Mul", [self.node("Mul", [product, step]), scales])

    def float_product(self, source: str, weights: str, scales: str) -> str:
        """The runtime multiplies weights by scales once, when it loads the graph."""
        matrix = self.node("Mul", [self.node("Cast", [weights], to=TensorProto.FLOAT), scales])
        if self.kind == np.float16:
            matrix = self.node("Cast", [matrix], to=TensorProto.FLOAT16)
        return self.node("MatMul", [source, matrix])

    def normalise(self, source: str, name: str, outputs: list[str] | None = None) -> str:
        """The layer norm `name` of the BertModel."""
        weight = self.vector(f"{name}.weight", self.weight(f"{name}.weight"))
        bias = self.vector(f"{name}.bias", self.weight(f"{name}.bias"))
        epsilon = 1e-12 if self.kind == np.float32 else 1e-7
        return self.node(
            "LayerNormalization", [source, weight, bias], outputs, axis=-1, epsilon=epsilon
        )

    def gelu(self, source: str) -> str:
        if self.form == "cpu":
            return self.node("Gelu", [source], domain=CONTRIB_DOMAIN)
        half = self.node("Mul", [source, self.scalar(0.5)])
        error = self.node("Erf", [self.node("Mul", [source, self.scalar(2**-0.5)])])
        return self.node("Mul", [half, self.node("Add", [error, self.scalar(1)])])

    def embedding(self) -> str:
        """hidden_0, (batch, sequence, 384): word and position vectors, normalised."""
        quantised, scale = quantise(self.weight("embeddings.word_embeddings.weight"), 1)
        rows = self.node("Gather", [self.constant("words.int8", quantised), "input_ids"])
        scales = self.node("Gather", [self.constant("words.scale", scale), "input_ids"])
        words = self.node("Mul", [self.node("Cast", [rows], to=TensorProto.FLOAT), scales])
        positions = (
            self.weight("embeddings.position_embeddings.weight")
            + self.weight("embeddings.token_type_embeddings.weight")[0]
        )
        length = self.node("Shape", ["input_ids"], start=1, end=2)
        table = self.constant("positions", positions)
        used = self.node("Slice", [table, self.axes(0), length, self.axes(0)])
        total = self.node("Add", [words, used])
        if self.kind == np.float16:
            total = self.node("Cast", [total], to=TensorProto.FLOAT16)
        return self.normalise(total, "embeddings.LayerNorm", ["hidden_0"])

    def attention(self, source: str, layer: int) -> str:
        """Multi-head self-attention before its output layer: (batch, sequence, 384)."""
        names = [f"encoder.layer.{layer}.attention.self.{n}" for n in ("query", "key", "value")]
        matrix = np.concatenate([self.matrix(name) for name in names], axis=1)
        bias = np.concatenate([self.bias(name) for name in names])
        joined = self.linear(source, f"layer{layer}.qkv", matrix, bias)
        parts = [f"layer{layer}.{letter}" for letter in "qkv"]
        self.node("Split", [joined], parts, axis=2, num_outputs=3)
        if self.form == "cpu":
            return self.node(
                "MultiHeadAttention",
                [*parts, "", "mask_int32"],
                domain=CONTRIB_DOMAIN,
                num_heads=HEADS,
            )
        return self.plain_attention(*parts, layer)

    def plain_attention(self, query: str, key: str, value: str, layer: int) -> str:
        """Attention from standard operators; names its shares attention_<layer>."""
        shape = self.constant("heads_shape", np.array([0, 0, HEADS, HEAD_SIZE], np.int64))
        query = self.split_heads(query, shape, [0, 2, 1, 3])
        key = self.split_heads(key, shape, [0, 2, 3, 1])
        value = self.split_heads(value, shape, [0, 2, 1, 3])
        score = self.node("Mul", [self.node("MatMul", [query, key]), self.scalar(HEAD_SIZE**-0.5)])
        masked = self.node("Add", [score, "mask_bias"])
        share = self.node("Softmax", [masked], [f"attention_{layer}"], axis=-1)
        mixed = self.node("Transpose", [self.node("MatMul", [share, value])], perm=[0, 2, 1, 3])
        joined_shape = self.constant("joined_shape", np.array([0, 0, HIDDEN_SIZE], np.int64))
        return self.node("Reshape", [mixed, joined_shape])

    def split_heads(self, source: str, shape: str, order: list[int]) -> str:
        return self.node("Transpose", [self.node("Reshape", [source, shape])], perm=order)

    def transformer_layer(self, source: str, layer: int) -> str:
        """hidden_<layer + 1> from hidden_<layer>, each (batch, sequence, 384)."""
        name = f"encoder.layer.{layer}"
        attended = self.attention(source, layer)
        attended = self.dense(attended, f"layer{layer}.attention", f"{name}.attention.output.dense")
        middle = self.normalise(
            self.node("Add", [attended, source]), f"{name}.attention.output.LayerNorm"
        )
        inner = self.dense(middle, f"layer{layer}.inner", f"{name}.intermediate.dense")
        outer = self.dense(self.gelu(inner), f"layer{layer}.outer", f"{name}.output.dense")
        return self.normalise(
            self.node("Add", [outer, middle]), f"{name}.output.LayerNorm", [f"hidden_{layer + 1}"]
        )

    def dense(self, source: str, name: str, source_name: str) -> str:
        """The linear layer `source_name` of the BertModel, its constants named `name`."""
        return self.linear(source, name, self.matrix(source_name), self.bias(source_name))

    # The whole

    def prepare_mask(self) -> str:
        """The mask as float32, and beside it what the attention of this form needs."""
        mask = self.node("Cast", ["attention_mask"], to=TensorProto.FLOAT)
        if self.form == "cpu":
            self.node("Cast", ["attention_mask"], ["mask_int32"], to=TensorProto.INT32)
            return mask
        one = self.scalar(1.0, np.float32)
        padding = self.node("Sub", [one, self.node("Unsqueeze", [mask, self.axes(1, 2)])])
        bias = self.node("Mul", [padding, self.scalar(MASKED_SCORE, np.float32)])
        kind = helper.np_dtype_to_tensor_dtype(np.dtype(self.kind))
        self.node("Cast", [bias], ["mask_bias"], to=kind)
        return mask

    def pool(self, tokens: str, mask: str) -> None:
        """sentence_embedding (batch, 384) from tokens (batch, sequence, 384)."""
        masked = self.node("Mul", [tokens, self.node("Unsqueeze", [mask, self.axes(2)])])
        total = self.node("ReduceSum", [masked, self.axes(1)], keepdims=0)
        count = self.node("ReduceSum", [mask, self.axes(1)], keepdims=1)
        mean = self.node("Div", [total, count])
        self.node("LpNormalization", [mean], ["sentence_embedding"], axis=1, p=2)

    def declared_outputs(self) -> list[onnx.ValueInfoProto]:
        tokens = ("batch", "sequence", HIDDEN_SIZE)
        shapes = {"sentence_embedding": ("batch", HIDDEN_SIZE), "token_embeddings": tokens}
        if self.form == "inspect":
            attention = ("batch", HEADS, "sequence", "sequence")
            shapes |= {f"hidden_{layer}": tokens for layer in range(self.layers + 1)}
            shapes |= {f"attention_{layer}": attention for layer in range(self.layers)}
        return [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
            for name, shape in shapes.items()
        ]

    def build(self) -> onnx.ModelProto:
        mask = self.prepare_mask()
        hidden = self.embedding()
        for layer in range(self.layers):
            hidden = self.transformer_layer(hidden, layer)
        tokens = self.node("Cast", [hidden], ["token_embeddings"], to=TensorProto.FLOAT)
        self.pool(tokens, mask)
        inputs = [
            helper.make_tensor_value_info(name, TensorProto.INT64, ("batch", "sequence"))
            for name in ("input_ids", "attention_mask")
        ]
        graph = helper.make_graph(
            self.nodes,
            f"kotomap-{self.form}",
            inputs,
            self.declared_outputs(),
            list(self.constants.values()),
        )
        operators = [helper.make_opsetid("", 19), helper.make_opsetid(CONTRIB_DOMAIN, 1)]
        return helper.make_model(
            graph, opset_imports=operators, ir_version=9, producer_name="kotomap"
        )


def move_weights(model: onnx.ModelProto, file: BinaryIO, placed: dict[bytes, int]) -> None:
    """Move tensors of 1 kB and more into the open file, each content once, aligned.

    placed: offset by content, kept from one graph to the next so that the graphs share weights.
    """
    for tensor in model.graph.initializer:
        content = tensor.raw_data
        if len(content) < LEAST_EXTERNAL_BYTES:
            continue
        if content not in placed:
            file.write(b"\0" * (-file.tell() % ALIGNMENT))
            placed[content] = file.tell()
            file.write(content)
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        place = {"location": WEIGHTS_FILE, "offset": placed[content], "length": len(content)}
        for key, value in place.items():
            entry = tensor.external_data.add()
            entry.key, entry.value = key, str(value)


def export(state: dict[str, torch.Tensor], out: Path) -> None:
    """Write weights.bin and the four graphs into the folder `out`."""
    out.mkdir(parents=True, exist_ok=True)
    placed: dict[bytes, int] = {}
    with open(out / WEIGHTS_FILE, "wb") as weights:
        for form in FORMS:
            model = GraphBuilder(state, form).build()
            move_weights(model, weights, placed)
            onnx.save(model, out / f"{form}.onnx")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write the encoder as ONNX graphs.")
    parser.add_argument("checkpoint", type=Path, help="file written by train.py")
    parser.add_argument("out", type=Path, help="folder to write the graphs and weights.bin to")
    return parser.parse_args()


def main(options: argparse.Namespace) -> None:
    export(torch.load(options.checkpoint), options.out)


if __name__ == "__main__":
    main(parse_arguments())
