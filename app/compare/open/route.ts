import { compareHref, LONGEST_ADDRESS, readCompareState } from "../_lib/compare-state";

/** Bytes of a form: a hundred long sentences. */
const MOST_BYTES = 1024 * 1024;

/** The form of the page, which may hold more than an address: the sentences are packed, and the browser sent on. */
export async function POST(request: Request): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return seeOther("/compare?fault=long");
  const form = await request.formData().catch(() => new FormData());
  const fields = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [[name, value]] : [])));
  const address = compareHref(readCompareState(fields));
  return seeOther(address.length > LONGEST_ADDRESS ? "/compare?fault=long" : address);
}

const seeOther = (address: string) => new Response(null, { status: 303, headers: { Location: address } });
