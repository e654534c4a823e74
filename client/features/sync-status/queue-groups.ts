import { isBookMutation } from "../../../shared/sync/book-mutations.ts";
import type { QueuedEdit } from "../../local/queries/queue.ts";

/** What was edited in one place of an estimate: "Living room · Walls: Coats, Quantity (5)". */
export interface QueuePlace {
  readonly place: string;
  /** The surface's key in the price book; empty for everything else. */
  readonly substrate: string;
  /** The fields and things by name, each once, in the order of their first edit. */
  readonly what: readonly string[];
  readonly count: number;
}

/** The edits of one estimate, of all customers, or of the price book. */
export interface QueueGroup {
  readonly key: string;
  readonly kind: "estimate" | "customers" | "price-book";
  /** Whose estimate; empty where nobody knows. */
  readonly customerName: string;
  /** Where the job is; empty for everything else. */
  readonly street: string;
  readonly city: string;
  readonly priceBookId: string | null;
  /** The estimate, where it is on this tablet to be opened. */
  readonly estimateId: string | null;
  readonly places: readonly QueuePlace[];
  /** The state of the edit that is furthest behind. */
  readonly state: QueuedEdit["state"];
}

/** How the parts of an edit are called. */
export interface QueueNames {
  /** Where in its estimate; the estimate's own fields have a place too. */
  readonly place: (edit: QueuedEdit) => string;
  readonly what: (edit: QueuedEdit) => string;
}

const order: readonly QueuedEdit["state"][] = ["saved", "offered", "answered"];

/** Edits by their record and place, in the order of the first edit of each. */
export function queueGroups(
  edits: readonly QueuedEdit[],
  names: QueueNames,
): readonly QueueGroup[] {
  const groups = Map.groupBy(edits, keyOf);
  return [...groups].map(([key, inGroup]) => {
    const places = Map.groupBy(
      inGroup,
      (edit) => `${names.place(edit)}\n${edit.subject.substrate}`,
    );
    const subject = inGroup.find(({ subject: { customerName } }) => customerName !== "")?.subject;
    const isJob = key !== "customers" && key !== "price-book";
    return {
      key,
      kind: key === "customers" || key === "price-book" ? key : "estimate",
      customerName: subject?.customerName ?? "",
      street: isJob ? (subject?.street ?? "") : "",
      city: isJob ? (subject?.city ?? "") : "",
      priceBookId: subject?.priceBookId ?? null,
      estimateId: key === "customers" ? null : (inGroup[0]?.subject.estimateId ?? null),
      places: [...places.values()].map((here) => ({
        place: here[0] ? names.place(here[0]) : "",
        substrate: here[0]?.subject.substrate ?? "",
        what: [...new Set(here.map(names.what))],
        count: here.length,
      })),
      state: order.find((state) => inGroup.some((edit) => edit.state === state)) ?? "saved",
    };
  });
}

function keyOf({ name, estimateId }: QueuedEdit): string {
  if (isBookMutation(name)) return "price-book";
  return estimateId === "" ? "customers" : estimateId;
}
