import { parse } from "csv-parse/sync";
import { describe, expect, inject, it } from "vitest";
import type { EvaluationAnswer, EvaluationList } from "@/lib/features/evaluation/read-evaluations";
import type { FindingPage } from "@/lib/features/evaluation/findings/finding-views";
import { get, type ErrorBody } from "./fetch-json";

const list = async () => (await get<EvaluationList>("/api/v1/evaluations")).body;
/** The sample captions come evaluated. */
const first = async () => (await list()).evaluations.at(-1)!.id;

describe("GET /api/v1/evaluations", () => {
  it("lists what was measured, and what scores of the index in use mean", async () => {
    const { generation, calibration, evaluations } = await list();
    const { report } = evaluations.at(-1)!;
    expect(report.generation?.id).toBe(generation);
    expect(report.generation?.retrieval.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(["en en", "en ja", "ja en", "ja ja"]);
    for (const { recall1, recall10 } of report.generation?.retrieval ?? []) {
      expect(recall1.low).toBeLessThanOrEqual(recall1.value);
      expect(recall1.value).toBeLessThanOrEqual(recall10.value);
      expect(recall10.value).toBeGreaterThan(0.5);
    }
    expect(calibration?.pairs.map(({ query, caption }) => `${query} ${caption}`)).toContain("ja en");
  });

  it("gives one by its number, with the calibration of its index", async () => {
    const { body } = await get<EvaluationAnswer>(`/api/v1/evaluations/${await first()}`);
    expect(body.evaluation.id).toBe(await first());
    expect(body.calibration).toEqual((await list()).calibration);
  });

  it.each(["/api/v1/evaluations/99999", "/api/v1/evaluations/x", "/api/v1/evaluations/99999/findings?kind=gap", "/api/v1/evaluations/99999/export?kind=gap&format=csv"])("answers 404 for %s", async (path) => {
    const { status, body } = await get<ErrorBody>(path);
    expect([status, body.error.code]).toEqual([404, "not_found"]);
  });

  it("refuses a parameter that there is not", async () => {
    expect((await get<ErrorBody>("/api/v1/evaluations?x=1")).body.error.field).toBe("x");
  });
});

describe("GET /api/v1/evaluations/{id}/findings", () => {
  const findings = async (parameters: string) => (await get<FindingPage>(`/api/v1/evaluations/${await first()}/findings?${parameters}`)).body;

  it.each(["failure", "gap", "caption", "alike"])("gives %s with the captions that it is about", async (kind) => {
    const page = await findings(`kind=${kind}&limit=3`);
    expect(page.findings.length).toBe(Math.min(3, page.total));
    expect(page.total).toBeGreaterThan(0);
    expect(JSON.stringify(page.findings)).not.toContain('"text":null');
  });

  it("gives failures of one direction, and goes on behind them", async () => {
    const all = await findings("kind=failure&limit=200");
    const some = await findings("kind=failure&from=en&to=ja&limit=200");
    const own = all.kind === "failure" ? all.findings.filter(({ from, to }) => from === "en" && to === "ja") : [];
    expect(some).toEqual({ kind: "failure", total: own.length, findings: own });
    expect((await findings(`kind=failure&offset=1&limit=1`)).findings).toEqual(all.findings.slice(1, 2));
  });

  it.each([["", "kind"], ["kind=all", "kind"], ["kind=gap&limit=0", "limit"], ["kind=failure&from=ja", "to"], ["kind=gap&from=ja&to=en", "from"], ["kind=gap&x=1", "x"]])("refuses ?%s, naming %s", async (parameters, field) => {
    const { status, body } = await get<ErrorBody>(`/api/v1/evaluations/${await first()}/findings?${parameters}`);
    expect([status, body.error.field]).toEqual([400, field]);
  });
});

describe("GET /api/v1/evaluations/{id}/export", () => {
  const fetchFile = async (parameters: string) => fetch(`${inject("baseUrl")}/api/v1/evaluations/${await first()}/export?${parameters}`);

  it("gives all odd captions as a table", async () => {
    const response = await fetchFile("kind=caption&format=csv");
    const rows = parse<Record<string, string>>(await response.text(), { columns: true, bom: true });
    const { total } = (await get<FindingPage>(`/api/v1/evaluations/${await first()}/findings?kind=caption&limit=1`)).body;
    expect(rows).toHaveLength(total);
    expect(Object.keys(rows[0]!)).toEqual(["rank", "caption_id", "caption_image", "caption_language", "caption", "nearest_id", "nearest_image", "nearest_language", "nearest", "nearest_score", "found_id", "found_image", "found_language", "found", "found_score"]);
    expect(rows.every(({ caption_image }) => caption_image!.startsWith("sample:"))).toBe(true);
    expect(response.headers.get("content-disposition")).toMatch(/kotomap-evaluation-\d+-caption\.csv/);
  });

  it("gives Excel and JSON files too", async () => {
    expect(Buffer.from(await (await fetchFile("kind=alike&format=xlsx")).arrayBuffer()).subarray(0, 2).toString()).toBe("PK");
    expect(await (await fetchFile("kind=gap&format=json")).json()).toMatchObject({ kind: "gap", seed: 0, findings: expect.any(Array) as object[] });
  });
});
