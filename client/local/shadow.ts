import {
  overlayOperation,
  type Operation,
  type RecordState,
} from "../../shared/sync/operations.ts";
import { type PaintboxDatabase, writeState } from "./database.ts";
import type { Target } from "./rows.ts";

export const targetKey = ({ entity, id }: Target): string => `${entity} ${id}`;

export const distinctTargets = (targets: Iterable<Target>): readonly Target[] => [
  ...new Map(Array.from(targets, (target) => [targetKey(target), target])).values(),
];

/** Keeps the server's copy of a record aside before our first unsent edit changes how it looks. */
export async function ensureShadow(
  database: PaintboxDatabase,
  { entity, id }: Target,
  state: RecordState | undefined,
): Promise<void> {
  if (await database.shadow.get([entity, id])) return;
  await database.shadow.put({ entity, id, state: state ?? null });
}

/**
 * Makes the view of the given records what it always is (R5): the server's copy with our outbox laid over
 * it. A record without edits of ours left loses its shadow; the view itself is the server's copy then.
 */
export async function settle(database: PaintboxDatabase, targets: Iterable<Target>): Promise<void> {
  const distinct = distinctTargets(targets);
  if (distinct.length === 0) return;
  const outbox = await database.outbox.orderBy("seq").toArray();
  const pending = Map.groupBy(
    outbox.flatMap((row): readonly Operation[] => row.operations),
    targetKey,
  );
  for (const target of distinct) {
    const { entity, id } = target;
    const shadow = await database.shadow.get([entity, id]);
    if (!shadow) continue;
    const operations = pending.get(targetKey(target)) ?? [];
    const start: RecordState | undefined = shadow.state ?? undefined;
    await writeState(database, target, operations.reduce(overlayOperation, start));
    if (operations.length === 0) await database.shadow.delete([entity, id]);
  }
}
