import type { Fields } from "../../../shared/estimate/entities.ts";
import type { AnyRecord } from "../../../shared/estimate/record.ts";
import { newSurface } from "../../../shared/pricing/default-surfaces.ts";
import { createCustomer } from "../actions/create-customer.ts";
import { createEstimate } from "../actions/create-estimate.ts";
import type { NewArea, NewSurface } from "../actions/add-area.ts";
import type { NewItem } from "../actions/add-item.ts";
import type { Local } from "../local.ts";
import { writeState } from "../database.ts";
import type { SaveResult } from "../save-result.ts";

export const PRICE_BOOK_ID = "book-1";

export const priceBookFields: Fields<"priceBook"> = {
  name: "Example",
  document: "{}",
  isExample: true,
  version: 1,
  publishedBy: "",
  publishedAt: null,
  note: "",
};

export const bedroom: NewArea = {
  kind: "room",
  name: "Bedroom",
  length: "12'6\"",
  width: "11",
  height: "8",
  doors: 1,
  windows: 2,
  access: "open",
  occupancy: "furnished",
  note: "",
};

export const walls: NewSurface = newSurface("walls", true);

export const ceiling: NewSurface = { ...walls, substrate: "ceiling" };

export const dumpster: NewItem = {
  kind: "cost",
  label: "Dumpster",
  quantity: "1",
  unitCost: 45_000,
  materialCost: 0,
  margin: null,
  painters: "",
  addOn: "",
  areaId: null,
  optional: false,
  ticked: true,
  group: "",
};

/** A saved edit's value; anything else fails the test. */
export function valueOf<T>(result: SaveResult<T>): T {
  if (!result.ok) throw new Error(`not saved: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Puts a price book where a first pull would have put it. */
export const receivePriceBook = ({ database }: Local): Promise<void> =>
  writeState(
    database,
    { entity: "priceBook", id: PRICE_BOOK_ID },
    {
      fields: priceBookFields,
      deleted: false,
    },
  );

/** A customer with an empty estimate. */
export async function startEstimate(local: Local): Promise<string> {
  await receivePriceBook(local);
  const customerId = valueOf(await createCustomer(local, { name: "María Peña", city: "Reno" }));
  return valueOf(await createEstimate(local, { customerId, estimatorName: "Ana" }));
}

/** A record as the server would send it. */
export const serverRecord = (
  entity: AnyRecord["entity"],
  id: string,
  fields: AnyRecord["fields"],
  rev = 1,
): AnyRecord => ({ entity, id, fields, deleted: false, rev, updatedBy: "server" });

/** Every record of the view, by entity and id: what two tablets are compared by. */
export async function viewOf({ database }: Local): Promise<Record<string, unknown>> {
  const names = [
    "customer",
    "estimate",
    "area",
    "surface",
    "item",
    "conflict",
    "priceBook",
    "bookDraft",
    "bookChange",
  ] as const;
  const tables = await Promise.all(names.map((name) => database.rows(name).toArray()));
  return Object.fromEntries(
    tables.flatMap((rows, index) => rows.map((row) => [`${names[index]} ${row.id}`, row])),
  );
}
