/** A failure told to people: what went wrong and the mend. */
export class Failure extends Error {
  /**
   * @param {string} code a stable word for programs, as in docs/api.md
   * @param {string} message
   * @param {{ output?: string, field?: string }} [options] `output`: the end of what the failed program printed
   */
  constructor(code, message, { output = "", field } = {}) {
    super(message);
    this.name = "Failure";
    this.code = code;
    this.output = output;
    this.field = field ?? null;
  }
}

export const stopped = () => new Failure("cancelled", "Stopped.");
