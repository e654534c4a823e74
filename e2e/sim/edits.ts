import { acceptEstimate, reopenEstimate } from "../../client/local/actions/accept-estimate.ts";
import { addArea } from "../../client/local/actions/add-area.ts";
import { addItem } from "../../client/local/actions/add-item.ts";
import { cloneArea } from "../../client/local/actions/clone-area.ts";
import { createCustomer } from "../../client/local/actions/create-customer.ts";
import { createEstimate } from "../../client/local/actions/create-estimate.ts";
import { editArea } from "../../client/local/actions/edit-area.ts";
import { editEstimate } from "../../client/local/actions/edit-estimate.ts";
import { moveArea } from "../../client/local/actions/move-area.ts";
import { removeArea } from "../../client/local/actions/remove-area.ts";
import { removeEstimate } from "../../client/local/actions/remove-estimate.ts";
import { removeItem } from "../../client/local/actions/remove-item.ts";
import { setSurface } from "../../client/local/actions/set-surface.ts";
import { tickItem } from "../../client/local/actions/tick-item.ts";
import { resolveConflict } from "../../client/local/actions/resolve-conflict.ts";
import { restoreRecord } from "../../client/local/actions/restore-record.ts";
import { redo, undo } from "../../client/local/actions/undo.ts";
import { type Local, todayOf } from "../../client/local/local.ts";
import type { SaveResult } from "../../client/local/save-result.ts";
import { dumpster } from "../../client/local/testing/sample-records.ts";
import type { EntityName } from "../../shared/estimate/entities.ts";
import { assembleEstimate } from "../../shared/estimate/estimate.ts";
import { asRecordOf, type RecordOf } from "../../shared/estimate/record.ts";
import { examplePriceBook } from "../../shared/pricing/example-price-book.ts";
import { price } from "../../shared/pricing/price.ts";
import type { EditName } from "./actions.ts";
import type { Disk } from "./disk.ts";
import { newRoom, roomSurfaces } from "./rooms.ts";
import { tombstoneRowsOf } from "./tablet-rows.ts";

export type EditResult = Promise<SaveResult<unknown>> | null;

/** Records of the view, as they stand on the disk. */
export function livingOn<E extends EntityName>(disk: Disk, entity: E): readonly RecordOf<E>[] {
  return disk.rows(entity).flatMap((row) => {
    if (typeof row !== "object" || row === null || !("id" in row)) return [];
    const { id, words: _words, nameKey: _nameKey, ...fields } = { words: 0, nameKey: 0, ...row };
    const record = asRecordOf(entity, String(id), fields);
    return record ? [record] : [];
  });
}

const restorable = ["estimate", "area", "surface", "item"] as const;

/** Removed records that a person can bring back. */
const removedOn = (disk: Disk) =>
  tombstoneRowsOf(disk).flatMap(({ entity, id }) => {
    const known = restorable.find((name) => name === entity);
    return known ? [{ entity: known, id }] : [];
  });

const nth = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];

/** Does what a person would at a screen that shows what is on the disk; null when there is nothing to do it to. */
export function startEdit(
  local: Local,
  disk: Disk,
  { edit, pick, value }: { edit: EditName; pick: number; value: number },
): EditResult {
  const estimate = nth(livingOn(disk, "estimate"), pick >> 1);
  switch (edit) {
    case "new customer":
      return createCustomer(local, { name: `Customer ${value}` });
    case "new estimate": {
      const customer = nth(livingOn(disk, "customer"), pick);
      return customer
        ? createEstimate(local, { customerId: customer.id, estimatorName: "Ana" })
        : null;
    }
    case "doors":
    case "windows":
    case "width":
    case "area name":
    case "clone area":
    case "move area":
    case "remove area":
      return startAreaEdit(local, disk, edit, pick, value);
    case "surface": {
      const surface = nth(livingOn(disk, "surface"), pick);
      return surface ? setSurface(local, surface.id, "colour", `colour ${value}`) : null;
    }
    case "settle conflict": {
      const open = livingOn(disk, "conflict").filter(({ state }) => state === "open");
      const conflict = nth(open, pick);
      const keep = nth(["mine", "theirs"] as const, value) ?? "mine";
      return conflict ? resolveConflict(local, conflict.id, { keep }) : null;
    }
    case "bring back": {
      const removed = nth(removedOn(disk), pick);
      return removed ? restoreRecord(local, removed.entity, removed.id) : null;
    }
    case "tick": {
      const item = nth(livingOn(disk, "item"), pick);
      return item ? tickItem(local, item.id, !item.ticked) : null;
    }
    case "remove item": {
      const item = nth(livingOn(disk, "item"), pick);
      return item ? removeItem(local, item.id) : null;
    }
    case "notes":
    case "add area":
    case "add item":
    case "undo":
    case "redo":
    case "remove estimate":
    case "accept":
    case "reopen":
      return estimate ? startEstimateEdit(local, disk, edit, estimate, value) : null;
  }
}

function startAreaEdit(
  local: Local,
  disk: Disk,
  edit: "doors" | "windows" | "width" | "area name" | "clone area" | "move area" | "remove area",
  pick: number,
  value: number,
): EditResult {
  const area = nth(livingOn(disk, "area"), pick);
  if (!area) return null;
  switch (edit) {
    case "doors":
    case "windows":
      return editArea(local, area.id, edit, value);
    case "width":
      return editArea(local, area.id, "width", `${9 + value}'`, "one focus");
    case "area name":
      return editArea(local, area.id, "name", `Den ${value}`);
    case "clone area":
      return cloneArea(local, area.id);
    case "move area":
      return moveArea(local, area.id, null);
    case "remove area":
      return removeArea(local, area.id);
  }
}

function startEstimateEdit(
  local: Local,
  disk: Disk,
  edit:
    | "notes"
    | "add area"
    | "add item"
    | "undo"
    | "redo"
    | "remove estimate"
    | "accept"
    | "reopen",
  estimate: RecordOf<"estimate">,
  value: number,
): EditResult {
  const { id } = estimate;
  switch (edit) {
    case "notes":
      return editEstimate(local, id, "notesForCrew", `note ${value}`);
    case "add area":
      return addArea(local, id, newRoom, roomSurfaces);
    case "add item":
      return addItem(local, id, { ...dumpster, optional: true });
    case "undo":
      return undo(local, id);
    case "redo":
      return redo(local, id);
    case "remove estimate":
      return removeEstimate(local, id);
    case "accept": {
      const option = optionOf(local, disk, estimate);
      return option && acceptEstimate(local, id, option);
    }
    case "reopen":
      return reopenEstimate(local, id);
  }
}

/** What the customer reads on the screen. */
function optionOf(local: Local, disk: Disk, estimate: RecordOf<"estimate">) {
  const mine = <E extends "area" | "surface" | "item">(entity: E) =>
    livingOn(disk, entity).filter((record) => record["estimateId"] === estimate.id);
  const assembled = assembleEstimate(
    estimate,
    mine("area"),
    mine("surface"),
    mine("item"),
    todayOf(local),
  );
  const option = price(assembled, examplePriceBook).options.find(({ acceptable }) => acceptable);
  return option ? { optionId: option.key, total: option.totalCents } : null;
}
