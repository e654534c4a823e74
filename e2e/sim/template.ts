import type { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { createCustomer } from "../../client/local/actions/create-customer.ts";
import { createEstimate } from "../../client/local/actions/create-estimate.ts";
import { addArea } from "../../client/local/actions/add-area.ts";
import { addItem } from "../../client/local/actions/add-item.ts";
import { dumpster } from "../../client/local/testing/sample-records.ts";
import { valueOf } from "../../client/local/testing/sample-records.ts";
import { firstPriceBook } from "../../shared/sync/testing/schema-1.ts";
import { ensureCompany } from "../../server/store/companies.ts";
import { createGroupCommit } from "../../server/store/group-commit.ts";
import { migrate } from "../../server/store/migrations.ts";
import { nodeSqliteDialect } from "../../server/store/node-sqlite.ts";
import { nextRevision, putRecord } from "../../server/store/records.ts";
import type { Database } from "../../server/store/schema.ts";
import type { DiskImage } from "./disk.ts";
import { Network } from "./network.ts";
import { people } from "./people.ts";
import { createRandom } from "./random.ts";
import { newRoom, roomSurfaces } from "./rooms.ts";
import { Actor, Scheduler } from "./scheduler.ts";
import { SimulatedServer } from "./server.ts";
import { keepVersions, readClock } from "./server-truth.ts";
import { SimulatedTablet, type Tab } from "./tablet.ts";
import { scheduleWith } from "./take-over.ts";

/** Where every history begins: a server and tablets that are alike and have an estimate to work on. */
export interface Template {
  readonly server: Uint8Array;
  readonly disks: readonly DiskImage[];
  /** A disk on which the app has been opened once and nothing has come from the server yet. */
  readonly freshDisks: readonly DiskImage[];
  readonly rev: number;
}

/** A Monday morning. */
export const BEGIN = Date.UTC(2026, 4, 4, 15);

async function emptyServer(database: DatabaseSync): Promise<void> {
  const db = new Kysely<Database>({ dialect: nodeSqliteDialect(database, "begin immediate") });
  await migrate(db);
  keepVersions(database);
  const store = createGroupCommit((work) => db.transaction().execute(work));
  await store.write(async (tx) => {
    const stamp = { rev: await nextRevision(tx), updatedBy: "paintbox", now: BEGIN };
    const book = { entity: "priceBook", id: "example-2026-11" } as const;
    await putRecord(tx, "co", { ...book, fields: firstPriceBook, deleted: false }, stamp);
    await ensureCompany(tx, { id: "co", name: "Sierra Painting", now: BEGIN });
  });
}

/** Lets three people begin to work, without anything going wrong. Made once per process. */
export async function makeTemplate(database: DatabaseSync): Promise<Template> {
  await emptyServer(database);
  const random = createRandom(0);
  const scheduler = new Scheduler(random, BEGIN);
  const server = new SimulatedServer(database, scheduler, random);
  const network = new Network(scheduler, random, server);
  const world = { scheduler, server, network, random };
  const tablets = people.map((person, number) => new SimulatedTablet(world, number, person));
  scheduleWith(scheduler, new Actor("nobody"));
  const tabs: Tab[] = [];
  for (const tablet of tablets) tablet.openTab((tab) => tabs.push(tab));
  await scheduler.run({ turns: 1 });
  while (tabs.length < tablets.length) await scheduler.run({ turns: 10 });
  const freshDisks = tablets.map(({ disk }) => disk.image());
  await scheduler.run({ milliseconds: 2000 });
  const ana = tabs.find(({ local }) => local.database.name.endsWith("u1"));
  if (!ana) throw new Error("the first tablet did not open");
  await begin(ana, scheduler);
  for (let round = 0; round < 3; round += 1) {
    for (const { engine } of tabs) engine.syncNow();
    await scheduler.run({ milliseconds: 3000 });
  }
  for (const tablet of tablets) tablet.killAll();
  scheduleWith(null, null);
  const disks = tablets.map(({ disk }) => disk.image());
  return { server: database.serialize(), disks, freshDisks, rev: readClock(database).rev };
}

async function begin({ local, actor }: Tab, scheduler: Scheduler): Promise<void> {
  const done = async () => {
    const customerId = valueOf(await createCustomer(local, { name: "María Peña", city: "Reno" }));
    const wanted = { customerId, estimatorName: "Ana" };
    const estimateId = valueOf(await createEstimate(local, wanted));
    for (const name of ["Bedroom", "Kitchen"])
      await addArea(local, estimateId, { ...newRoom, name }, roomSurfaces);
    await addItem(local, estimateId, { ...dumpster, optional: true });
  };
  const finished = new AbortController();
  scheduler.post(actor, () => void done().then(() => finished.abort()));
  for (let tries = 0; !finished.signal.aborted; tries += 1) {
    if (tries > 100) throw new Error("the first estimate could not be written");
    await scheduler.run({ turns: 50 });
  }
}
