"""Quick checks of the recipe: python -m unittest discover -s training

Skipped where the packages of requirements.txt are not installed.
"""

import argparse
import json
import random
import tempfile
import unittest
from pathlib import Path

try:
    import numpy as np
    import onnxruntime
    import torch
    from transformers import BertConfig, BertModel

    import corpus
    import export
    import export_model
    import pairs
    import train
    import vocabulary
except ImportError as error:
    raise unittest.SkipTest(f"the recipe's packages are missing: {error}") from error


class Corpus(unittest.TestCase):
    def test_joins_english_tokens(self) -> None:
        self.assertEqual(corpus.join_english_tokens("i can 't go , sorry ."), "i can't go, sorry.")


class Vocabulary(unittest.TestCase):
    def test_keeps_the_place_of_a_piece_as_its_id(self) -> None:
        names = [*vocabulary.SPECIAL_TOKENS, "▁a", "犬", "▁"]
        tokenizer = vocabulary.build_tokenizer(names, [0, 0, 0, 0, -1, -2, -3])
        self.assertEqual(tokenizer.encode("Ａ 犬").ids, [0, 4, 6, 5, 2])

    def test_knows_basic_characters(self) -> None:
        basic = [text for text in ("a", "犬", "ㄱ", "ab", "") if vocabulary.is_basic_character(text)]
        self.assertEqual(basic, ["a", "犬"])


class Pairs(unittest.TestCase):
    def test_reads_common_dictionary_entries(self) -> None:
        lines = "犬 [いぬ] /(n) dog/(P)/EntL1/\n狗子 [くし] /(n) puppy/EntL2/\n"
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "edict")
            path.write_text(lines, encoding="euc_jp")
            found = list(pairs.dictionary_pairs(random.Random(0), path))
        self.assertEqual({(pair[0], pair[2]) for pair in found}, {("犬", "dog")})
        self.assertEqual(len(found), 2)

    def test_takes_content_words_as_a_query(self) -> None:
        query = pairs.english_query(random.Random(1), "A dog is on the beach")
        self.assertLessEqual(set(query.split()), {"dog", "beach"})
        self.assertIsNone(pairs.english_query(random.Random(1), "It is on the"))


class Training(unittest.TestCase):
    def test_masks_what_is_no_counterexample(self) -> None:
        batch = [
            [1, "dog", "a cat", "a bird"],
            [2, "sea", "a dog by a lake", "a lake"],
            [1, "sun", "the sun", "the sun"],
        ]
        masked = train.no_counterexamples("kwen", batch)
        self.assertEqual(masked.int().tolist(), [[0, 1, 1], [0, 0, 0], [1, 0, 0]])

    def test_losses_prefer_the_right_vectors(self) -> None:
        torch.manual_seed(0)
        left, other = torch.randn(8, 384), torch.randn(8, 384)
        nothing = torch.zeros((8, 8), dtype=torch.bool)
        self.assertLess(
            train.contrast_loss(left, left, nothing), train.contrast_loss(left, other, nothing)
        )
        score = torch.nn.functional.cosine_similarity(left, other)
        self.assertLess(
            train.cosine_order_loss(left, other, score),
            train.cosine_order_loss(left, other, -score),
        )


class Export(unittest.TestCase):
    def test_graphs_agree_with_the_model(self) -> None:
        torch.manual_seed(0)
        config = BertConfig(
            vocab_size=50,
            hidden_size=export.HIDDEN_SIZE,
            num_hidden_layers=1,
            num_attention_heads=export.HEADS,
            intermediate_size=64,
            max_position_embeddings=16,
            layer_norm_eps=1e-12,
        )
        model = BertModel(config, add_pooling_layer=False).eval()
        ids = torch.tensor([[0, 7, 8, 9, 2], [0, 5, 2, 1, 1]])
        mask = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]])
        with torch.no_grad():
            hidden = model(input_ids=ids, attention_mask=mask).last_hidden_state
        mean = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        expected = torch.nn.functional.normalize(mean).numpy()
        inputs = {"input_ids": ids.numpy(), "attention_mask": mask.numpy()}
        with tempfile.TemporaryDirectory() as folder:
            export.export(model.state_dict(), Path(folder))
            for form in ("cpu", "portable", "inspect"):
                session = onnxruntime.InferenceSession(
                    str(Path(folder, f"{form}.onnx")), providers=["CPUExecutionProvider"]
                )
                (vectors,) = session.run(["sentence_embedding"], inputs)
                cosines = (vectors * expected).sum(1)
                self.assertTrue(np.all(cosines > 0.999), f"{form}: {cosines}")


class OtherModels(unittest.TestCase):
    def test_exports_a_checkpoint_with_what_decides_its_vectors(self) -> None:
        small = BertConfig(vocab_size=30, hidden_size=8, num_hidden_layers=2, num_attention_heads=2, intermediate_size=16)
        settings = {"tokenizer_class": "BertJapaneseTokenizer", "word_tokenizer_type": "mecab"}
        with tempfile.TemporaryDirectory() as place:
            folder, out = Path(place, "checkpoint"), Path(place, "out")
            BertModel(small).save_pretrained(folder)
            (folder / "tokenizer_config.json").write_text(json.dumps(settings))
            (folder / "vocab.txt").write_text("[PAD]\n[UNK]\n")
            export_model.main(argparse.Namespace(folder=folder, out=out))
            found = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
            session = onnxruntime.InferenceSession(out / "onnx" / "model.onnx")
            inputs = [value.name for value in session.get_inputs()]
        self.assertEqual(found, ["config.json", "onnx/model.onnx", "tokenizer_config.json", "vocab.txt"])
        self.assertEqual(inputs, ["input_ids", "attention_mask", "token_type_ids"])


if __name__ == "__main__":
    unittest.main()
