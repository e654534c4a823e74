import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openStore } from "../server/store/store.ts";
import {
  addArea,
  addCustomer,
  addEstimate,
  colleague,
  maria,
  mutation,
  OTHER_TABLET,
  pushOf,
  seedBook,
  setField,
} from "../server/sync/testing/estimate-fixtures.ts";
import { startServerChild } from "../server/sync/testing/start-child.ts";
import type { Mutation } from "../shared/sync/mutation.ts";
import { PROTOCOL, SCHEMA } from "../shared/sync/wire.ts";
import type { Figure } from "./figure.ts";
import { CountingProxy } from "./fixtures/counting-proxy.ts";

/**
 * Bytes on the wire for an edit: everything that passes between the tablet that made it and the server, and between
 * the server and another tablet that pulls it; headers, answers and all, each on a connection that is open already.
 * Alone, and in outboxes of 20 and 200. Baseline: the edit itself, its field and its two values as JSON.
 */
export const name = "wire";

const OUTBOXES = [1, 20, 200];

export async function* run(): AsyncGenerator<Figure> {
  const directory = mkdtempSync(join(tmpdir(), "paintbox-bench-"));
  const store = await openStore({ directory });
  await seedBook(store);
  await store.close();
  const server = await startServerChild(directory);
  const proxy = await CountingProxy.to(server.url);
  try {
    const edits = editsFrom(proxy);
    await edits.begin();
    for (const count of OUTBOXES) yield* edits.send(count);
  } finally {
    proxy.close();
    await server.end("SIGTERM");
    rmSync(directory, { recursive: true, force: true });
  }
}

function editsFrom(proxy: CountingProxy) {
  let seq = 1;
  let width = "14";
  let cursor = 0;
  const push = async (mutations: Mutation[]): Promise<number> => {
    await post(proxy, "push", pushOf(mutations), maria.userId);
    return proxy.take();
  };
  const pull = async (): Promise<number> => {
    const envelope = { protocol: PROTOCOL, schema: SCHEMA, build: "test", clientId: OTHER_TABLET };
    const body = { ...envelope, epoch: cursor === 0 ? null : 1, cursor, horizon: null, want: [] };
    const text = await post(proxy, "pull", body, colleague.userId);
    cursor = Number(/"cursor":(\d+)/.exec(text)?.[1]);
    return proxy.take();
  };
  return {
    begin: async () => {
      await push([mutation(1, 1, [addCustomer, addEstimate, addArea], "estimate.create")]);
      await pull();
    },
    async *send(count: number): AsyncGenerator<Figure> {
      const mutations = Array.from({ length: count }, () => {
        seq += 1;
        const edit = setField("area", "a1", "width", width, `${seq}'6"`);
        width = `${seq}'6"`;
        return mutation(seq, seq, [edit], "area.edit");
      });
      const least = JSON.stringify(mutations[0]?.operations).length;
      const sent = await push(mutations);
      const label = count === 1 ? "one edit" : `an edit of ${count}`;
      yield { label: `${label}, sent`, value: sent / count, unit: "bytes", baseline: least };
      const pulled = await pull();
      yield { label: `${label}, pulled`, value: pulled / count, unit: "bytes", baseline: least };
      const body = JSON.stringify(pushOf(mutations));
      const packed = gzipSync(body).length / count;
      yield {
        label: `${label}, body if gzipped`,
        value: packed,
        unit: "bytes",
        baseline: body.length / count,
      };
    },
  };
}

async function post(
  { url }: CountingProxy,
  path: string,
  body: object,
  userId: string,
): Promise<string> {
  const response = await fetch(`${url}/api/sync/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-test-user": userId },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.text();
}
