"""Make the training pairs and write them to WORK/pairs.json, as lists by kind of pair.

kind      a pair is
jsts      [score from 0 to 1, sentence, sentence]: Japanese similarity judged by people
jsick     the same, in Japanese, in English, and one sentence in each
jsickpar  [group, Japanese, English]: translations, from JSICK
tanaka    [group, English, Japanese]: translations, from the Tanaka Corpus
en, ja    [image, caption, caption]: two captions of one image
kwen      [image, query, caption, caption]: words of an English caption as a query for itself
kwja      [image, query, caption, source]: words of a Japanese caption (the source) as a query
          for a caption of the same image
kwx       [group, query, sentence, source]: words of a sentence as a query for its translation
edict     [headword, headword or reading, gloss]: entries of EDICT that are marked common

Pairs with an equal first item (image, group, headword) are never each other's counterexamples.

Command line: python pairs.py DATA WORK --edict FILE --exclude excluded-coco-images.json
"""

import argparse
import collections
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import fugashi

from corpus import (
    COCO_MINI,
    HELD_OUT_TANAKA,
    JSICK_TRAIN,
    JSTS_TRAIN,
    MULTI30K_TRAIN,
    TANAKA,
    YJ_CAPTIONS,
    Caption,
    Row,
    join_english_tokens,
    read_captions,
    read_jsick,
    read_rows,
)

ScoredPair = tuple[float, str, str]
TextPair = tuple[Any, str, str]
QueryPair = tuple[Any, str, str, str]
ImageCaptions = dict[int, list[str]]

ENGLISH_STOP_WORDS = set(
    """a an the is are was were be been being in on at of to and or with for from by as it its his
    her their there that this these those while who which some one two three near next has have had
    up down out over into he she they them very other another each through around front behind top
    side""".split()
)
JAPANESE_STOP_WORDS = set("人 物 こと 中 上 前 様子 状態".split())

ENGLISH_ROUNDS, JAPANESE_ROUNDS = 1, 3
"""So many same-image pairs are drawn of each image."""

LONGEST_GLOSS = 39


def group_by_image(captions: Iterable[Caption]) -> ImageCaptions:
    images = collections.defaultdict(list)
    for image, caption in captions:
        images[image].append(caption)
    return images


def jsts_pairs(rows: list[Row]) -> list[ScoredPair]:
    return [(float(score) / 5, first, second) for score, first, second in rows]


def jsick_pairs(rows: list[Row]) -> Iterator[ScoredPair]:
    """Four pairs a row: Japanese, English, and both ways across."""
    for row in rows:
        japanese_score, english_score = (float(row[0]) - 1) / 4, (float(row[1]) - 1) / 4
        mean_score = (japanese_score + english_score) / 2
        first_ja, second_ja, first_en, second_en = row[4:8]
        yield japanese_score, first_ja, second_ja
        yield english_score, first_en, second_en
        yield mean_score, first_ja, second_en
        yield mean_score, first_en, second_ja


def jsick_translations(rows: list[Row]) -> list[TextPair]:
    """(number, Japanese, English) of every Japanese sentence, each once."""
    english_of: dict[str, str] = {}
    for row in rows:
        first_ja, second_ja, first_en, second_en = row[4:8]
        english_of[first_ja] = first_en
        english_of[second_ja] = second_en
    return [(number, ja, en) for number, (ja, en) in enumerate(english_of.items())]


def tanaka_translations(rows: list[Row]) -> list[TextPair]:
    """(number, English, Japanese), without the pairs kept for evaluation."""
    used = rows[:-HELD_OUT_TANAKA]
    return [(number, join_english_tokens(row[0]), row[1]) for number, row in enumerate(used)]


def same_image_pairs(rng: random.Random, images: ImageCaptions, rounds: int) -> Iterator[TextPair]:
    """Two captions drawn from each image with several, `rounds` times."""
    for _ in range(rounds):
        for image, captions in images.items():
            if len(captions) > 1:
                first, second = rng.sample(captions, 2)
                yield image, first, second


def english_query(rng: random.Random, caption: str) -> str | None:
    """One to three content words of the caption, in order or shuffled, as people type them."""
    words = [
        word
        for word in re.findall(r"[a-z]+", caption.lower())
        if word not in ENGLISH_STOP_WORDS and len(word) > 2
    ]
    if not words:
        return None
    if rng.random() < 0.4:
        start = rng.randrange(len(words))
        return " ".join(words[start : start + rng.choice([1, 1, 2])])
    return " ".join(rng.sample(words, min(rng.choice([1, 2, 2, 3]), len(words))))


def japanese_content_words(
    rng: random.Random, tagger: fugashi.Tagger, caption: str
) -> list[str]:
    """Nouns, neighbours joined to compounds, and half of the verbs in dictionary form."""
    words: list[str] = []
    after_noun = False
    for token in tagger(caption):
        feature = token.feature
        is_noun = (
            feature.pos1 == "名詞"
            and feature.pos2 in ("普通名詞", "固有名詞")
            and token.surface not in JAPANESE_STOP_WORDS
        )
        is_verb = feature.pos1 == "動詞" and feature.pos2 != "非自立可能" and feature.lemma
        if is_noun and after_noun:
            words[-1] += token.surface
        elif is_noun:
            words.append(token.surface)
        elif is_verb and rng.random() < 0.5:
            words.append(feature.orthBase or token.surface)
        after_noun = is_noun
    return words


def japanese_query(rng: random.Random, tagger: fugashi.Tagger, caption: str) -> str | None:
    """One to three content words, parted by a space, a wide space or nothing."""
    words = japanese_content_words(rng, tagger, caption)
    if not words:
        return None
    chosen = rng.sample(words, min(rng.choice([1, 1, 2, 2, 3]), len(words)))
    separator = rng.choice([" ", "\u3000", "", " "] if len(chosen) > 1 else [""])
    return separator.join(chosen)


def query_pairs(
    sources: Iterable[tuple[Any, str, str]], make_query: Callable[[str], str | None]
) -> Iterator[QueryPair]:
    """From (group, source, target): (group, query made of the source, target, source)."""
    for group, source, target in sources:
        query = make_query(source)
        if query:
            yield group, query, target, source


def without_notes(text: str) -> str:
    """The text without its parts in parentheses."""
    return re.sub(r"\(.*?\)", "", text)


def split_forms(forms: str | None) -> list[str]:
    return [without_notes(form) for form in (forms or "").split(";") if form]


def split_glosses(glosses: str) -> list[str]:
    stripped = (without_notes(gloss).strip() for gloss in glosses.split("/"))
    return [
        gloss
        for gloss in stripped
        if gloss and len(gloss) <= LONGEST_GLOSS and not gloss.startswith(("EntL", "Created"))
    ]


def dictionary_pairs(rng: random.Random, path: Path) -> Iterator[TextPair]:
    """Two pairs for each common entry of EDICT: its first gloss, and one of the first three.

    A line reads: form;form [reading;reading] /gloss/gloss/(P)/EntL…/
    """
    for line in path.read_text(encoding="euc_jp").splitlines():
        head, _, rest = line.partition("/")
        match = re.match(r"(\S+)(?:\s+\[(\S+)\])?", head.strip())
        if "(P)" not in line or "？" in line or not match:
            continue
        forms, readings = split_forms(match.group(1)), split_forms(match.group(2))
        glosses = split_glosses(rest)
        if not glosses:
            continue
        for takes_first in (True, False):
            form = rng.choice(forms[:2]) if rng.random() < 0.85 or not readings else readings[0]
            gloss = glosses[0] if takes_first else rng.choice(glosses[:3])
            yield forms[0], form, gloss


def make_pairs(
    data: Path, edict: Path, excluded_images: set[int], seed: int
) -> dict[str, list[tuple]]:
    """All pairs by kind. The same data and seed give the same pairs."""
    rng, tagger = random.Random(seed), fugashi.Tagger()
    english = group_by_image(
        read_captions(data / MULTI30K_TRAIN) + read_captions(data / COCO_MINI)
    )
    japanese = group_by_image(
        (image, caption)
        for image, caption in read_captions(data / YJ_CAPTIONS)
        if image not in excluded_images
    )
    jsick = read_jsick(data / JSICK_TRAIN)
    translations = jsick_translations(jsick)

    def query_in_english(caption: str) -> str | None:
        return english_query(rng, caption)

    def query_in_japanese(caption: str) -> str | None:
        return japanese_query(rng, tagger, caption)

    # The draws come in a fixed order, so that a seed keeps giving the same pairs.
    english_sources = [
        (image, caption, caption)
        for image, captions in english.items()
        for caption in rng.sample(captions, 1)
    ]
    japanese_sources = [
        (image, caption, rng.choice(captions))
        for image, captions in japanese.items()
        for caption in captions
    ]
    from_japanese = translations
    from_english = [(number, en, ja) for number, ja, en in translations]
    queries_across = [
        *query_pairs(from_english, query_in_english),
        *query_pairs(from_japanese, query_in_japanese),
    ]
    return {
        "jsts": jsts_pairs(read_rows(data / JSTS_TRAIN)),
        "jsick": list(jsick_pairs(jsick)),
        "jsickpar": translations,
        "tanaka": tanaka_translations(read_rows(data / TANAKA)),
        "en": list(same_image_pairs(rng, english, ENGLISH_ROUNDS)),
        "ja": list(same_image_pairs(rng, japanese, JAPANESE_ROUNDS)),
        "kwen": list(query_pairs(english_sources, query_in_english)),
        "kwja": list(query_pairs(japanese_sources, query_in_japanese)),
        "kwx": queries_across,
        "edict": list(dictionary_pairs(rng, edict)),
    }


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Make the training pairs.")
    parser.add_argument("data", type=Path, help="the folder of training data")
    parser.add_argument("work", type=Path, help="folder to write pairs.json to")
    parser.add_argument("--edict", type=Path, required=True, help="the dictionary file, EUC-JP")
    parser.add_argument(
        "--exclude", type=Path, help="JSON list of the COCO images that evaluation uses"
    )
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def main(options: argparse.Namespace) -> None:
    excluded = set(json.loads(options.exclude.read_text())) if options.exclude else set()
    pairs = make_pairs(options.data, options.edict, excluded, options.seed)
    options.work.mkdir(parents=True, exist_ok=True)
    text = json.dumps(pairs, ensure_ascii=False)
    (options.work / "pairs.json").write_text(text, encoding="utf8")
    for kind, of_kind in pairs.items():
        print(f"{kind}: {len(of_kind)}")


if __name__ == "__main__":
    main(parse_arguments())
