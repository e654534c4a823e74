import "fake-indexeddb/auto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { isSampleId } from "../../../shared/identifiers.ts";
import { examplePriceBook } from "../../../shared/pricing/example-price-book.ts";
import { defaultSurfaces } from "../../../shared/pricing/default-surfaces.ts";
import { pushRequestSchema } from "../../../shared/sync/wire.ts";
import { acceptEstimate } from "../actions/accept-estimate.ts";
import { editArea } from "../actions/edit-area.ts";
import { undo } from "../actions/undo.ts";
import { ownersHere, deleteRecords } from "../databases-here.ts";
import { writeState } from "../database.ts";
import type { Local } from "../local.ts";
import { openLocal } from "../open-local.ts";
import { countEstimates } from "../queries/find-estimates.ts";
import { readHistory } from "../queries/history.ts";
import { readPipeline } from "../queries/pipeline.ts";
import { estimateStanding } from "../queries/standing.ts";
import { waitingEdits } from "../queries/waiting.ts";
import { offerBatch } from "../replica/offer.ts";
import { unsentWork } from "../rescue/unsent-work.ts";
import { memoryStorage } from "../testing/memory-storage.ts";
import { bedroom, priceBookFields, valueOf } from "../testing/sample-records.ts";
import { ensureSample, livingSample, removeSample, resetSample } from "./make-sample.ts";
import type { SamplePlan } from "./make-sample.ts";
import { openSample } from "./open-sample.ts";

const person = { companyId: "co", userId: "u1" };
const who = { ...person, userName: "Erin Vega" };
const plan: SamplePlan = {
  customer: "Sample house",
  estimatorName: "Erin Vega",
  estimatorId: "u1",
  rooms: (book) => [{ area: bedroom, surfaces: defaultSurfaces(book, "room") }],
};

let real: Local;
let sample: Local;

beforeEach(async () => {
  const storage = { indexedDB: new IDBFactory(), IDBKeyRange };
  const opened = await openLocal({ ...person, ...storage });
  const played = await openSample({ ...person, ...storage });
  if (!opened.ok || !played.ok) throw new Error("the tablet does not open");
  real = opened.value;
  sample = played.value;
  await writeState(
    real.database,
    { entity: "priceBook", id: "book-1" },
    {
      fields: { ...priceBookFields, document: JSON.stringify(examplePriceBook) },
      deleted: false,
    },
  );
});

const made = async (): Promise<string> => valueOf(await ensureSample(real, sample, plan));

/** What the sample's own outbox holds: the same edits as of real work. */
const edits = () => sample.database.outbox.toArray();

test("a sample is a real estimate, and is made once", async () => {
  const id = await made();
  expect(await made()).toBe(id);
  expect(await sample.database.area.count()).toBe(1);
  expect(await sample.database.surface.count()).toBeGreaterThan(0);
  expect((await sample.database.estimate.get(id))?.priceBookId).toBe("book-1");
  expect(await estimateStanding(sample, id)).toBe("on-tablet");
});

test("without a price book there is none", async () => {
  await real.database.priceBook.clear();
  expect(await ensureSample(real, sample, plan)).toEqual({
    ok: false,
    error: { code: "no_price_book" },
  });
});

test("nothing of it is in the real work: outbox, list, pipeline, unsent work, rescue file", async () => {
  const id = await made();
  const [area] = await sample.database.area.toArray();
  valueOf(await editArea(sample, area?.id ?? "", "length", "20"));
  valueOf(await acceptEstimate(sample, id, { optionId: "better", total: 100 }));

  expect(await offerBatch(real)).toMatchObject({ mutations: [] });
  expect(await waitingEdits(real)).toEqual([]);
  expect(await unsentWork(real, who)).toBeNull();
  expect(await countEstimates(real)).toMatchObject({ all: 0, waiting: 0, accepted: 0 });
  expect(await readPipeline(real, "")).toEqual([]);
  for (const table of ["estimate", "area", "surface", "shadow", "tombstone", "history"])
    expect(await real.database.table(table).count()).toBe(0);
});

test("the outbox of a sample offers nothing, though it holds every edit", async () => {
  await made();
  expect((await edits()).length).toBeGreaterThan(0);
  expect((await offerBatch(sample)).mutations).toEqual([]);
  expect((await edits()).every(({ state }) => state === "saved")).toBe(true);
});

test("every id in it says so, and a push that held one of its edits is no push", async () => {
  await made();
  for (const { id, operations } of await edits()) {
    expect(isSampleId(id)).toBe(true);
    expect(operations.every((operation) => isSampleId(operation.id))).toBe(true);
  }
  const [first] = await edits();
  const mutations = [{ ...first, version: 1 }];
  expect(pushRequestSchema.safeParse({ mutations }).error?.issues).toContainEqual(
    expect.objectContaining({ path: ["mutations", 0, "id"] }),
  );
});

test("undo begins with what somebody does to it", async () => {
  const id = await made();
  expect((await readHistory(sample, id)).canUndo).toBe(false);
  const [area] = await sample.database.area.toArray();
  valueOf(await editArea(sample, area?.id ?? "", "length", "20"));
  expect(valueOf(await undo(sample, id))).toBe("area.edit");
  expect((await sample.database.area.get(area?.id ?? ""))?.length).toBe(bedroom.length);
});

test("an accepted sample is removed, and comes back accepted", async () => {
  const id = await made();
  valueOf(await acceptEstimate(sample, id, { optionId: "better", total: 100 }));
  const { bringBack } = valueOf(await removeSample(sample, id));
  expect(await livingSample(sample)).toBeNull();
  valueOf(await bringBack());
  expect(await livingSample(sample)).toBe(id);
  expect(await sample.database.estimate.get(id)).toMatchObject({
    status: "accepted",
    acceptedOption: "better",
    acceptedTotal: 100,
  });
});

test("begun anew it is as at first, and the played one can be brought back", async () => {
  const id = await made();
  const [area] = await sample.database.area.toArray();
  valueOf(await editArea(sample, area?.id ?? "", "length", "20"));
  const { bringBack } = valueOf(await resetSample(real, sample, plan, id));
  const fresh = await livingSample(sample);
  expect(fresh).not.toBe(id);
  expect(
    await sample.database.area
      .where("estimateId")
      .equals(fresh ?? "")
      .first(),
  ).toMatchObject({
    length: bedroom.length,
  });
  valueOf(await bringBack());
  expect(await livingSample(sample)).toBe(id);
  expect((await sample.database.area.get(area?.id ?? ""))?.length).toBe("20");
});

test("whoever looks for people's records does not take it for one's, and they are deleted with it", async () => {
  const here = await openSample(person);
  const own = await openLocal(person);
  if (!here.ok || !own.ok) throw new Error("the tablet does not open");
  expect(await ownersHere(memoryStorage())).toEqual([person]);
  await deleteRecords(person);
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names.filter((name) => name?.includes("co-u1"))).toEqual([]);
});
