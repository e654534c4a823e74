import type { MutationName } from "../../shared/sync/mutation.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import { asOutboxRows, type OutboxRow, overlayProblems } from "./tablet-rows.ts";
import type { SimulatedTablet } from "./tablet.ts";
import type { Actor } from "./scheduler.ts";

/** Something that must never happen, and did. */
export interface Violation {
  /** Of design A4: `I1` to `I12`; `wire` for a request that an honest tablet must not have refused. */
  readonly invariant: string;
  readonly what: string;
}

/** An edit that a screen called saved. */
export interface SavedEdit {
  readonly id: string;
  readonly tablet: SimulatedTablet;
  readonly name: MutationName;
  readonly operations: readonly Operation[];
}

interface Seen {
  rows: ReadonlyMap<string, OutboxRow>;
  meta: unknown;
  epoch: number | null;
  cursor: number;
  clientId: string;
  /** Edits that this tablet knows it has shown to the network. */
  readonly shown: Set<string>;
}

/**
 * What is known about every saved edit by watching from outside: what screens said, what lands on a tablet's disk, what
 * goes over the wire. It decides which edits a history still owes to the painter at its end.
 */
export class Observation {
  readonly saved = new Map<string, SavedEdit>();
  /** Saved edits whose tablet has since been set back to before them: only the server can hold them (I11). */
  readonly offTablet = new Set<string>();
  /** Edits whose last copy was on a disk that was set back: no protocol brings them back (I11). */
  readonly lost = new Set<string>();
  readonly violations: Violation[] = [];
  /** Edits have come onto a tablet's disk. */
  onAdded: (tablet: SimulatedTablet, actor: Actor, rows: readonly OutboxRow[]) => void = () => {};
  readonly #seen = new Map<SimulatedTablet, Seen>();
  readonly #newest = new WeakMap<Actor, OutboxRow | null>();

  report(invariant: string, what: string): void {
    this.violations.push({ invariant, what });
  }

  /** Looks at a tablet anew: it was just made, or set back. */
  begin(tablet: SimulatedTablet): void {
    const rows = asOutboxRows(tablet.disk.rows("outbox"));
    const { meta, epoch, cursor, clientId } = readMeta(tablet);
    this.#seen.set(tablet, {
      rows: new Map(rows.map((row) => [row.id, row])),
      meta,
      epoch,
      cursor,
      clientId,
      shown: new Set(rows.filter(({ state }) => state !== "saved").map(({ id }) => id)),
    });
  }

  /** Notes the ids of mutations in a push that a tablet has handed to the network. */
  noteOffered(tablet: SimulatedTablet, ids: readonly string[]): void {
    for (const id of ids) this.#seen.get(tablet)?.shown.add(id);
  }

  /** A transaction has committed on a tablet's disk. */
  noteCommit(tablet: SimulatedTablet, actor: Actor, tables: ReadonlySet<string>): void {
    const seen = this.#seen.get(tablet);
    if (!seen || !tables.has("outbox")) return;
    const rows = new Map(asOutboxRows(tablet.disk.rows("outbox")).map((row) => [row.id, row]));
    const added = [...rows.values()].filter(({ id }) => !seen.rows.has(id));
    const now = readMeta(tablet);
    for (const gone of seen.rows.values())
      if (!rows.has(gone.id)) this.#replaced(tablet, seen, gone, added, now.meta === seen.meta);
    if (now.epoch === seen.epoch && now.cursor < seen.cursor)
      this.report("I12", `${tablet.name} goes back from revision ${seen.cursor} to ${now.cursor}`);
    this.#newest.set(actor, added.at(-1) ?? null);
    this.onAdded(tablet, actor, added);
    Object.assign(seen, { rows, ...now });
    for (const problem of overlayProblems(tablet.disk, [...rows.values()]))
      this.report("I12", `${tablet.name} shows ${problem}`);
  }

  /** Of edits that the network has never seen, one may take the place of another of the same field, or undo it. */
  #replaced(
    tablet: SimulatedTablet,
    seen: Seen,
    gone: OutboxRow,
    added: readonly OutboxRow[],
    isEdit: boolean,
  ): void {
    const edit = this.saved.get(gone.id);
    if (!edit || seen.shown.has(gone.id) || !isEdit) return;
    const heir = added.find(({ seq }) => seq === gone.seq);
    this.saved.delete(gone.id);
    if (heir) this.#save(tablet, heir);
  }

  /** The screen says that an edit is on this tablet. @returns it; null when it changed nothing. */
  noteSaved(tablet: SimulatedTablet, actor: Actor): OutboxRow | null {
    const row = this.#newest.get(actor) ?? null;
    if (row) this.#save(tablet, row);
    return row;
  }

  #save(tablet: SimulatedTablet, { id, name, operations }: OutboxRow): void {
    this.saved.set(id, { id, tablet, name, operations });
  }

  /** A tablet was set back: what was saved there since is on the server or nowhere. */
  noteRollBack(tablet: SimulatedTablet, log: ReadonlySet<string>): void {
    const held = idsOn(tablet);
    for (const edit of this.saved.values())
      if (edit.tablet === tablet && !held.has(edit.id)) this.offTablet.add(edit.id);
    this.begin(tablet);
    this.noteServerLog(log);
  }

  /** The server's log was set back, or a tablet that had more than it. */
  noteServerLog(log: ReadonlySet<string>): void {
    for (const id of this.offTablet) if (!log.has(id)) this.lost.add(id);
  }
}

function idsOn({ disk }: SimulatedTablet): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const table of ["outbox", "journal", "rejected"])
    for (const row of disk.rows(table))
      if (typeof row === "object" && row !== null && "id" in row) ids.add(String(row.id));
  return ids;
}

function readMeta({ disk }: SimulatedTablet) {
  const [meta] = disk.rows("meta");
  const { clientId, epoch, cursor } = {
    clientId: "",
    epoch: null,
    cursor: 0,
    ...(typeof meta === "object" ? meta : null),
  };
  return { meta, clientId, epoch, cursor };
}
