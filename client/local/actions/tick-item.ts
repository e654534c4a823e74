import type { Operation } from "../../../shared/sync/operations.ts";
import type { Local } from "../local.ts";
import { mutate } from "../mutate.ts";
import type { Row } from "../rows.ts";
import type { SaveResult } from "../save-result.ts";

const set = (item: Row<"item">, ticked: boolean): Operation => ({
  op: "set",
  entity: "item",
  id: item.id,
  field: "ticked",
  from: item.ticked,
  to: ticked,
});

/** The customer takes an optional line, or does not. Taking one of a group of alternates gives up the other. */
export const tickItem = (local: Local, id: string, ticked: boolean): Promise<SaveResult<void>> =>
  mutate(local, async (database) => {
    const item = await database.item.get(id);
    if (!item) return { code: "missing" };
    const { estimateId } = item;
    const lines = await database.item.where("estimateId").equals(estimateId).toArray();
    const group = item.group.trim();
    const given = lines.filter(
      (line) =>
        ticked &&
        group !== "" &&
        line.id !== id &&
        line.optional &&
        line.ticked &&
        line.group.trim() === group,
    );
    const operations = given.map((line) => set(line, false));
    if (item.ticked !== ticked) operations.push(set(item, ticked));
    return { name: "item.edit", estimateId, operations, value: undefined };
  });
