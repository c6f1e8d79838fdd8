"""Export a sentence encoder to ONNX, as a folder that Kotomap opens (docs/models.md).

FOLDER holds a checkpoint of transformers or sentence-transformers: config.json, its weights and the
files of its tokenizer. OUT gets the files that decide a vector, and

OUT/onnx/model.onnx   float32, batch and sequence of any size; above 1.5 GB with model.onnx.data

Inputs:  input_ids, attention_mask, for models of text pairs token_type_ids: int64 (batch, sequence)
Outputs: token_embeddings: float32 (batch, sequence, dimensions), the last hidden state

The graph is checked against PyTorch before it is called done. No model hub is asked.

Command line: python export_model.py FOLDER OUT
"""

import argparse
import inspect
import json
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor
from transformers import AutoModel, AutoTokenizer

OPSET = 18
LEAST_EXTERNAL_BYTES = 1_500_000_000
"""A graph file cannot be larger than 2 GB."""

TOLERANCE = 1e-4
"""Largest difference of a value from PyTorch's, in units of their standard deviation."""

MODEL_FILES = ("modules.json", "config_sentence_transformers.json", "*_Pooling/config.json")
TRANSFORMER_FILES = (
    "config.json",
    "sentence_bert_config.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "vocab.txt",
)


class TokenVectors(torch.nn.Module):
    """Only the last hidden state of a model."""

    def __init__(self, model: torch.nn.Module, names: list[str]) -> None:
        super().__init__()
        self.model, self.names = model, names

    def forward(self, *inputs: Tensor) -> Tensor:
        return self.model(**dict(zip(self.names, inputs)), return_dict=True).last_hidden_state


def transformer_folder(folder: Path) -> Path:
    """Where the transformer lies; older sentence-transformers give it a folder of its own."""
    modules = folder / "modules.json"
    return folder / json.loads(modules.read_text())[0]["path"] if modules.exists() else folder


def check_modules(folder: Path) -> None:
    """Stop where more than the transformer and its pooling makes the vectors."""
    modules = folder / "modules.json"
    kinds = [module["type"].split(".")[-1] for module in json.loads(modules.read_text())] if modules.exists() else []
    more = set(kinds) - {"Transformer", "Pooling", "Normalize"}
    if more:
        raise SystemExit(f"The model computes on after its tokens ({', '.join(more)}); this script cannot export that.")


def input_names(model: torch.nn.Module) -> list[str]:
    taken = inspect.signature(model.forward).parameters
    pairs = getattr(model.config, "type_vocab_size", 0) and "token_type_ids" in taken
    return ["input_ids", "attention_mask", *(["token_type_ids"] if pairs else [])]


def sample_inputs(model: torch.nn.Module, names: list[str], lengths: list[int]) -> list[Tensor]:
    """Random ids, a text of each length, padded to the longest."""
    ids = torch.randint(5, model.config.vocab_size, (len(lengths), max(lengths)))
    mask = (torch.arange(max(lengths)) < torch.tensor(lengths)[:, None]).long()
    padding = getattr(model.config, "pad_token_id", None) or 0
    values = {
        "input_ids": torch.where(mask == 1, ids, padding),
        "attention_mask": mask,
        "token_type_ids": torch.zeros_like(ids),
    }
    return [values[name] for name in names]


def export_graph(model: torch.nn.Module, path: Path) -> list[str]:
    """Write the graph and return the names of its inputs."""
    names = input_names(model)
    size = sum(value.nbytes for value in model.state_dict().values())
    free = {0: torch.export.Dim.DYNAMIC, 1: torch.export.Dim.DYNAMIC}
    torch.onnx.export(
        TokenVectors(model, names).eval(),
        tuple(sample_inputs(model, names, [9, 5, 7])),
        path,
        input_names=names,
        output_names=["token_embeddings"],
        dynamic_shapes=((free,) * len(names),),
        opset_version=OPSET,
        dynamo=True,
        external_data=size > LEAST_EXTERNAL_BYTES,
    )
    return names


def largest_difference(model: torch.nn.Module, path: Path, names: list[str]) -> float:
    """Between the graph and the model over batches of several forms, without padding."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    found = 0.0
    for lengths in ([3], [12, 4], [40, 2, 17, 40]):
        inputs = sample_inputs(model, names, lengths)
        with torch.inference_mode():
            expected = TokenVectors(model, names)(*inputs).numpy()
        (given,) = session.run(None, {name: x.numpy() for name, x in zip(names, inputs)})
        counted = inputs[1].numpy() == 1
        found = max(found, float(np.abs(given - expected)[counted].max() / expected.std()))
    return found


def copy_files(folder: Path, patterns: tuple[str, ...], out: Path) -> None:
    for pattern in patterns:
        for path in folder.glob(pattern):
            target = out / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def write_tokenizer(folder: Path, out: Path) -> None:
    """Write tokenizer.json where the model only has a vocabulary. Japanese BERT goes by that."""
    if not (out / "tokenizer.json").exists() and "word_tokenizer_type" not in read_settings(folder):
        AutoTokenizer.from_pretrained(folder, local_files_only=True).save_pretrained(out)
        if not (out / "tokenizer.json").exists():
            raise SystemExit("The tokenizer of this model cannot be written as tokenizer.json.")


def read_settings(folder: Path) -> dict[str, object]:
    path = folder / "tokenizer_config.json"
    return json.loads(path.read_text()) if path.exists() else {}


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Export a sentence encoder to ONNX for Kotomap.")
    parser.add_argument("folder", type=Path, help="folder of the checkpoint")
    parser.add_argument("out", type=Path, help="folder to write; give it the model's name")
    return parser.parse_args()


def main(options: argparse.Namespace) -> None:
    torch.manual_seed(0)
    check_modules(options.folder)
    source = transformer_folder(options.folder)
    model = AutoModel.from_pretrained(source, dtype=torch.float32, local_files_only=True).eval()
    graph = options.out / "onnx" / "model.onnx"
    graph.parent.mkdir(parents=True, exist_ok=True)
    names = export_graph(model, graph)
    difference = largest_difference(model, graph, names)
    print(f"largest difference from PyTorch: {difference:.1e} standard deviations")
    if not difference < TOLERANCE:
        graph.unlink()
        raise SystemExit(f"The graph is not the model (more than {TOLERANCE}); nothing was kept.")
    copy_files(options.folder, MODEL_FILES, options.out)
    copy_files(source, TRANSFORMER_FILES, options.out)
    write_tokenizer(source, options.out)


if __name__ == "__main__":
    main(parse_arguments())
