import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  entities,
  type EntityName,
  fieldNames,
  isEntityName,
} from "../../shared/estimate/entities.ts";
import type { AnyFields } from "../../shared/estimate/record.ts";
import { type MutationName, mutationNames } from "../../shared/sync/mutation.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import type { Identity } from "../identity.ts";
import { nextRevision, putRecord } from "../store/records.ts";
import { openStore, type Store } from "../store/store.ts";
import { databaseText } from "./testing/database-text.ts";
import {
  addCustomer,
  areaFields,
  bookFields,
  boss,
  colleague,
  customerFields,
  estimateFields,
  itemFields,
  maria,
  mutation,
  NOW,
  OTHER_TABLET,
  pushOf,
  setField,
  stranger,
  surfaceFields,
  TABLET,
  uuid,
} from "./testing/estimate-fixtures.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

/** What a device cannot do, whatever it sends: outside its company, its role, its user, or the schema. */

let store: Store;
let server: TestApp;
beforeEach(async () => {
  store = await openStore({ directory: ":memory:" });
  server = createTestApp(store);
  await put(Object.keys(records).filter(isEntityName));
});
afterEach(() => store.close());

const conflictFields: AnyFields = {
  estimateId: "e1",
  entity: "area",
  entityId: "a1",
  field: "name",
  base: '"Room"',
  theirs: '"Living room"',
  mine: '"Study"',
  mutationId: uuid(0x99),
  authorName: "Maria Ortiz",
  state: "open",
  authorAt: null,
  theirsName: "",
  theirsAt: null,
  values: '["Study"]',
  resolution: null,
  resolvedBy: "",
  resolvedAt: null,
};

/** One record of every entity that Maria's company has. */
const records: Readonly<Record<EntityName, readonly [string, AnyFields]>> = {
  customer: ["c1", customerFields],
  contact: [
    "p1",
    { customerId: "c1", name: "Jo", phone: "", email: "", salesforceContactId: "003" },
  ],
  opportunity: ["o1", { customerId: "c1", name: "Repaint", stage: "New", closeDate: "" }],
  estimate: ["e1", estimateFields],
  area: ["a1", areaFields],
  surface: ["s1", surfaceFields],
  item: ["i1", itemFields],
  priceBook: ["book", bookFields],
  bookDraft: [
    "d1",
    { priceBookId: "book", startedBy: "Pat", startedAt: "2026-06-01T15:00:00.000Z", note: "" },
  ],
  bookChange: ["x1", { draftId: "d1", path: "substrates/walls", value: "{}" }],
  conflict: ["k1", conflictFields],
};
const everyEntity = Object.keys(entities).filter(isEntityName);

const put = (wanted: readonly EntityName[]): Promise<void> =>
  store.write(async (tx) => {
    for (const entity of wanted) {
      const [id, fields] = records[entity];
      const stamp = { rev: await nextRevision(tx), updatedBy: maria.userId, now: NOW };
      await putRecord(tx, maria.companyId, { entity, id, fields, deleted: false }, stamp);
    }
  });

const recordsNow = async () =>
  store.db.selectFrom("record").selectAll().orderBy("entity").orderBy("id").execute();

/** Every operation on one of Maria's records, each as her own tablet would send it. */
function operationsOn(entity: EntityName): readonly Operation[] {
  const [id, fields] = records[entity];
  const field = fieldNames(entity).at(-1) ?? "";
  const from = fields[field] ?? null;
  return [
    { op: "set", entity, id, field, from, to: from },
    { op: "set", entity, id, field, from: null, to: "x" },
    { op: "remove", entity, id, seen: fields },
    { op: "restore", entity, id },
  ];
}

let next = 0x1000;
/** Sends each as a mutation of its own, from a new tablet. */
async function attemptEach(
  as: Identity,
  each: readonly (readonly Operation[])[],
  name: MutationName = "edit.redo",
) {
  const sent = each.map((operations, index) =>
    mutation((next += 1), index + 1, [...operations], name),
  );
  return (await server.push(sent, { as, tablet: uuid((next += 1)) })).results;
}
const attempt = async (as: Identity, operations: Operation[]) =>
  (await attemptEach(as, [operations]))[0];
const one = (operation: Operation): readonly Operation[] => [operation];

describe.each(everyEntity)("another company's %s", (entity) => {
  test("is not touched by any operation, and cannot be told from a missing one", async () => {
    const before = await recordsNow();
    for (const as of [stranger, { ...stranger, role: "manager" as const }])
      for (const operation of operationsOn(entity)) {
        const theirs = await attempt(as, [operation]);
        const missing = await attempt(as, [{ ...operation, id: "nowhere" }]);
        expect(theirs).toMatchObject({ outcome: "rejected" });
        expect({ ...theirs, id: "" }).toEqual({ ...missing, id: "" });
      }
    expect(await recordsNow()).toEqual(before);
  });

  test("is not touched under any name of a mutation either", async () => {
    const before = await recordsNow();
    for (const name of mutationNames) {
      const results = await attemptEach(stranger, operationsOn(entity).map(one), name);
      expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(["rejected"]));
    }
    expect(await recordsNow()).toEqual(before);
  });

  test("is in none of another company's answers", async () => {
    const [id] = records[entity];
    const pulled = await server.pull(0, { as: stranger, want: ["e1", id] });
    expect(pulled.records).toEqual([]);
  });
});

describe("a reference", () => {
  test.each<[string, EntityName, AnyFields]>([
    ["a customer", "estimate", { ...estimateFields, priceBookId: "own-book" }],
    ["a price book", "estimate", { ...estimateFields, customerId: "own-customer" }],
    ["an estimate", "area", areaFields],
    ["an area", "surface", { ...surfaceFields, estimateId: "own-estimate" }],
  ])(
    "to another company's record reads as one to a missing one: %s",
    async (_what, entity, fields) => {
      const own = await attempt(stranger, [
        { op: "add", entity: "customer", id: "own-customer", fields: customerFields },
      ]);
      expect(own?.outcome).toBe("applied");
      const result = await attempt(stranger, [{ op: "add", entity, id: "mine", fields }]);
      expect(result).toMatchObject({ outcome: "rejected", reason: "missing_record" });
    },
  );

  test("the same id in two companies is two records", async () => {
    const fields = { ...customerFields, name: "Somebody else" };
    const result = await attempt(stranger, [{ op: "add", entity: "customer", id: "c1", fields }]);
    expect(result?.outcome).toBe("applied");
    const ours = (await server.pull()).records.find(({ id }) => id === "c1");
    expect(ours?.fields["name"]).toBe("Jo Field");
  });
});

describe("history and archive", () => {
  const ask = async (path: string, as: Identity) => {
    const headers = { "x-test-user": as.userId };
    const response = await server.app.request(path, { headers });
    return [response.status, await response.json()];
  };

  test("of another company's estimate look like those of a missing one", async () => {
    await server.push([mutation(1, 1, [setField("area", "a1", "note", "", "dog")])]);
    await store.write((tx) =>
      tx.updateTable("clock").set({ horizon_rev: 1000 }).where("id", "=", 1).execute(),
    );
    const missing = await ask("/api/sync/history/nowhere", stranger);
    expect(await ask("/api/sync/history/e1", stranger)).toEqual(missing);
    const search = { text: "", customerId: "c1", before: null };
    const found = await server.post("/api/sync/archive", search, stranger);
    expect(await found.json()).toEqual({ estimates: [], before: null });
    expect(JSON.stringify(await ask("/api/sync/history/e1", maria))).toContain("dog");
  });

  test.each(["%00", "e1%00", "..%2F", "%E0%A4%A", "x".repeat(500), "constructor"])(
    "of an address that is no id: %s",
    async (id) => {
      expect(await ask(`/api/sync/history/${id}`, maria)).toEqual([
        200,
        { entries: [], before: null },
      ]);
    },
  );

  test("are for people who are signed in", async () => {
    for (const path of ["/api/sync/history/e1", "/api/sync/archive"]) {
      const method = path.endsWith("archive") ? "POST" : "GET";
      expect((await server.app.request(path, { method })).status).toBe(401);
    }
  });

  test.each<[string, unknown, number]>([
    ["more than a search can be", { text: "x".repeat(5000), customerId: null, before: null }, 413],
    ["a longer text than fits", { text: "x".repeat(201), customerId: null, before: null }, 400],
    ["a customer that is no id", { text: "", customerId: "\0", before: null }, 400],
    ["a page that is no number", { text: "", customerId: null, before: 1e308 }, 400],
    ["another key", { text: "", customerId: null, before: null, companyId: "x" }, 400],
  ])("refuse %s", async (_what, body, status) => {
    expect((await server.post("/api/sync/archive", body)).status).toBe(status);
  });
});

describe("a role", () => {
  const painter: Identity = { ...boss, role: "painter" };
  test.each(mutationNames)("a painter writes nothing: %s", async (name) => {
    const before = await recordsNow();
    const results = await attemptEach(painter, everyEntity.flatMap(operationsOn).map(one), name);
    expect(results).toHaveLength(everyEntity.length * 4);
    expect(new Set(results.map(({ reason }) => reason))).toEqual(new Set(["forbidden"]));
    expect(await recordsNow()).toEqual(before);
  });

  test("an estimator does not touch the price book or its draft", async () => {
    const before = await recordsNow();
    const ofBooks = (["priceBook", "bookDraft", "bookChange"] as const).flatMap(operationsOn);
    for (const name of mutationNames) {
      const results = await attemptEach(maria, ofBooks.map(one), name);
      expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(["rejected"]));
    }
    expect(await recordsNow()).toEqual(before);
  });

  test.each(["contact", "opportunity", "conflict"] as const)(
    "nobody writes what is the server's: %s",
    async (entity) => {
      const before = await recordsNow();
      for (const operation of operationsOn(entity))
        expect(await attempt(boss, [operation])).toMatchObject({ reason: "server_field" });
      expect(await recordsNow()).toEqual(before);
    },
  );
});

describe("a forged mutation", () => {
  test.each<[string, Operation, string]>([
    [
      "a Salesforce id",
      setField("customer", "c1", "salesforceAccountId", null, "001"),
      "server_field",
    ],
    [
      "what Salesforce said",
      setField("estimate", "e1", "crmState", "none", "sent"),
      "server_field",
    ],
    ["an acceptance", setField("estimate", "e1", "status", "draft", "accepted"), "acceptance_only"],
    [
      "a move to another estimate",
      setField("area", "a1", "estimateId", "e1", "e2"),
      "invalid_field",
    ],
    ["a prototype", setField("area", "a1", "__proto__", null, "x"), "invalid_field"],
    ["a constructor", setField("area", "a1", "constructor", null, "x"), "invalid_field"],
    [
      "a seen prototype",
      { op: "remove", entity: "area", id: "a1", seen: { constructor: 1 } },
      "invalid_field",
    ],
    [
      "an extra field",
      { op: "add", entity: "area", id: "a2", fields: { ...areaFields, constructor: "x" } },
      "invalid_field",
    ],
    ["a NUL in a text", setField("area", "a1", "name", "Living room", "Den\0"), "invalid_field"],
    [
      "a NUL in a new record",
      { op: "add", entity: "area", id: "a2", fields: { ...areaFields, name: "\0" } },
      "invalid_field",
    ],
    ["a number past any price", setField("item", "i1", "unitCost", 45_000, 1e308), "invalid_field"],
    ["half a cent", setField("item", "i1", "unitCost", 45_000, 0.5), "invalid_field"],
    ["a number for a text", setField("area", "a1", "name", "Living room", 7), "invalid_field"],
    [
      "more than was ever seen",
      setField("area", "a1", "name", "x".repeat(50_000), "y"),
      "invalid_field",
    ],
  ])("is refused and changes nothing: %s", async (_what, operation, reason) => {
    const before = await recordsNow();
    expect(await attempt(maria, [operation])).toMatchObject({ outcome: "rejected", reason });
    expect(await recordsNow()).toEqual(before);
  });

  test("that names an estimate nothing can be called is kept in the log as nobody's", async () => {
    for (const estimateId of ["\0", "x".repeat(10_000)]) {
      const fields = { ...areaFields, estimateId };
      const result = await attempt(maria, [{ op: "add", entity: "area", id: "a9", fields }]);
      expect(result?.outcome).toBe("rejected");
    }
    const log = await store.db.selectFrom("mutation").select("estimate_id").execute();
    expect(log.map(({ estimate_id }) => estimate_id)).toEqual([null, null]);
  });

  test("an own key named __proto__ reaches no record", async () => {
    const text = JSON.stringify(pushOf([mutation(1, 1, [addCustomer])])).replace(
      '"fields":{',
      '"fields":{"__proto__":{"role":"manager"},',
    );
    await server.post("/api/sync/push", text);
    expect(JSON.stringify(await recordsNow())).not.toContain("__proto__");
    expect(Object.hasOwn(Object.prototype, "role")).toBe(false);
  });

  test("minus zero is zero", async () => {
    const text = JSON.stringify(
      pushOf([mutation(1, 1, [setField("item", "i1", "unitCost", 45_000, 0)])]),
    );
    const response = await server.post("/api/sync/push", text.replace('"to":0', '"to":-0'));
    expect(await response.json()).toMatchObject({ results: [{ outcome: "applied" }] });
    const item = (await server.pull()).records.find(({ id }) => id === "i1");
    expect(item?.fields["unitCost"]).toBe(0);
  });

  test("letters of every script, and halves of pairs, come back as they were sent", async () => {
    for (const name of ["Peña 家 🏠", "\u202e\u200b", "\ud800 half"]) {
      const area = (await server.pull()).records.find(({ id }) => id === "a1");
      await attempt(maria, [setField("area", "a1", "name", area?.fields["name"] ?? null, name)]);
      const after = (await server.pull()).records.find(({ id }) => id === "a1");
      expect(after?.fields["name"]).toBe(name);
    }
  });
});

describe("a body that no store should see is refused before it", () => {
  const good = pushOf([mutation(1, 1, [addCustomer])]);
  const [first] = good.mutations;
  const text = JSON.stringify(good);
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  test.each<[string, string]>([
    ["a build with a NUL", JSON.stringify({ ...good, build: "\0" })],
    ["a time with a NUL", JSON.stringify({ ...good, mutations: [{ ...first, at: "\0" }] })],
    ["a client id with a NUL", JSON.stringify({ ...good, clientId: `${TABLET}\0` })],
    ["NaN", text.replace('"seq":1', '"seq":NaN')],
    ["Infinity by its digits", text.replace('"seq":1', '"seq":1e999')],
    ["a number past every integer", text.replace('"seq":1', '"seq":1e308')],
    ["a depth of 200,000", text.replace('"fields":{', `"deep":${deep},"fields":{`)],
    ["a depth as the body", deep],
    ["a depth in a field", text.replace('"name":"Jo Field"', `"name":${deep}`)],
  ])("%s", async (_what, body) => {
    const before = await databaseText(store);
    const response = await server.post("/api/sync/push", body);
    expect(response.status).toBe(400);
    expect(await databaseText(store)).toBe(before);
  });

  test("a push that names forty thousand records is answered", async () => {
    const mutations = Array.from({ length: 200 }, (_, number) =>
      mutation(
        number + 1,
        number + 1,
        Array.from({ length: 200 }, (_one, index) => ({
          op: "restore" as const,
          entity: "area" as const,
          id: `${number}-${index}`,
        })),
      ),
    );
    const { results } = await server.push(mutations);
    expect(new Set(results.map(({ reason }) => reason))).toEqual(new Set(["missing_record"]));
  });
});

describe("a tablet of somebody else's (R1, R3)", () => {
  const own = mutation(1, 1, [setField("area", "a1", "note", "", "dog")], "area.edit");
  beforeEach(() => server.push([own]));

  test.each<[string, Identity]>([
    ["a colleague", colleague],
    ["a stranger", stranger],
    ["a manager", boss],
  ])("does not answer %s", async (_who, as) => {
    const before = await databaseText(store);
    const sent = pushOf([mutation(9, 2, [setField("area", "a1", "note", "dog", "cat")])], TABLET);
    expect((await server.post("/api/sync/push", sent, as)).status).toBe(403);
    const { mutations: _none, ...envelope } = pushOf([], TABLET);
    const asked = { ...envelope, epoch: 1, cursor: 0, horizon: null };
    expect((await server.post("/api/sync/pull", asked, as)).status).toBe(403);
    expect(await databaseText(store)).toBe(before);
  });

  test("the same bytes again change nothing and are said to be duplicates (I2)", async () => {
    const before = await recordsNow();
    const { results } = await server.push([own]);
    expect(results[0]?.outcome).toBe("duplicate");
    expect(await recordsNow()).toEqual(before);
  });

  test("a colleague who sends a mutation that is in the log does not apply it again (R2)", async () => {
    const before = await recordsNow();
    const { results } = await server.push([own], { as: colleague, tablet: OTHER_TABLET });
    expect(results[0]?.outcome).toBe("duplicate");
    expect(await recordsNow()).toEqual(before);
  });

  test("a stranger who sends it learns nothing of ours and changes nothing of ours", async () => {
    const before = await recordsNow();
    const { results } = await server.push([own], { as: stranger, tablet: OTHER_TABLET });
    expect(results[0]).toMatchObject({ outcome: "rejected", reason: "missing_record" });
    expect(await recordsNow()).toEqual(before);
  });

  test("a number that was spent on another edit is a fork", async () => {
    const before = await databaseText(store);
    const sent = pushOf([mutation(9, 1, [setField("area", "a1", "note", "dog", "cat")])]);
    expect((await server.post("/api/sync/push", sent)).status).toBe(409);
    expect(await databaseText(store)).toBe(before);
  });

  test("authorship is the session's, whatever an edit says", async () => {
    const sent = { ...mutation(9, 2, [setField("area", "a1", "note", "dog", "cat")]), userId: "x" };
    expect((await server.post("/api/sync/push", { ...pushOf([]), mutations: [sent] })).status).toBe(
      400,
    );
    await server.push([mutation(9, 2, [setField("area", "a1", "note", "dog", "cat")])]);
    const log = await store.db.selectFrom("mutation").select(["user_id", "company_id"]).execute();
    expect(new Set(log.map((row) => `${row.company_id} ${row.user_id}`))).toEqual(
      new Set([`${maria.companyId} ${maria.userId}`]),
    );
  });
});
