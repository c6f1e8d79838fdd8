import { AppError } from "@/lib/core/errors";

const PART = "[A-Za-z0-9][\\w.-]{0,95}";
const MODEL_ID = new RegExp(`^${PART}/${PART}$`);

/** Whether a text is a model's name on the hub, such as intfloat/multilingual-e5-small. A path of that shape is one too. */
export const isModelId = (text: string) => MODEL_ID.test(text) && !text.includes("..") && !text.endsWith(".git");

/** @throws AppError `invalid_parameter` saying what names look like */
export function checkModelId(id: string): void {
  if (isModelId(id)) return;
  throw new AppError("invalid_parameter", `"${id}" is not the name of a model on the hub. Give owner/name, such as intfloat/multilingual-e5-small, or the path of a folder that holds a model.`, { field: "model" });
}

/** The name of the folder that holds a model. Another revision than the usual one has a folder of its own. */
export function modelFolderName(id: string, revision: string): string {
  const name = id.replace("/", "--");
  return revision === "main" ? name : `${name}@${encodeURIComponent(revision)}`;
}
