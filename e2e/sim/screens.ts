import type { EntityName, Scalar } from "../../shared/estimate/entities.ts";
import type { Operation } from "../../shared/sync/operations.ts";
import { fieldsOf } from "../../client/local/database.ts";
import type { Shown } from "../../client/local/seen.ts";
import type { OutboxRow } from "../../client/local/rows.ts";
import type { Actor } from "./scheduler.ts";
import type { SimulatedTablet, Tab } from "./tablet.ts";

/** What the screens of an estimate show. */
const drawn = ["customer", "estimate", "area", "surface", "item"] as const satisfies EntityName[];

interface Drawing {
  readonly wipe: () => void;
  /** Fields that can be read there, as `record field`. */
  readonly places: ReadonlySet<string>;
}

const placeOf = ({ entity, id }: { entity: string; id: string }, field: string): string =>
  `${entity} ${id} ${field}`;

/**
 * What people have before their eyes. A screen is drawn when somebody looks, and again when somebody looks again: what a
 * pull brings in between is on the disk, and nobody there has seen it. An edit that names such a value would replace
 * what its author does not know of, without a conflict (R6); the rule alone cannot tell.
 */
export class Screens {
  readonly #drawings = new Map<Actor, Drawing>();
  /** By tablet and place, the values that have been read or written there, on any of its tabs. */
  readonly #known = new Map<SimulatedTablet, Map<string, Set<Scalar>>>();
  /** By edit, what it names that nobody had seen. */
  readonly #unseen = new Map<string, readonly string[]>();

  /** Somebody looks at everything there is. */
  async draw(tablet: SimulatedTablet, { actor, local }: Tab): Promise<void> {
    const { database } = local;
    const tables = drawn.map((entity) => database.rows(entity));
    const shown = await database.transaction("r", tables, async (): Promise<readonly Shown[]> => {
      const found = await Promise.all(
        drawn.map(async (entity) =>
          (await database.rows(entity).toArray()).map((row) => ({
            entity,
            id: row.id,
            fields: fieldsOf(entity, row),
          })),
        ),
      );
      return found.flat();
    });
    this.#drawings.get(actor)?.wipe();
    const places = new Set<string>();
    for (const record of shown)
      for (const [field, value] of Object.entries(record.fields)) {
        places.add(placeOf(record, field));
        this.#know(tablet, placeOf(record, field), value);
      }
    this.#drawings.set(actor, { wipe: local.seen.noteShown(shown), places });
  }

  /** Edits have come onto a tablet's disk: from now on somebody there knows their values. */
  noteAdded(tablet: SimulatedTablet, actor: Actor, rows: readonly OutboxRow[]): void {
    for (const { id, operations } of rows) {
      this.#unseen.set(id, this.#unseenIn(tablet, actor, operations));
      for (const operation of operations) {
        if (operation.op !== "set") continue;
        const place = placeOf(operation, operation.field);
        this.#know(tablet, place, operation.from);
        this.#know(tablet, place, operation.to);
      }
    }
  }

  /** What an edit replaces although nobody at its tablet had seen it, and a screen showed another value. */
  unseenBy(mutationId: string): readonly string[] {
    return this.#unseen.get(mutationId) ?? [];
  }

  #unseenIn(
    tablet: SimulatedTablet,
    actor: Actor,
    operations: readonly Operation[],
  ): readonly string[] {
    const places = this.#drawings.get(actor)?.places;
    if (!places) return [];
    const isUnseen = (place: string, value: Scalar): boolean =>
      places.has(place) && !this.#known.get(tablet)?.get(place)?.has(value);
    return operations.flatMap((operation) =>
      Object.entries(replacedBy(operation)).flatMap(([field, value]) => {
        const place = placeOf(operation, field);
        return isUnseen(place, value) ? [`${String(value)} of ${place}`] : [];
      }),
    );
  }

  #know(tablet: SimulatedTablet, place: string, value: Scalar): void {
    const places = this.#known.get(tablet) ?? new Map<string, Set<Scalar>>();
    this.#known.set(tablet, places);
    const values = places.get(place);
    if (values) values.add(value);
    else places.set(place, new Set([value]));
  }
}

/** The values that its author says to have seen, by field. */
function replacedBy(operation: Operation): Readonly<Record<string, Scalar>> {
  if (operation.op === "set") return { [operation.field]: operation.from };
  return operation.op === "remove" ? operation.seen : {};
}
