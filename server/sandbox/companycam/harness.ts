/** A sandbox for tests, in-process, with a clock that a test can move. */
import { type CompanyCamSandbox, createCompanyCamSandbox } from "./sandbox.ts";

export const origin = "http://companycam.test";
export const personalToken = "personal-token";

export type TestClock = { at: Date };

export const createTestSandbox = (
  clock: TestClock = { at: new Date("2026-11-20T15:00:00Z") },
  dataDir = ":memory:",
): CompanyCamSandbox =>
  createCompanyCamSandbox({ dataDir, personalToken, clock: () => clock.at, firstPauseMs: 1 });

export type ApiAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
};

export type CallOptions = {
  readonly json?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export async function callSandbox(
  sandbox: CompanyCamSandbox,
  method: string,
  path: string,
  { json, token = personalToken, headers = {} }: CallOptions = {},
): Promise<ApiAnswer> {
  const response = await sandbox.fetch(
    new Request(origin + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(json === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    }),
  );
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  const body: unknown = isJson && text !== "" ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, body };
}
