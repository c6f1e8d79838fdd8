import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { adminMessages } from "./admin-messages";
import { compareMessages } from "./compare-messages";
import { encoderMessages } from "./encoder-messages";
import { evaluationMessages } from "./evaluation-messages";
import { explanationMessages } from "./explanation-messages";
import { mapMessages } from "./map-messages";
import en from "./messages/en.json";
import ja from "./messages/ja.json";

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`)));
}

/** Argument names, with those inside plural branches and tags. */
function argumentsOf(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...argumentsOf(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select) return [element.value, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))];
    return [element.value];
  });
}

const names = (message: string) => [...new Set(argumentsOf(parse(message)))].sort();
const japanese = new Map(flatten({ ...ja, admin: adminMessages.ja, compare: compareMessages.ja, encoder: encoderMessages.ja, evaluation: evaluationMessages.ja, explanation: explanationMessages.ja, map: mapMessages.ja }));
const english = new Map(flatten({ ...en, admin: adminMessages.en, compare: compareMessages.en, encoder: encoderMessages.en, evaluation: evaluationMessages.en, explanation: explanationMessages.en, map: mapMessages.en }));

describe("messages", () => {
  it("are the same set in both languages", () => {
    expect([...japanese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each([...english])("take the same arguments in both languages: %s", (key, message) => {
    expect(names(japanese.get(key) ?? "")).toEqual(names(message));
  });

  it.each([...english, ...japanese])("are not empty: %s", (_key, message) => {
    expect(message.trim()).not.toBe("");
  });
});
