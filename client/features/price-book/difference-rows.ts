import type { BookDifference } from "../../../shared/pricing/edit/diff-books.ts";
import type { ShownBook } from "./book-context.tsx";
import { type FieldText, textsOf } from "./form-texts.ts";
import type { Forms } from "./forms/load-forms.ts";

/** One line of a difference: what it is, what it was, what it is now. Empty where it does not stand. */
export interface DifferenceRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** A difference in the words of the entry's form. What is behind several fields at once is said once. */
export function differenceRows(
  { formOf }: Forms,
  { path, kind, fields }: BookDifference,
  before: ShownBook,
  after: ShownBook,
): readonly DifferenceRow[] {
  if (kind !== "changed") return [];
  const old = textsIn(formOf, before, path);
  const now = textsIn(formOf, after, path);
  const rows = new Map<string, DifferenceRow>();
  for (const { field } of fields) {
    const at = nearest(field, now) ?? nearest(field, old);
    if (at === undefined) continue;
    const [was, is] = [old.get(at), now.get(at)];
    const label = is?.label ?? was?.label ?? at;
    if (was?.text === is?.text) continue;
    rows.set(at, { label, before: was?.text ?? "", after: is?.text ?? "" });
  }
  return [...rows.values()];
}

function textsIn(
  formOf: Forms["formOf"],
  { context, book, placeOf }: ShownBook,
  path: string,
): ReadonlyMap<string, FieldText> {
  const groups = formOf(context, book, path, placeOf);
  return groups ? textsOf(groups) : new Map();
}

/** The field that writes a path, or the one that writes all of a list it is in. */
function nearest(path: string, texts: ReadonlyMap<string, FieldText>): string | undefined {
  if (texts.has(path)) return path;
  const list = path.replace(/\.?\d+$/, "");
  return list !== path && texts.has(list) ? list : undefined;
}
