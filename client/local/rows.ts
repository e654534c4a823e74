import type { EntityName, Fields, Scalar } from "../../shared/estimate/entities.ts";
import type { AnyFields, RecordOf } from "../../shared/estimate/record.ts";
import type { MutationName } from "../../shared/sync/mutation.ts";
import type { Operation, RecordState } from "../../shared/sync/operations.ts";
import type { RejectionReason } from "../../shared/sync/wire.ts";

/** A living record as its table holds it: id, fields, and columns only this tablet's indexes need. */
export type Row<E extends EntityName> = RecordOf<E> & IndexColumns;

export type IndexColumns = {
  /** Folded words of customers and contacts, for search by prefix. */
  readonly words?: readonly string[] | undefined;
  /** A customer's folded name, for reading in alphabetical order. */
  readonly nameKey?: string | undefined;
};

/** What a list shows of an estimate itself. */
export type ListedFields = Pick<
  Fields<"estimate">,
  "title" | "street" | "city" | "createdAt" | "status" | "acceptedTotal" | "crmState"
>;

/**
 * An estimate in the list, apart from the estimate itself: small, and kept in the order of the list, so that a page, a
 * filter and a search are ranges of an index, and a page is one reading (docs/decisions/0032).
 */
export interface ListedRow extends ListedFields {
  /** Newest first; ends with the estimate's id (client/local/listed.ts). */
  readonly key: string;
  /** Empty when the customer was removed. */
  readonly customerName: string;
  /** Folded words of the customer's name, the title, street and city, and tails of the customer's phone number. */
  readonly words: readonly string[];
}

export type AnyRow = { readonly id: string } & Readonly<
  Record<string, Scalar | readonly string[] | undefined>
>;

/** Names one record of any entity. */
export interface Target {
  readonly entity: EntityName;
  readonly id: string;
}

/** A removed record, as it last was: out of every list, and ready to be restored. */
export interface TombstoneRow extends Target {
  readonly fields: AnyFields;
}

/** The server's copy of a record with edits of ours on top of it; null: the server does not have it. */
export interface ShadowRow extends Target {
  readonly state: RecordState | null;
}

/**
 * - `saved`: on this tablet, never shown to the network; only such a row may still be coalesced into.
 * - `offered`: handed to the network at least once; the server may have it.
 * - `answered`: the server said what became of it; leaves with the pull that contains it (R5).
 */
export type OutboxState = "saved" | "offered" | "answered";

export interface OutboxRow {
  readonly seq: number;
  readonly id: string;
  readonly name: MutationName;
  readonly operations: readonly Operation[];
  readonly at: string;
  readonly state: OutboxState;
  /** The estimate, or the draft of the price book, that this edit belongs to; empty for a customer's. */
  readonly estimateId: string;
  /** The server refused it: it is in the tray, and needs no journal. */
  readonly refused: boolean;
}

/** An edit the server confirmed, kept until a verified backup holds it (R10). */
export interface JournalRow {
  readonly id: string;
  readonly name: MutationName;
  readonly operations: readonly Operation[];
  readonly at: string;
  readonly estimateId: string;
  /** The clock of the server when the edit was known to be in its log. */
  readonly rev: number;
  /** Counts up, so that a restored server gets the edits in their order. */
  readonly position: number;
}

/** An edit the server refused, with its reason: never dropped, until a person discards it (R8). */
export interface RejectedEdit {
  readonly id: string;
  readonly name: MutationName;
  readonly operations: readonly Operation[];
  readonly at: string;
  readonly estimateId: string;
  readonly reason: RejectionReason | null;
  readonly message: string | null;
}

/** One step back or forward. `expect` is what has to stand there for the step to make sense. */
export type HistoryStep =
  | (Target & {
      readonly op: "set";
      readonly field: string;
      readonly expect: Scalar;
      readonly to: Scalar;
    })
  | (Target & { readonly op: "remove"; readonly expect: AnyFields })
  | (Target & { readonly op: "restore" });

export interface HistoryRow {
  readonly position?: number;
  readonly estimateId: string;
  readonly stack: "undo" | "redo";
  /** What the painter did first; the button's label, also after undo and redo. */
  readonly name: MutationName;
  readonly gesture: string | null;
  readonly steps: readonly HistoryStep[];
}

/** An estimate from before the horizon that the next pull asks for. */
export interface WantedEstimate {
  readonly estimateId: string;
}

/** A pull that would remove so much that a person has to say yes first (R9). */
export interface RemovalInQuestion {
  /** Records that are on this tablet and would go. */
  readonly removing: number;
  /** Records that were on this tablet before. */
  readonly of: number;
}

/** Who this tablet is to the server, and how far the two have come. */
export interface SyncMeta {
  readonly key: "sync";
  readonly clientId: string;
  /** The last edit of ours that left the outbox, by number and identity (R3). */
  readonly ackSeq: number;
  readonly ackId: string | null;
  readonly cursor: number;
  readonly epoch: number | null;
  /** The server's clock from which on every estimate is here; null until the first pull. */
  readonly horizon: number | null;
  /** Up to where a verified backup of the server goes, as far as this tablet was told. */
  readonly backedUpRev: number;
  /** What the pulled pages since the last complete pull have removed. */
  readonly removed: number;
  readonly removalInQuestion: RemovalInQuestion | null;
  /** A person has said yes; holds until the pull is complete. */
  readonly removalAllowed: boolean;
}

/** How far the server and this tablet have come; all but who this tablet is. */
export type SyncProgress = Omit<SyncMeta, "key" | "clientId">;
