import { AppError, toAppError } from "@/lib/core/errors";
import { toDownloadError, type DownloadOptions } from "./download-file";
import { keepTrying } from "./keep-trying";
import { openUrl } from "./open-url";
import { failureOfError, TransferFailure } from "./transfer-failure";

/** No listing is larger; a server that sends without end is not believed. */
const MOST_BYTES = 32 << 20;

type JsonOptions = Pick<DownloadOptions, "url" | "headers" | "signal" | "mend" | "stall" | "pause"> & {
  /** What is asked for, to begin an error with. */
  name: string;
};

/**
 * The JSON value at an address, as it is.
 * @throws AppError `download_failed` naming the address, what happened and the mend; `cancelled`
 */
export async function fetchJson({ url, name, headers, signal = new AbortController().signal, mend, stall = 30, pause = 1 }: JsonOptions): Promise<unknown> {
  const once = async () => {
    const { body } = await openUrl(url, { headers: { accept: "application/json", ...headers }, signal, stall });
    const chunks: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        if ((bytes += chunk.length) > MOST_BYTES) throw new TransferFailure("the answer is too long", { kind: "other-file" });
        chunks.push(chunk);
      }
    } catch (error) {
      throw failureOfError(error, stall);
    }
    return parse(Buffer.concat(chunks).toString("utf8"));
  };
  try {
    return await keepTrying(once, () => 0, { signal, pause });
  } catch (error) {
    if (signal.aborted) throw new AppError("cancelled", "Stopped.", { cause: error });
    throw error instanceof TransferFailure ? toDownloadError(name, url, error, mend) : toAppError(error);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new TransferFailure("the answer is no JSON, as the login page of a network is none", { kind: "other-file" }, {}, error);
  }
}
