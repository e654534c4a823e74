import { openStore, type Store } from "../server/store/store.ts";
import {
  addArea,
  addCustomer,
  addEstimate,
  areaFields,
  colleague,
  mutation,
  OTHER_TABLET,
  registerPeople,
  seedBook,
  setField,
} from "../server/sync/testing/estimate-fixtures.ts";
import { createTestApp, type PushOptions, type TestApp } from "../server/sync/testing/test-app.ts";
import type { MutationResult } from "../shared/sync/wire.ts";
import type { Figure } from "./figure.ts";

/**
 * A week away: somebody comes back with 1,000 edits of one estimate of which every one meets another's, 200 to a push.
 * How long the handlers take for the first and the last push, in memory. Baseline: the push of the same fields by whoever
 * came first, which met nobody.
 */
export const name = "clashes";

const ROOMS = 200;
const FIELDS = ["note", "name", "length", "width", "height"] as const;

export async function* run(): AsyncGenerator<Figure> {
  const store = await openStore({ directory: ":memory:" });
  try {
    yield* meet(store);
  } finally {
    await store.close();
  }
}

async function* meet(store: Store): AsyncGenerator<Figure> {
  const server = createTestApp(store);
  await seedBook(store);
  await registerPeople(store);
  await server.push([mutation(1, 1, [addCustomer, addEstimate])]);
  const rooms = Array.from({ length: ROOMS }, (_, room) =>
    mutation(2 + room, 2 + room, [{ ...addArea, id: `room-${room}` }], "area.add"),
  );
  await server.push(rooms);
  const first = await pushAll(server, {
    firstId: 1_000,
    lastSeq: 1 + ROOMS,
    to: "first",
    outcome: "applied",
  });
  const second = await pushAll(server, {
    firstId: 10_000,
    lastSeq: 0,
    to: "second",
    outcome: "conflict",
    options: { as: colleague, tablet: OTHER_TABLET },
  });
  for (const [label, at] of [
    ["first push", 0],
    ["last push", FIELDS.length - 1],
  ] as const)
    yield { label, value: second[at] ?? 0, unit: "ms", baseline: first[at] ?? 0 };
}

interface Work {
  /** Ids and numbers of its mutations begin after these. */
  readonly firstId: number;
  readonly lastSeq: number;
  readonly to: string;
  readonly outcome: MutationResult["outcome"];
  readonly options?: PushOptions;
}

/** One field of every room to a push. @returns how long each took. Milliseconds. */
async function pushAll(
  server: TestApp,
  { firstId, lastSeq, to, outcome, options }: Work,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const [index, field] of FIELDS.entries()) {
    const edits = Array.from({ length: ROOMS }, (_, room) => {
      const number = index * ROOMS + room + 1;
      const edit = setField("area", `room-${room}`, field, areaFields[field] ?? null, to);
      return mutation(firstId + number, lastSeq + number, [edit], "area.edit");
    });
    const begun = performance.now();
    const { results } = await server.push(edits, options);
    times.push(performance.now() - begun);
    if (results.filter((result) => result.outcome === outcome).length !== ROOMS)
      throw new Error(`not every edit is ${outcome}`);
  }
  return times;
}
