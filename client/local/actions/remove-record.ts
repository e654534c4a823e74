import type { Operation } from "../../../shared/sync/operations.ts";
import { fieldsOf } from "../database.ts";
import type { AnyRow, Target } from "../rows.ts";

/** Removes a record as it stands here; the server compares that with what it holds (R6). */
export const removal = (entity: Target["entity"], row: AnyRow): Operation => ({
  op: "remove",
  entity,
  id: row.id,
  seen: fieldsOf(entity, row),
});
