"""Measure how well an exported encoder finds.

Prints one line of JSON for each number of dimensions:
- similarity: Spearman correlation × 100 of cosines with human scores (JSTS, JSICK);
- same image: R@1 and R@5 in percent, a caption as the query and the other captions of its image
  as the right answers;
- translation: R@1 in percent, a sentence as the query and its translation as the right answer.

Command line: python evaluate.py MODEL DATA [--held-out FOLDER] [--dimensions 384 256 128]

FOLDER, laid out as DATA, may hold sts/jsts-test.tsv and must hold sts/jsick-test.tsv and
captions/{yj-ja-heldout,multi30k-test2016-en,coco2017-mini-val-en}.json.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from scipy.stats import spearmanr
from tokenizers import Tokenizer

from corpus import (
    HELD_OUT_TANAKA,
    JSTS_VALID,
    MULTI30K_VALID,
    TANAKA,
    Row,
    join_english_tokens,
    read_captions,
    read_jsick,
    read_rows,
)

HIDDEN_SIZE = 384
MAX_TOKENS = 128
PAD_ID = 1
BATCH_SIZE = 64

HELD_OUT_JSTS = "sts/jsts-test.tsv"
HELD_OUT_JSICK = "sts/jsick-test.tsv"
HELD_OUT_CAPTIONS = (
    "captions/yj-ja-heldout.json",
    "captions/multi30k-test2016-en.json",
    "captions/coco2017-mini-val-en.json",
)

Figures = dict[str, float]
ScoredPair = tuple[float, str, str]


class Encoder:
    """Texts to vectors, by a graph of an exported encoder."""

    def __init__(self, folder: Path, dimensions: int, graph: str) -> None:
        self.dimensions = dimensions
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.session = onnxruntime.InferenceSession(
            str(folder / graph), providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """(len(texts), dimensions) float32, rows of length 1."""
        encodings = self.tokenizer.encode_batch(list(texts))
        ids = [encoding.ids[:MAX_TOKENS] for encoding in encodings]
        by_length = np.argsort([len(of_text) for of_text in ids])
        vectors = np.zeros((len(ids), HIDDEN_SIZE), np.float32)
        for start in range(0, len(by_length), BATCH_SIZE):
            chosen = by_length[start : start + BATCH_SIZE]
            vectors[chosen] = self.encode_batch([ids[place] for place in chosen])
        vectors = vectors[:, : self.dimensions]
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def encode_batch(self, ids: list[list[int]]) -> np.ndarray:
        """(len(ids), 384) float32."""
        input_ids = np.full((len(ids), max(map(len, ids))), PAD_ID, np.int64)
        mask = np.zeros_like(input_ids)
        for row, of_text in enumerate(ids):
            input_ids[row, : len(of_text)] = of_text
            mask[row, : len(of_text)] = 1
        inputs = {"input_ids": input_ids, "attention_mask": mask}
        return self.session.run(["sentence_embedding"], inputs)[0]


def similarity(encoder: Encoder, pairs: Sequence[ScoredPair]) -> float:
    """Spearman correlation × 100 of cosines with scores."""
    left = encoder.encode([pair[1] for pair in pairs])
    right = encoder.encode([pair[2] for pair in pairs])
    return 100 * spearmanr((left * right).sum(1), [pair[0] for pair in pairs]).statistic


def same_image(encoder: Encoder, path: Path) -> tuple[float, float]:
    """(R@1, R@5) over the captions of images with several captions."""
    captions = read_captions(path)
    images = np.array([image for image, _ in captions])
    vectors = encoder.encode([caption for _, caption in captions])
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -9)
    values, counts = np.unique(images, return_counts=True)
    has_others = np.isin(images, values[counts > 1])
    hits = images[np.argsort(-cosines, 1)[:, :5]] == images[:, None]
    return 100 * hits[has_others, 0].mean(), 100 * hits[has_others].any(1).mean()


def translation(encoder: Encoder, pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """(R@1 from the first language to the second, R@1 from the second to the first)."""
    first = encoder.encode([pair[0] for pair in pairs])
    second = encoder.encode([pair[1] for pair in pairs])
    cosines = first @ second.T
    right = np.arange(len(pairs))
    return (
        100 * (cosines.argmax(1) == right).mean(),
        100 * (cosines.argmax(0) == right).mean(),
    )


def jsts_figures(encoder: Encoder, path: Path, split: str) -> Figures:
    if not path.exists():
        return {}
    pairs = [(float(score), first, second) for score, first, second in read_rows(path)]
    return {f"JSTS {split}": similarity(encoder, pairs)}


def jsick_figures(encoder: Encoder, path: Path) -> Figures:
    rows = [row for row in read_jsick(path) if row[0] and row[1]]
    japanese = [(float(row[0]), row[4], row[5]) for row in rows]
    english = [(float(row[1]), row[6], row[7]) for row in rows]
    across = [((float(row[0]) + float(row[1])) / 2, row[4], row[7]) for row in rows]
    to_english, to_japanese = translation(encoder, jsick_translations(rows))
    return {
        "JSICK test ja": similarity(encoder, japanese),
        "JSICK test en": similarity(encoder, english),
        "JSICK test ja-en": similarity(encoder, across),
        "JSICK test ja→en R@1": to_english,
        "JSICK test en→ja R@1": to_japanese,
    }


def jsick_translations(rows: list[Row]) -> list[tuple[str, str]]:
    """(Japanese, English) of every English sentence, each once."""
    japanese_of: dict[str, str] = {}
    for row in rows:
        japanese_of[row[6]] = row[4]
        japanese_of[row[7]] = row[5]
    return [(japanese, english) for english, japanese in japanese_of.items()]


def tanaka_figures(encoder: Encoder, path: Path) -> Figures:
    rows = read_rows(path)[-HELD_OUT_TANAKA:]
    pairs = [(join_english_tokens(row[0]), row[1]) for row in rows]
    to_japanese, to_english = translation(encoder, pairs)
    return {"Tanaka en→ja R@1": to_japanese, "Tanaka ja→en R@1": to_english}


def same_image_figures(encoder: Encoder, path: Path) -> Figures:
    first, fifth = same_image(encoder, path)
    return {f"{path.stem} R@1": first, f"{path.stem} R@5": fifth}


def evaluate(encoder: Encoder, data: Path, held_out: Path | None) -> Figures:
    figures = jsts_figures(encoder, data / JSTS_VALID, "valid")
    if held_out:
        figures |= jsts_figures(encoder, held_out / HELD_OUT_JSTS, "test")
        figures |= jsick_figures(encoder, held_out / HELD_OUT_JSICK)
    figures |= tanaka_figures(encoder, data / TANAKA)
    figures |= same_image_figures(encoder, data / MULTI30K_VALID)
    for name in HELD_OUT_CAPTIONS if held_out else ():
        figures |= same_image_figures(encoder, held_out / name)
    return {name: round(float(value), 2) for name, value in figures.items()}


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how well an exported encoder finds.")
    parser.add_argument("model", type=Path, help="folder of the graphs and tokenizer.json")
    parser.add_argument("data", type=Path, help="the folder of training data")
    parser.add_argument("--held-out", type=Path, help="a folder of data kept out of training")
    parser.add_argument("--dimensions", type=int, nargs="+", default=[384])
    parser.add_argument("--graph", default="cpu.onnx")
    return parser.parse_args()


def main(options: argparse.Namespace) -> None:
    for size in options.dimensions:
        encoder = Encoder(options.model, size, options.graph)
        figures = evaluate(encoder, options.data, options.held_out)
        print(json.dumps({"dimensions": size, **figures}, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main(parse_arguments())
