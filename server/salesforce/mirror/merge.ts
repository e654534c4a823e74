import type { AnyFields } from "../../../shared/estimate/record.ts";

export interface Merge {
  readonly fields: AnyFields;
  /** Fields edited on a tablet that Salesforce has meanwhile changed as well; Salesforce's value stands. */
  readonly clashes: readonly string[];
}

/**
 * Three-way merge of a mirrored record, field by field. A field changes only when Salesforce changed it
 * since it was last read; an edit made on a tablet otherwise stays, however often the row is read again.
 *
 * @param before what Salesforce said last time; null when the record is ours and its row is new to us.
 * Then only what we do not know is filled in.
 */
export function mergeMirrored(ours: AnyFields, before: AnyFields | null, now: AnyFields): Merge {
  const fields: Record<string, AnyFields[string]> = { ...ours };
  const clashes: string[] = [];
  for (const [name, said] of Object.entries(now)) {
    const mine = ours[name];
    if (said === mine) continue;
    if (before === null) {
      if (mine === undefined || mine === null || mine === "") fields[name] = said;
      continue;
    }
    if (said === before[name]) continue;
    if (mine !== before[name] && mine !== undefined) clashes.push(name);
    fields[name] = said;
  }
  return { fields, clashes };
}
