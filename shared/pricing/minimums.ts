import { compare, ZERO } from "../exact/exact.ts";
import { centsOf } from "./cents.ts";
import { type CompiledBook, type EntryName, fromBook, settingLabels } from "./compiled-book.ts";
import type { PricedAdjustment, PricedLine, PricedSurface } from "./priced-estimate.ts";
import { CENTS, less, total } from "./traced.ts";
import type { SourcedCents } from "./book/numbers.ts";
import type { Trace } from "./trace.ts";

/** What `charged` lacks of a minimum; null when nothing is lacking. */
function missing(
  book: CompiledBook,
  number: SourcedCents,
  name: EntryName,
  charged: readonly Trace[],
): Trace | null {
  const minimum = fromBook(book, "minimum-charge", CENTS, number, name);
  const charges = total("charges-before-minimum", CENTS, charged);
  const lacking = less("minimum-adjustment", CENTS, minimum, charges);
  return compare(lacking.value, ZERO) > 0 ? lacking : null;
}

/** For each scope with a minimum that its surfaces do not reach. */
export const scopeMinimums = (
  book: CompiledBook,
  surfaces: readonly PricedSurface[],
): readonly PricedAdjustment[] =>
  book.book.scopes.flatMap(({ key, label, minimum }) => {
    if (minimum === undefined) return [];
    const here = surfaces.filter(({ scope }) => scope === key);
    if (here.reduce((cents, line) => cents + line.cents, 0) <= 0) return [];
    const name: EntryName = { kind: "scope", key, label };
    const trace = missing(
      book,
      minimum,
      name,
      here.map((line) => line.trace),
    );
    if (trace === null) return [];
    const cents = centsOf(trace.value);
    return [{ kind: "minimum-scope", id: `minimum-scope-${key}`, label, cents, trace }] as const;
  });

/** What is missing to the minimum charge. Credits are left out, so that a minimum cannot swallow them. */
export function jobMinimum(
  book: CompiledBook,
  lines: readonly PricedLine[],
): readonly PricedAdjustment[] {
  const charged = lines.filter((line) => line.cents > 0).map((line) => line.trace);
  if (charged.length === 0) return [];
  const name = { kind: "minimum", key: "minimum", label: settingLabels.minimum } as const;
  const trace = missing(book, book.book.minimumCharge, name, charged);
  if (trace === null) return [];
  const cents = centsOf(trace.value);
  return [{ kind: "minimum", id: "minimum", label: null, cents, trace }];
}
