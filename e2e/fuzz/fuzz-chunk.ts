import { sql } from "kysely";
import { isEntityName } from "../../shared/estimate/entities.ts";
import { withLaterFields } from "../../shared/estimate/later-fields.ts";
import { asRecordOf } from "../../shared/estimate/record.ts";
import { createRandom } from "../sim/random.ts";
import { unlimited } from "../../server/limits/limits.ts";
import type { Store } from "../../server/store/store.ts";
import { type DatabaseRow, databaseRows, textOf } from "../../server/sync/testing/database-text.ts";
import { createTestApp } from "../../server/sync/testing/test-app.ts";
import { openGround } from "./ground.ts";
import { type FuzzRequest, randomRequest } from "./requests.ts";

/** Bodies that are drawn from one seed and sent to one server. */
export interface FuzzChunk {
  readonly seed: number;
  readonly bodies: number;
  /** What they are for; `sync`, where nothing is said, are pushes and what goes with them. */
  readonly of?: "sync" | "routes" | undefined;
}

export interface FuzzResult {
  readonly bodies: number;
  /** Answers by their status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests that changed the database. */
  readonly changing: number;
  readonly problems: readonly string[];
}

/** Sends damaged requests to the real app over a store with data, and looks at the store after each. */
export async function fuzzChunk({ seed, bodies }: FuzzChunk): Promise<FuzzResult> {
  const random = createRandom(seed);
  const store = await openGround();
  const problems: string[] = [];
  const onRejection = (reason: unknown): void => {
    problems.push(`seed ${seed}: an unhandled rejection: ${String(reason)}`);
  };
  process.on("unhandledRejection", onRejection);
  const statuses: Record<string, number> = {};
  let changing = 0;
  try {
    const { app } = createTestApp(store, { limits: unlimited });
    let changes = await changesOf(store);
    let before = await viewOf(store);
    for (let number = 0; number < bodies; number += 1) {
      const request = randomRequest(random, number);
      const response = await app.request(request.path, {
        method: request.method,
        headers: {
          "content-type": request.type,
          "x-test-user": request.as.userId,
          "x-test-role": request.as.role,
        },
        body: request.body,
      });
      statuses[response.status] = (statuses[response.status] ?? 0) + 1;
      const found = response.status >= 500 ? [`answered ${await response.text()}`] : [];
      const now = await changesOf(store);
      if (now !== changes) {
        changing += 1;
        const after = await viewOf(store);
        found.push(...wrongChanges(request, response.status, before, after));
        changes = now;
        before = after;
      }
      for (const problem of found)
        problems.push(`seed ${seed}, body ${number}: ${problem}\n${inWords(request)}`);
    }
  } finally {
    process.off("unhandledRejection", onRejection);
    await store.close();
  }
  return { bodies, statuses, changing, problems };
}

/** Rows that this connection has written since it was opened: unchanged, nothing was written. */
async function changesOf(store: Store): Promise<number> {
  const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(store.db);
  return rows[0]?.n ?? -1;
}

interface View {
  readonly all: string;
  /** The shared clock is nobody's. */
  readonly byCompany: ReadonlyMap<unknown, string>;
  readonly books: string;
  readonly serverOnly: string;
  readonly records: string;
  readonly unreadable: readonly string[];
}

const bookEntities: ReadonlySet<unknown> = new Set(["priceBook", "bookDraft", "bookChange"]);
const serverOnly: ReadonlySet<unknown> = new Set(["contact", "opportunity"]);

async function viewOf(store: Store): Promise<View> {
  const rows = await databaseRows(store);
  const ofRecords = rows.filter(({ table }) => table === "record");
  const byCompany = Map.groupBy(rows, ({ row }) => row["company_id"]);
  return {
    all: textOf(rows),
    byCompany: new Map([...byCompany].map(([company, own]) => [company, textOf(own)])),
    books: textOf(ofRecords.filter(({ row }) => bookEntities.has(row["entity"]))),
    serverOnly: textOf(ofRecords.filter(({ row }) => serverOnly.has(row["entity"]))),
    records: textOf(ofRecords),
    unreadable: ofRecords
      .filter(({ row }) => !isReadable(row))
      .map(({ row }) => `${String(row["entity"])} ${String(row["id"])}`),
  };
}

function isReadable({ entity, id, fields }: DatabaseRow["row"]): boolean {
  if (typeof entity !== "string" || !isEntityName(entity)) return false;
  return (
    asRecordOf(entity, String(id), withLaterFields(entity, JSON.parse(String(fields)))) !== null
  );
}

/** What this answer, this role and this company may not have changed. */
function wrongChanges(request: FuzzRequest, status: number, before: View, after: View): string[] {
  const { as, path } = request;
  const wrong: string[] = [];
  const mayWrite = status === 200 && path === "/api/sync/push";
  if (!mayWrite && after.all !== before.all) wrong.push(`answered ${status} and changed the data`);
  for (const [company, text] of before.byCompany)
    if (company !== undefined && company !== as.companyId && after.byCompany.get(company) !== text)
      wrong.push("changed another company's data");
  if (as.role === "painter" && after.records !== before.records) wrong.push("let a painter write");
  if (as.role !== "manager" && after.books !== before.books)
    wrong.push("let an estimator write a price book");
  if (after.serverOnly !== before.serverOnly) wrong.push("wrote what is Salesforce's");
  if (after.unreadable.length > 0) wrong.push(`kept unreadable ${after.unreadable.join(", ")}`);
  return wrong;
}

const inWords = ({ method, path, type, body, as }: FuzzRequest): string => {
  const text = typeof body === "string" ? body : JSON.stringify([...(body ?? [])]);
  return `${method} ${path} as ${as.userName} (${as.role}), ${type}: ${text.slice(0, 2000)}`;
};
