import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { Local } from "../local.ts";

/** A published price book without its document. */
export interface BookVersion extends Omit<RecordOf<"priceBook">, "document"> {
  /** Published here, and not known to the server yet. */
  readonly isWaiting: boolean;
}

/** Every published price book on this tablet, the newest first. */
export async function listBookVersions({ database }: Local): Promise<readonly BookVersion[]> {
  const rows = await database.priceBook.toArray();
  const shadows = await database.shadow.bulkGet(rows.map(({ id }) => ["priceBook", id]));
  return rows
    .map(({ document: _document, ...version }, index) => ({
      ...version,
      isWaiting: shadows[index]?.state === null,
    }))
    .toSorted((one, other) => other.version - one.version || (one.id < other.id ? 1 : -1));
}
