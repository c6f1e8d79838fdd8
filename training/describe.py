"""Write model.json, by which Kotomap knows a model: its graphs, dimensions and checksums.

Command line: python describe.py OUT --id kotomap-ja-en-v1
"""

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

BASE_MODEL = "intfloat/multilingual-e5-small"
GRAPHS = ("cpu", "portable", "gpu", "inspect")
DIMENSIONS = [384, 256, 128, 64]
MAX_TOKENS = 128


def file_entry(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def describe(folder: Path, model_id: str) -> dict[str, Any]:
    """The content of model.json for the files in `folder`."""
    names = sorted([*(f"{graph}.onnx" for graph in GRAPHS), "tokenizer.json", "weights.bin"])
    return {
        "id": model_id,
        "base": BASE_MODEL,
        "languages": ["ja", "en"],
        "dimensions": DIMENSIONS,
        "pooling": "mean (inside the graph)",
        "normalized": True,
        "prefix": {"query": "", "document": ""},
        "maxTokens": MAX_TOKENS,
        "graphs": {graph: f"{graph}.onnx" for graph in GRAPHS},
        "tokenizer": "tokenizer.json",
        "files": {name: file_entry(folder / name) for name in names},
    }


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write model.json for an exported encoder.")
    parser.add_argument("folder", type=Path, help="folder of the graphs and tokenizer.json")
    parser.add_argument("--id", required=True, help="name of the model; give a new one to yours")
    return parser.parse_args()


def main(options: argparse.Namespace) -> None:
    text = json.dumps(describe(options.folder, options.id), indent=2)
    (options.folder / "model.json").write_text(text)


if __name__ == "__main__":
    main(parse_arguments())
