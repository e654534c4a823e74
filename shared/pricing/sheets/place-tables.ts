import type { BookUnderway } from "./book-underway.ts";
import type { SheetLanguage, Table } from "./column.ts";
import { placeProfits, placeRateCurves } from "./place-curves.ts";
import { placePayments, placeSources, placeTaxes } from "./place-money.ts";
import { placeInside, placeList } from "./place-rows.ts";
import type { ReadRow } from "./read-rows.ts";
import type { SheetFaults } from "./sheet-fault.ts";
import { curves, rates } from "./tables/rates.ts";

/** The rows of every sheet, by the table's id. */
export type AllRows = ReadonlyMap<string, readonly ReadRow[]>;

const empty = (): unknown => [];

/** Puts the rows of one sheet into the document; those that others belong to come before them. */
export function placeTable(
  under: BookUnderway,
  table: Table,
  all: AllRows,
  language: SheetLanguage,
  faults: SheetFaults,
): void {
  const rows = all.get(table.id) ?? [];
  switch (table.id) {
    case "curves": {
      const sheets = { rates: rates.name[language], curves: curves.name[language] };
      return placeRateCurves(under, rows, all.get(rates.id) ?? [], sheets, faults);
    }
    case "products":
      return placeList(under, rows, "products", { cans: empty, spreads: empty });
    case "cans":
      return placeInside(under, rows, { at: "@product", list: "products", inside: "cans" }, faults);
    case "spreads":
      return placeInside(
        under,
        rows,
        { at: "@product", list: "products", inside: "spreads" },
        faults,
      );
    case "level-tasks":
      return placeLevelTasks(under, rows, faults);
    case "multipliers":
      return placeMultipliers(under, rows, faults);
    case "options":
      return placeList(under, rows, "options", { scopes: empty });
    case "option-scopes":
      return placeInside(under, rows, { at: "@option", list: "options", inside: "scopes" }, faults);
    case "profits":
      return placeProfits(under, rows, faults);
    case "taxes":
      return placeTaxes(under, rows, faults);
    case "payments":
      return placePayments(under, rows, faults);
    case "deposit-caps":
      return placeList(under, rows, "payments.depositCaps");
    case "sources":
      return placeSources(under, rows, faults);
    default:
      return placeList(under, rows, table.holds[0] ?? table.id);
  }
}

function placeMultipliers(
  under: BookUnderway,
  rows: readonly ReadRow[],
  faults: SheetFaults,
): void {
  const lists = ["heightBands", "access", "occupancy", "conditions", "colourChanges", "textures"];
  for (const list of lists) {
    placeList(
      under,
      rows.filter(({ values }) => values.get("@kind") === list),
      list,
    );
  }
  for (const { values, places, head } of rows) {
    if (!values.has("@kind")) faults.say(places.get("@kind") ?? head, "missing");
  }
}

/** Tasks belong to levels that are counted by tasks, and to no others. */
function placeLevelTasks(under: BookUnderway, rows: readonly ReadRow[], faults: SheetFaults): void {
  const isByTasks = (index: number): boolean =>
    under.at(`prepLevels.${index}.how.kind`) === "tasks";
  for (let index = 0; index < under.count("prepLevels"); index += 1) {
    if (isByTasks(index)) under.set(`prepLevels.${index}.how.tasks`, []);
  }
  const keys = Array.from({ length: under.count("prepLevels") }, (_, index) =>
    under.at(`prepLevels.${index}.key`),
  );
  const own = rows.filter(({ values, places, head }) => {
    const index = keys.indexOf(values.get("@level"));
    if (index < 0 || isByTasks(index)) return true;
    faults.say(places.get("@level") ?? head, "not_here", places.get("@level")?.shown);
    return false;
  });
  placeInside(under, own, { at: "@level", list: "prepLevels", inside: "how.tasks" }, faults);
}
