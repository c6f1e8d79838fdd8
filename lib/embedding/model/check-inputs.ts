import type { ValueShape } from "../onnx-session";
import { describeValues } from "./choose-output";
import { modelFault } from "./model-fault";

const REQUIRED = ["input_ids", "attention_mask"];
const KNOWN = new Set([...REQUIRED, "token_type_ids"]);
const INTEGERS = new Set(["int64", "int32"]);

/** @throws AppError `model_unavailable` with the inputs listed, where they are not those of an encoder of texts */
export function checkInputs(folder: string, inputs: readonly ValueShape[]): void {
  const names = new Set(inputs.map(({ name }) => name));
  const fits = REQUIRED.every((name) => names.has(name)) && inputs.every(({ name, type }) => KNOWN.has(name) && INTEGERS.has(type));
  if (fits) return;
  throw modelFault(folder, `does not take the inputs of a text encoder. Its inputs: ${describeValues(inputs)}`, { mend: "Take a graph whose inputs are input_ids, attention_mask and at most token_type_ids, of 64-bit integers" });
}
