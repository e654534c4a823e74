import { addArea } from "../../local/actions/add-area.ts";
import { cloneArea } from "../../local/actions/clone-area.ts";
import { createCustomer } from "../../local/actions/create-customer.ts";
import { createEstimate } from "../../local/actions/create-estimate.ts";
import { editArea } from "../../local/actions/edit-area.ts";
import { moveArea } from "../../local/actions/move-area.ts";
import { removeArea } from "../../local/actions/remove-area.ts";
import { redo, undo } from "../../local/actions/undo.ts";
import type { Local } from "../../local/local.ts";
import type { AnyRow, OutboxRow } from "../../local/rows.ts";
import { bedroom, ceiling, walls } from "../../local/testing/sample-records.ts";
import { createTablet, type TestTablet } from "../../local/testing/test-local.ts";
import { drain, type DrainEnd } from "../drain.ts";
import type { WireClient } from "../wire-client.ts";
import type { Random } from "./random.ts";
import { turns } from "./turns.ts";

/** Areas with this name are refused by the fake server, so that a history has edits refused. */
export const FORBIDDEN_NAME = "forbidden";

type Dump = ReadonlyMap<string, readonly unknown[]>;

/** A painter's tablet in a simulated history: edits, drains in one or two tabs, crashes, roll-backs. */
export class SimulatedTablet {
  /** What the screen once said is saved: the edit's operations by mutation id. */
  readonly saved = new Map<string, string>();
  /** Cursors that went backwards in one epoch: somebody read something older than before (I12). */
  readonly wentBack: string[] = [];
  readonly #tablet: TestTablet;
  readonly #wire: WireClient;
  #local: Local;
  #dump: Dump = new Map();

  private constructor(tablet: TestTablet, local: Local, wire: WireClient) {
    this.#tablet = tablet;
    this.#local = this.#watched(local);
    this.#wire = wire;
  }

  #watched(local: Local): Local {
    local.database.meta.hook("updating", (changes, _key, { cursor, epoch }) => {
      if (!("cursor" in changes) || typeof changes.cursor !== "number" || "epoch" in changes)
        return;
      if (changes.cursor < cursor) this.wentBack.push(`${epoch}: ${cursor} to ${changes.cursor}`);
    });
    return local;
  }

  static async start(seed: number, wire: WireClient): Promise<SimulatedTablet> {
    const tablet = createTablet(seed);
    const simulated = new SimulatedTablet(tablet, await tablet.open(), wire);
    await simulated.takeDump();
    return simulated;
  }

  get local(): Local {
    return this.#local;
  }

  drain(local: Local = this.#local): Promise<DrainEnd> {
    return drain({ local, wire: this.#wire, signal: new AbortController().signal });
  }

  /** Two tabs at once, in a browser without locks. */
  async drainInTwoTabs(): Promise<void> {
    const other = this.#watched(await this.#tablet.open());
    await Promise.all([this.drain(), this.drain(other)]);
    other.database.close();
  }

  /** The browser is killed somewhere in the middle of a drain; the disk keeps what was committed. */
  async crash(afterTurns: number): Promise<void> {
    const drained = this.drain().catch(() => undefined);
    await turns(afterTurns);
    this.#local.database.close();
    await drained;
    this.#local = this.#watched(await this.#tablet.open());
  }

  async edit(random: Random): Promise<void> {
    const before = await this.#lastWaiting();
    await anyEdit(this.#local, random);
    const after = await this.#lastWaiting();
    // Coalesced into, or cancelled out: the earlier edit lives on in the later one, or nowhere.
    if (before?.state === "saved" && (after === undefined || after.seq <= before.seq))
      if (after?.id !== before.id) this.saved.delete(before.id);
    if (after) this.saved.set(after.id, JSON.stringify(after.operations));
  }

  async takeDump(): Promise<void> {
    const { tables } = this.#local.database;
    const rows = await Promise.all(tables.map((table) => table.toArray()));
    this.#dump = new Map(tables.map((table, index) => [table.name, rows[index] ?? []]));
  }

  /** The disk is as it was at the last dump: a backup of the device was put back. */
  async rollBack(): Promise<void> {
    const { database } = this.#local;
    await database.transaction("rw", database.tables, async () => {
      for (const table of database.tables) {
        await table.clear();
        await table.bulkPut([...(this.#dump.get(table.name) ?? [])]);
      }
    });
  }

  /** The ids of all edits that this tablet could still send. */
  async heldIds(): Promise<readonly string[]> {
    const { outbox, journal } = this.#local.database;
    return [...(await outbox.toArray()), ...(await journal.toArray())].map(({ id }) => id);
  }

  #lastWaiting(): Promise<OutboxRow | undefined> {
    return this.#local.database.outbox.orderBy("seq").last();
  }
}

async function anyEdit(local: Local, random: Random): Promise<unknown> {
  const { database } = local;
  const customers = await database.customer.toCollection().primaryKeys();
  const estimates = await database.estimate.toCollection().primaryKeys();
  const areas = await database.area.toArray();
  const customerId = customers.length > 0 ? random.pick(customers) : undefined;
  if (customerId === undefined || random.chance(0.03))
    return createCustomer(local, { name: `Customer ${random.below(100)}` });
  if (estimates.length === 0 || random.chance(0.05))
    return createEstimate(local, { customerId, estimatorName: "Ana" });
  const estimateId = random.pick(estimates);
  if (areas.length === 0 || random.chance(0.1))
    return addArea(local, estimateId, bedroom, [walls, ceiling]);
  const { id } = random.pick<AnyRow>(areas);
  const edits: readonly (() => Promise<unknown>)[] = [
    () => editArea(local, id, "doors", random.below(5)),
    () => editArea(local, id, "doors", random.below(5)),
    () => editArea(local, id, "windows", random.below(5)),
    () => editArea(local, id, "width", `${random.below(30)}'`, "one focus"),
    () => editArea(local, id, "name", random.chance(0.2) ? FORBIDDEN_NAME : "Den"),
    () => cloneArea(local, id),
    () => moveArea(local, id, null),
    () => removeArea(local, id),
    () => undo(local, estimateId),
    () => undo(local, estimateId),
    () => redo(local, estimateId),
  ];
  return random.pick(edits)();
}
