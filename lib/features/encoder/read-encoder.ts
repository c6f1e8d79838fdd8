import { AppError } from "@/lib/core/errors";
import type { InspectedText, Inspection } from "@/lib/embedding/inspect/inspection";
import { attentionHabits, attentionOf, attentionOnPadding } from "./attention";
import { drawAttention, drawVectors } from "./encoder-picture";
import type { EncoderPictureRequest, EncoderRequest } from "./encoder-request";
import type { EncodedText, EncoderAnswer } from "./encoder-types";
import { inspectTexts } from "./inspect-texts";
import type { ModelInspection } from "./inspector-shelf";
import { poolingShares, recognisePooling } from "./pooling-shares";
import { findLongestSharedWord, findSharedWord, sentencePath, wordPath } from "./sentence-path";
import { vectorCuts } from "./vector-cuts";

const round = (value: number, digits = 4) => Number(value.toFixed(digits));
const roundAll = (values: ArrayLike<number>, digits?: number) => Array.from(values, (value) => round(value, digits));

function encodedText(inspection: Inspection, index: number): EncodedText | null {
  const text = inspection.texts[index];
  if (!text) return null;
  const { pieces, vector } = text;
  const shares = poolingShares(text);
  const mask = Array.from({ length: inspection.width }, (_, i) => (i < pieces.length ? 1 : 0));
  return { text: text.text, pieces, mask, paddingWeight: attentionOnPadding(inspection, index), shares: shares && roundAll(shares), vector: roundAll(vector) };
}

function wordAnswer(inspection: Inspection, piece: number | undefined): EncoderAnswer["word"] {
  const word = (piece === undefined ? null : findSharedWord(inspection, piece)) ?? findLongestSharedWord(inspection);
  const path = word && wordPath(inspection, word);
  return path && { ...word, path: roundAll(path) };
}

function attentionAnswer({ inspector, inspection }: ModelInspection, { layer, head = null }: { layer?: number | undefined; head?: number | null | undefined }): EncoderAnswer["attention"] {
  if (layer === undefined || inspector.layers === 0) return null;
  if (layer > inspector.layers) throw new AppError("invalid_parameter", `The parameter layer must be at most ${inspector.layers}: the model has no more.`, { field: "layer" });
  const weights = attentionOf(inspection, layer, head);
  if (!weights) throw new AppError("invalid_parameter", `The parameter head must be at most ${inspection.heads}: the model has no more.`, { field: "head" });
  const rowOf = (query: number) => roundAll(weights.values.subarray(query * weights.pieces, (query + 1) * weights.pieces), 3);
  const habits = attentionHabits(weights);
  for (const kind of Object.keys(habits) as (keyof typeof habits)[]) habits[kind] = round(habits[kind]);
  return { layer, head, weights: Array.from({ length: weights.pieces }, (_, query) => rowOf(query)), habits };
}

/**
 * What the encoder of the searches does with a sentence, as numbers.
 * @throws AppError `invalid_parameter` for a layer or head that the model does not have; as inspectTexts
 */
export async function readEncoder({ text, to, layer, head, piece }: EncoderRequest): Promise<EncoderAnswer> {
  const found = await inspectTexts({ text, to });
  const { inspector, inspection } = found;
  const [first, second] = inspection.texts as [InspectedText, InspectedText | undefined];
  const path = sentencePath(inspection);
  const { name, dimensions, maxTokens } = inspector.model;
  return {
    model: { id: name, dimensions, maxTokens, tokenizer: inspector.tokenizerKind, vocabulary: inspector.vocabularySize, padId: inspector.padId, pooling: recognisePooling(first), layers: inspector.layers, heads: inspection.heads },
    text: encodedText(inspection, 0) as EncodedText,
    to: encodedText(inspection, 1),
    path: path && roundAll(path),
    word: wordAnswer(inspection, piece),
    cuts: vectorCuts(first.vector, second?.vector ?? null, inspector.dimensionChoices).map(({ kept, similarity, ...cut }) => ({ ...cut, kept: round(kept), similarity: similarity === null ? null : round(similarity) })),
    attention: attentionAnswer(found, { layer, head }),
    milliseconds: round(inspection.milliseconds, 1),
  };
}

/**
 * A picture of all heads, or of the vectors that the first layer is given, as PNG.
 * @throws AppError `not_found` where the model does not tell; as inspectTexts
 */
export async function readEncoderPicture({ of, ...texts }: EncoderPictureRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { inspection, inspector } = await inspectTexts(texts);
  const picture = of === "attention" ? drawAttention(inspection) : drawVectors(inspection);
  if (!picture) throw new AppError("not_found", `The model ${inspector.model.name} does not tell of its ${of}.`, { field: "of" });
  return picture;
}
