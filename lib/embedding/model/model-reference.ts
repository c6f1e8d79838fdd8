/** Where a model is found: plain data, as it is saved beside the vectors. */
export type ModelReference =
  /** A folder of the models that come with Kotomap. */
  | { kind: "bundled"; id: string }
  /** A repository of the Hugging Face hub; `revision` is a branch, a tag or a commit. */
  | { kind: "hub"; id: string; revision: string }
  /** Any other folder, its path absolute. */
  | { kind: "folder"; path: string };

/** The model in words that parseModelReference reads again. */
export function describeReference(reference: ModelReference): string {
  switch (reference.kind) {
    case "bundled":
      return reference.id;
    case "hub":
      return reference.revision === MAIN_REVISION ? reference.id : `${reference.id}@${reference.revision}`;
    case "folder":
      return reference.path;
  }
}

/** The revision where none is named. */
export const MAIN_REVISION = "main";
