import type { AnyRecord } from "../../../shared/estimate/record.ts";
import type { RejectionReason } from "../../../shared/sync/wire.ts";
import { entityNames, fieldsOf } from "../../local/database.ts";
import { createWireClient } from "../wire-client.ts";
import { type Answerer, BadNetwork } from "./bad-network.ts";
import { createRandom, type Random } from "./random.ts";
import { SimulatedTablet } from "./simulated-tablet.ts";

/** An edit as the server's log keeps it. */
export interface LoggedEdit {
  /** JSON text of its operations. */
  readonly operations: string;
  readonly reason: RejectionReason | null;
}

/** A server in a simulated history: the fake one, or the real one in e2e/sim. It holds a price book. */
export interface SimulatedServer {
  readonly handle: Answerer;
  readLog(): Promise<ReadonlyMap<string, LoggedEdit>>;
  readRecords(): Promise<readonly AnyRecord[]>;
  /** Missing where a test cannot set the disk back. */
  readonly disk?: { backUp(): void; restoreBackup(): void } | undefined;
}

/** Enough for two painters to get into each other's way some ten times. */
const STEPS = 40;
/** Each round lets every tablet hear what the others sent in the round before. */
const QUIET_ROUNDS = 3;

/** One seeded history of two tablets, a network and a server; what it finds wrong, it says in words. */
export class SimulatedHistory {
  readonly #random: Random;
  readonly #server: SimulatedServer;
  readonly #network: BadNetwork;
  readonly #tablets: readonly SimulatedTablet[];
  /** Whether a disk was set back, so that a tablet may have forgotten what it was told. */
  #rolledBack = false;

  private constructor(
    random: Random,
    server: SimulatedServer,
    network: BadNetwork,
    tablets: readonly SimulatedTablet[],
  ) {
    this.#random = random;
    this.#server = server;
    this.#network = network;
    this.#tablets = tablets;
  }

  /** @returns what went wrong; nothing, if tablets and server ended up alike with no saved edit missing. */
  static async run(seed: number, server: SimulatedServer): Promise<readonly string[]> {
    const random = createRandom(seed);
    const network = new BadNetwork(server.handle, random);
    const wire = createWireClient({ fetch: network.fetch, build: "test" });
    const tablets = [await SimulatedTablet.start(1, wire), await SimulatedTablet.start(2, wire)];
    const history = new SimulatedHistory(random, server, network, tablets);
    try {
      for (let count = 0; count < STEPS; count += 1) await history.#step();
      return [...(await history.#settleDown()), ...(await history.#differences())];
    } finally {
      for (const { local } of tablets) local.database.close();
    }
  }

  async #step(): Promise<void> {
    const random = this.#random;
    const tablet = random.pick(this.#tablets);
    const dice = random.next();
    if (dice < 0.55) await tablet.edit(random);
    else if (dice < 0.72) await tablet.drain();
    else if (dice < 0.77) await Promise.all([tablet.drain(), tablet.edit(random)]);
    else if (dice < 0.83) await tablet.drainInTwoTabs();
    else if (dice < 0.87) await tablet.crash(random.below(60));
    else if (dice < 0.91) await this.#network.replay();
    else if (dice < 0.95) await tablet.takeDump();
    else if (dice < 0.97) await this.#rollBack(tablet);
    else if (dice < 0.99) this.#server.disk?.backUp();
    else await this.#restore();
  }

  async #rollBack(tablet: SimulatedTablet): Promise<void> {
    this.#rolledBack = true;
    await tablet.rollBack();
    await this.#forgetWhatNobodyHolds([tablet]);
  }

  async #restore(): Promise<void> {
    this.#server.disk?.restoreBackup();
    await this.#forgetWhatNobodyHolds(this.#tablets);
  }

  /** An edit whose last copy was on a disk that was set back is gone: no protocol brings it back (I11). */
  async #forgetWhatNobodyHolds(tablets: readonly SimulatedTablet[]): Promise<void> {
    const log = await this.#server.readLog();
    for (const tablet of tablets) {
      const held = new Set(await tablet.heldIds());
      for (const id of tablet.saved.keys())
        if (!held.has(id) && !log.has(id)) tablet.saved.delete(id);
    }
  }

  async #settleDown(): Promise<readonly string[]> {
    const problems: string[] = [];
    this.#network.isBad = false;
    for (let round = 0; round < QUIET_ROUNDS; round += 1)
      for (const tablet of this.#tablets) {
        const end = await tablet.drain();
        if (!end.ok) problems.push(`a drain in a good network failed: ${end.failure.kind}`);
      }
    return problems;
  }

  async #differences(): Promise<readonly string[]> {
    const records = await this.#server.readRecords();
    const truth = records.filter(({ deleted }) => !deleted).map(asText);
    const log = await this.#server.readLog();
    const all = await Promise.all(
      this.#tablets.map(async (tablet) => [
        ...tablet.wentBack.map((step) => `a cursor went back: ${step}`),
        ...(await unfinishedWork(tablet)),
        ...differencesBetween(truth, await viewOf(tablet)),
        ...(await this.#missingEdits(tablet, log)),
      ]),
    );
    return all.flat();
  }

  /** Every edit that a screen once called saved: in the log as it was made, and in the tray if refused. */
  async #missingEdits(
    { saved, local }: SimulatedTablet,
    log: ReadonlyMap<string, LoggedEdit>,
  ): Promise<readonly string[]> {
    const tray = new Set(await local.database.rejected.toCollection().primaryKeys());
    return [...saved].flatMap(([id, operations]) => {
      const logged = log.get(id);
      if (logged?.operations !== operations)
        return [`a saved edit is missing: ${id} ${operations}`];
      const unseen = logged.reason !== null && !this.#rolledBack && !tray.has(id);
      return unseen ? [`a refused edit is not in the tray: ${id}`] : [];
    });
  }
}

async function unfinishedWork({ local }: SimulatedTablet): Promise<readonly string[]> {
  const { outbox, shadow } = local.database;
  const [edits, shadows] = [await outbox.count(), await shadow.count()];
  return edits + shadows > 0 ? [`left over: ${edits} edits, ${shadows} shadows`] : [];
}

async function viewOf({ local: { database } }: SimulatedTablet): Promise<readonly string[]> {
  const records: string[] = [];
  for (const entity of entityNames)
    for (const row of await database.rows(entity).toArray())
      records.push(asText({ entity, id: row.id, fields: fieldsOf(entity, row) }));
  return records;
}

/** A record as one line, with its fields in the order of their names. */
const asText = ({ entity, id, fields }: Pick<AnyRecord, "entity" | "id" | "fields">): string =>
  [
    entity,
    id,
    ...Object.keys(fields)
      .toSorted()
      .map((name) => JSON.stringify(fields[name])),
  ].join(" ");

function differencesBetween(truth: readonly string[], view: readonly string[]): readonly string[] {
  const onServer = new Set(truth);
  const onTablet = new Set(view);
  return [
    ...truth
      .filter((record) => !onTablet.has(record))
      .map((record) => `only on the server: ${record}`),
    ...view
      .filter((record) => !onServer.has(record))
      .map((record) => `only on a tablet: ${record}`),
  ];
}
