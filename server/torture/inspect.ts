import type { Store } from "../store/store.ts";
import { maria } from "../sync/testing/estimate-fixtures.ts";
import type { Writer } from "./writer.ts";

export interface Findings {
  /** Mutations in the log. */
  readonly logged: number;
  /** What should not be, in words. */
  readonly faults: readonly string[];
}

/** Looks at what a killed server left: nothing acknowledged is missing, nothing was applied twice. */
export async function inspect(store: Store, writers: readonly Writer[]): Promise<Findings> {
  const faults: string[] = [];
  const { log, records, clients } = await store.read(async (tx) => ({
    log: await tx.selectFrom("mutation").select(["id", "client_id", "seq", "outcome"]).execute(),
    records: await tx
      .selectFrom("record")
      .select(["id", "entity", "fields"])
      .where("company_id", "=", maria.companyId)
      .execute(),
    clients: await tx.selectFrom("client").select(["id", "last_seq"]).execute(),
  }));
  const byId = new Map(records.map((record) => [record.id, record]));
  for (const writer of writers) {
    const own = log
      .filter((row) => row.client_id === writer.clientId)
      .toSorted((one, other) => one.seq - other.seq);
    if (own.length < writer.acknowledged)
      faults.push(`${writer.acknowledged - own.length} acknowledged mutations are missing`);
    for (const [index, row] of own.entries())
      if (row.id !== writer.idOf(index + 1) || row.seq !== index + 1 || row.outcome !== "applied")
        faults.push(`number ${index + 1} in the log is ${row.seq}, ${row.id}, ${row.outcome}`);
    const counter = byId.get(writer.counterId);
    const counted = counter === undefined ? 0 : Number(JSON.parse(counter.fields).name);
    if (counted !== own.length)
      faults.push(`${own.length} are in the log, ${counted} were applied`);
    const lastSeq = clients.find(({ id }) => id === writer.clientId)?.last_seq ?? 0;
    if (lastSeq !== own.length) faults.push(`the tablet is at ${lastSeq} of ${own.length}`);
  }
  const counters = writers.filter((writer) => byId.has(writer.counterId)).length;
  if (records.length !== log.length + counters)
    faults.push(`${records.length - counters} records of ${log.length} mutations`);
  return { logged: log.length, faults };
}
