import type { Readable } from "node:stream";
import { EnvHttpProxyAgent, interceptors, request, type Dispatcher } from "undici";
import { failureOfError, failureOfStatus, TransferFailure } from "./transfer-failure";

const REDIRECTS = 10;

export interface OpenUrlOptions {
  headers?: Record<string, string>;
  signal: AbortSignal;
  /** Seconds without a byte after which a server counts as dead. */
  stall: number;
}

export interface OpenedUrl {
  status: 200 | 206 | 416;
  headers: Record<string, string | undefined>;
  /** The bytes as they are sent: nothing is decoded. */
  body: Readable;
}

let dispatcher: Dispatcher | null = null;

/** One pool of connections for the process; HTTP_PROXY, HTTPS_PROXY and NO_PROXY are honoured, which Node's own fetch does not do. */
const pool = () => (dispatcher ??= new EnvHttpProxyAgent().compose(interceptors.redirect({ maxRedirections: REDIRECTS })));

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/**
 * Asks for an address, following redirects; credentials stay with the host they were meant for.
 * @throws TransferFailure for every status but 200, 206 and 416, and where no answer comes
 */
export async function openUrl(url: string, { headers = {}, signal, stall }: OpenUrlOptions): Promise<OpenedUrl> {
  const wanted = { "accept-encoding": "identity", "user-agent": "kotomap", ...headers };
  try {
    const answer = await request(url, { dispatcher: pool(), headers: wanted, signal, headersTimeout: stall * 1000, bodyTimeout: stall * 1000 });
    const { statusCode: status, body } = answer;
    if (status !== 200 && status !== 206 && status !== 416) {
      body.on("error", () => undefined).destroy();
      throw failureOfStatus(status, answer.headers);
    }
    return { status, body, headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, single(value)])) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TypeError || (error instanceof Error && "code" in error && error.code === "UND_ERR_INVALID_ARG")) throw new TransferFailure(error.message, { kind: "no-answer" }, {}, error);
    throw failureOfError(error, stall);
  }
}
