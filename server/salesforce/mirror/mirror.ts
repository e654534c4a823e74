import * as z from "zod/mini";
import type { Clock } from "../../clock.ts";
import type { Store } from "../../store/store.ts";
import type { Hub } from "../../sync/hub.ts";
import { pageOf, queryPath, type SalesforceClient } from "../client.ts";
import { type CompositeAnswer, partAs, type Subrequest } from "../composite.ts";
import { type Answer, answered, failed } from "../errors.ts";
import { type Applied, applyRows, removeRows, ROWS_PER_TRANSACTION, stillLiving } from "./apply.ts";
import { type Checkpoint, readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import {
  deletedSubrequest,
  isComparisonDue,
  livingIds,
  logReaches,
  readDeletions,
} from "./deletions.ts";
import {
  type MirroredName,
  mirroredNames,
  type MirroredObject,
  mirroredObjects,
  type MirroredRow,
} from "./mirrored-objects.ts";
import { heldIds } from "./mirror-rows.ts";
import { mastersOf } from "./merged-accounts.ts";
import { afterPass, pageQuery } from "./page-query.ts";
import { takeTurn, type Turn, TurnLost } from "./turn.ts";

/** The most rows Salesforce gives in one page of a query. */
export const PAGE_SIZE = 2000;

export interface MirrorParts {
  readonly salesforce: SalesforceClient;
  readonly store: Store;
  readonly hub: Pick<Hub, "poke">;
  readonly clock: Clock;
  readonly companyId: string;
  readonly pageSize?: number | undefined;
  /** Where other processes mirror into the same store: what is written only while the turn is ours. */
  readonly turn?: Turn | undefined;
  /** Called after each page with the rows read so far in this round. */
  readonly onProgress?: ((rowsRead: number) => void) | undefined;
}

/**
 * One round: everything that changed or was deleted in Salesforce since the last one, into the store. In
 * quiet times this is a single API call for all objects. A round that fails has kept every page before.
 *
 * @returns how many rows were read.
 * @throws TurnLost when another process took the turn meanwhile.
 */
export async function mirrorRound(parts: MirrorParts): Promise<Answer<number>> {
  const checkpoints = new Map<MirroredName, Checkpoint>();
  for (const name of mirroredNames)
    checkpoints.set(name, await readCheckpoint(parts.store, parts.companyId, name));
  const round = new Round(parts, checkpoints);
  for (let first = true; round.unfinished.size > 0; first = false) {
    const step = await round.step(first);
    if (!step.ok) return step;
  }
  for (const name of mirroredNames) {
    const compared = await round.compareIds(name);
    if (!compared.ok) return compared;
  }
  return answered(round.rowsRead);
}

const NO_MASTERS = answered<ReadonlyMap<string, string>>(new Map());

class Round {
  readonly unfinished = new Set<MirroredName>(mirroredNames);
  rowsRead = 0;
  readonly #parts: MirrorParts;
  readonly #checkpoints: Map<MirroredName, Checkpoint>;
  readonly #pageSize: number;

  constructor(parts: MirrorParts, checkpoints: Map<MirroredName, Checkpoint>) {
    this.#parts = parts;
    this.#checkpoints = checkpoints;
    this.#pageSize = parts.pageSize ?? PAGE_SIZE;
  }

  /** One API call: the next page of every unfinished object; with the first also what was deleted. */
  async step(withDeletions: boolean): Promise<Answer<void>> {
    const { salesforce, clock } = this.#parts;
    const names = mirroredNames.filter((name) => this.unfinished.has(name));
    const subrequests = names.map((name): Subrequest => {
      const query = pageQuery(mirroredObjects[name], this.#checkpoint(name), this.#pageSize);
      return { method: "GET", url: queryPath(query), referenceId: `page${name}` };
    });
    const asked = withDeletions ? names.filter((name) => this.#asksDeletions(name)) : [];
    for (const name of asked) {
      const until = this.#checkpoint(name).deletionsUntil ?? clock.now();
      subrequests.push(deletedSubrequest(name, until, clock.now()));
    }
    const answer = await salesforce.composite(subrequests, {
      allOrNone: false,
      purpose: "read",
      repeatable: true,
    });
    if (!answer.ok) return answer;
    for (const name of names) {
      const applied = await this.#applyPage(name, answer.value);
      if (!applied.ok) return applied;
    }
    for (const name of asked) {
      const removed = await this.#applyDeletions(name, answer.value);
      if (!removed.ok) return removed;
    }
    return answered(undefined);
  }

  /** Finds what vanished without a deletion we could see. Rare: see `isComparisonDue`. */
  async compareIds(name: MirroredName): Promise<Answer<void>> {
    const { salesforce, store, clock, companyId } = this.#parts;
    const began = clock.now();
    if (!isComparisonDue(this.#checkpoint(name), began)) return answered(undefined);
    const held = await store.read((tx) => heldIds(tx, companyId, name));
    const living = await livingIds(salesforce, mirroredObjects[name], this.#pageSize);
    if (!living.ok) return living;
    // Accounts do not all vanish; a permission does. Taking every customer off every tablet can wait.
    if (name === "Account" && living.value.size === 0 && held.length > 0)
      return failed("forbidden", "The integration user no longer sees any Account.");
    const gone = held.filter((id) => !living.value.has(id));
    const after = { ...this.#checkpoint(name), deletionsUntil: began, comparedAt: began };
    return this.#remove(name, gone, after);
  }

  async #applyPage(name: MirroredName, answer: CompositeAnswer): Promise<Answer<void>> {
    const page = partAs(answer, `page${name}`, pageOf(z.unknown()));
    if (!page.ok) return page;
    const { done, records } = page.value;
    const date = answer.date ?? this.#parts.clock.now();
    const object = mirroredObjects[name];
    const rows = records.flatMap((record) => object.read(record) ?? []);
    // Skipping a row would lose it for good: stop here and say so, the checkpoint stays before it.
    if (rows.length < records.length)
      return failed("unexpected", `Salesforce sent a row of ${name} in an unknown shape.`);
    this.#checkpoints.set(name, {
      ...this.#checkpoint(name),
      passBegan: this.#checkpoint(name).passBegan ?? date,
    });
    await this.#applyInParts(object, rows);
    this.rowsRead += records.length;
    this.#parts.onProgress?.(this.rowsRead);
    if (records.length > 0 && !(done && records.length < this.#pageSize))
      return answered(undefined);
    this.unfinished.delete(name);
    await this.#save(name, afterPass(this.#checkpoint(name), date), () => Promise.resolve(null));
    return answered(undefined);
  }

  async #applyInParts(object: MirroredObject, rows: readonly MirroredRow[]): Promise<void> {
    const { clock, companyId } = this.#parts;
    for (let start = 0; start < rows.length; start += ROWS_PER_TRANSACTION) {
      const part = rows.slice(start, start + ROWS_PER_TRANSACTION);
      const last = part.at(-1);
      if (!last) return;
      const cursor = { stamp: last.stamp, id: last.salesforceId };
      await this.#save(object.name, { ...this.#checkpoint(object.name), cursor }, (tx) =>
        applyRows(tx, companyId, object, part, clock.now()),
      );
    }
  }

  async #applyDeletions(name: MirroredName, answer: CompositeAnswer): Promise<Answer<void>> {
    const checkpoint = this.#checkpoint(name);
    const until = checkpoint.deletionsUntil ?? this.#parts.clock.now();
    const deletions = readDeletions(answer, name, until);
    if (!deletions.ok) return deletions;
    if (!deletions.value.known) {
      // Long ago enough for `isComparisonDue`.
      this.#checkpoints.set(name, { ...checkpoint, comparedAt: 0 });
      return answered(undefined);
    }
    const after = { ...checkpoint, deletionsUntil: Math.max(until, deletions.value.until) };
    return this.#remove(name, deletions.value.ids, after);
  }

  /** The rows we still have, part by part; where they were merged into others is asked before anything is removed. */
  async #remove(
    name: MirroredName,
    goneIds: readonly string[],
    after: Checkpoint,
  ): Promise<Answer<void>> {
    const { salesforce, store, clock, companyId } = this.#parts;
    const object = mirroredObjects[name];
    for (let start = 0; start < goneIds.length; start += ROWS_PER_TRANSACTION) {
      const part = goneIds.slice(start, start + ROWS_PER_TRANSACTION);
      const ids = await store.read((tx) => stillLiving(tx, companyId, object, part));
      if (ids.length === 0) continue;
      const masters = name === "Account" ? await mastersOf(salesforce, ids) : NO_MASTERS;
      if (!masters.ok) return masters;
      await this.#save(name, this.#checkpoint(name), (tx) =>
        removeRows(tx, companyId, object, { ids, masters: masters.value }, clock.now()),
      );
    }
    await this.#save(name, after, () => Promise.resolve(null));
    return answered(undefined);
  }

  /** Rows and the checkpoint that covers them, in one transaction; tablets are told after the commit. */
  async #save(
    name: MirroredName,
    checkpoint: Checkpoint,
    work: (tx: Parameters<Parameters<Store["write"]>[0]>[0]) => Promise<Applied>,
  ): Promise<void> {
    const { store, hub, clock, companyId, turn } = this.#parts;
    const rev = await store.write(async (tx) => {
      if (turn && !(await takeTurn(tx, companyId, turn, clock.now())).isOurs) throw new TurnLost();
      const applied = await work(tx);
      await writeCheckpoint(tx, companyId, name, checkpoint);
      return applied;
    });
    this.#checkpoints.set(name, checkpoint);
    if (rev !== null) hub.poke(companyId, rev);
  }

  #asksDeletions(name: MirroredName): boolean {
    return logReaches(this.#checkpoint(name), this.#parts.clock.now());
  }

  #checkpoint(name: MirroredName): Checkpoint {
    const checkpoint = this.#checkpoints.get(name);
    if (!checkpoint) throw new Error(`no checkpoint of ${name}`);
    return checkpoint;
  }
}
