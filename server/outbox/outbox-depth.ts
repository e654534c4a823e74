import type { Store } from "../store/store.ts";

/** How much of a kind is still to be told, or was refused for good. */
export interface OutboxDepth {
  readonly kind: string;
  readonly state: "waiting" | "refused";
  readonly jobs: number;
  /** Unix milliseconds at which the oldest was queued. */
  readonly oldestAt: number;
}

/** Of all companies. What was sent is not counted: it is most of the table. */
export async function outboxDepth({ db }: Pick<Store, "db">): Promise<readonly OutboxDepth[]> {
  const found: OutboxDepth[] = [];
  for (const state of ["waiting", "refused"] as const) {
    const rows = await db
      .selectFrom("outbox")
      .where("state", "=", state)
      .groupBy("kind")
      .select(({ fn }) => [
        "kind",
        fn.countAll<number>().as("jobs"),
        fn.min("created_at").as("oldestAt"),
      ])
      .execute();
    for (const { kind, jobs, oldestAt } of rows) found.push({ kind, state, jobs, oldestAt });
  }
  return found;
}
