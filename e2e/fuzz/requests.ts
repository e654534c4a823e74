import { PROTOCOL, SCHEMA } from "../../shared/sync/wire.ts";
import { wireFixtures } from "../../shared/sync/testing/wire-fixtures.ts";
import type { Random } from "../sim/random.ts";
import type { Identity } from "../../server/identity.ts";
import {
  addArea,
  addCustomer,
  boss,
  colleague,
  maria,
  mutation,
  setField,
  stranger,
  uuid,
} from "../../server/sync/testing/estimate-fixtures.ts";
import { type Json, mangled, mangledText } from "./mangle.ts";

export interface FuzzRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly as: Identity;
}

const people: readonly Identity[] = [
  maria,
  colleague,
  boss,
  stranger,
  { ...boss, role: "painter" },
];

/** One field after the other, so that what comes through changes something. */
const edits = (at: number) => [
  mutation(at, 1, [{ ...addCustomer, id: `c${at}` }], "customer.create"),
  mutation(at + 1, 2, [setField("area", "a1", "name", "Living room", `Room ${at}`)], "area.edit"),
  mutation(at + 2, 3, [setField("item", "i1", "unitCost", 45_000, 45_001)], "item.edit"),
  mutation(at + 3, 4, [{ ...addArea, id: `a${at}` }], "area.add"),
  mutation(
    at + 4,
    5,
    [
      setField("conflict", "k1", "state", "open", "resolved"),
      setField("conflict", "k1", "resolution", null, "mine"),
      setField("area", "a1", "name", "Living room", "Study"),
    ],
    "conflict.resolve",
  ),
  mutation(
    at + 5,
    6,
    [setField("estimate", "e1", "status", "draft", "accepted")],
    "estimate.accept",
  ),
  mutation(at + 6, 7, [setField("bookChange", "x1", "value", "{}", "[]")], "book.edit"),
];

const parse = (text: string): Json => JSON.parse(text);

function validBody(random: Random, path: string, number: number): Json {
  const fixture = random.pick(wireFixtures);
  if (random.chance(0.15)) return parse(path.endsWith("push") ? fixture.push : fixture.pull);
  const clientId = uuid(random.chance(0.2) ? 0xa1 : 0x1_000_000 + number);
  const envelope = { protocol: PROTOCOL, schema: SCHEMA, build: "fuzz", clientId };
  switch (path) {
    case "/api/sync/push": {
      const all = edits(0x10_000 + number * 10);
      const one = all[random.below(all.length)];
      const some = random.chance(0.5) && one ? [{ ...one, seq: 1 }] : all;
      return parse(
        JSON.stringify({ ...envelope, epoch: random.pick([null, 1, 1]), mutations: some }),
      );
    }
    case "/api/sync/pull":
      return {
        ...envelope,
        epoch: random.pick([null, 1, 1]),
        cursor: random.below(20),
        horizon: random.pick([null, 0, 7]),
        want: ["e1", "secret"],
      };
    case "/api/sync/presence":
      return { estimateId: random.pick(["e1", "secret", null]), tabId: clientId, beat: number };
    default:
      return { text: "jo", customerId: random.pick([null, "c1"]), before: null };
  }
}

const types = [
  "text/plain",
  "",
  "application/json; charset=utf-16",
  "application/jsonp",
  "multipart/form-data; boundary=x",
] as const;

/** @param number of the request in its chunk: ids made from it are not used twice. */
export function randomRequest(random: Random, number: number): FuzzRequest {
  const as = random.pick(people);
  if (random.chance(0.04)) {
    const id = encodeURIComponent(
      random.pick(["e1", "secret", "\0", "../x", "x".repeat(3000), "%"]),
    );
    const before = random.pick(["", "?before=1", "?before=x", "?before=-1", "?before=%00"]);
    const path = `/api/sync/history/${random.chance(0.2) ? "%E0%A4%A" : id}${before}`;
    return { method: "GET", path, type: "", body: null, as };
  }
  const path = random.pick([
    "/api/sync/push",
    "/api/sync/push",
    "/api/sync/push",
    "/api/sync/pull",
    "/api/sync/archive",
    "/api/sync/presence",
  ]);
  let value = validBody(random, path, number);
  const wounds = random.below(4);
  for (let wound = 0; wound < wounds; wound += 1) value = mangled(random, value);
  const text = JSON.stringify(value);
  return {
    method: "POST",
    path,
    type: random.chance(0.03) ? random.pick(types) : "application/json",
    body: random.chance(0.1) ? mangledText(random, text) : text,
    as,
  };
}
