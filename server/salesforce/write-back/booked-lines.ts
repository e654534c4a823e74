import { DATA_PATH } from "../api-version.ts";
import { MAX_COLLECTION, type Subrequest } from "../composite.ts";
import type { AcceptedEstimate, AcceptedLine } from "./accepted-estimate.ts";
import { derivedId, EXTERNAL_ID } from "./external-id.ts";
import type { Booking } from "./org-setup.ts";
import type { Standing } from "./standing.ts";

/** An estimate's lines on their way into a quote, an opportunity's products, or its description. */

/** Dollars as Salesforce takes them, of whole cents. */
export const dollars = (cents: number): number => cents / 100;

/** The external id of a line: the same at every sending of the same estimate. */
const lineId = (estimateId: string, lineKey: string): string =>
  derivedId("quote-line", estimateId, lineKey);

/** The parts of a composite that bring the lines in and take out what is not of this acceptance. */
export function lineParts(
  accepted: AcceptedEstimate,
  booking: Booking,
  standing: Standing,
): readonly Subrequest[] {
  if (booking.kind === "description") return [];
  const { id } = accepted.estimate;
  const wanted = linesFor(accepted, booking);
  const stale = staleLines(id, wanted, booking, standing);
  return [
    ...inCollections(stale).map(deletePart),
    ...inCollections(wanted).map((part, index) => linesPart(part, index, id, booking, standing)),
  ];
}

/** Sales tax is a quote's own where the org lets us write it there, and a line everywhere else. */
const linesFor = (
  { lines, taxCents }: AcceptedEstimate,
  booking: Booking,
): readonly AcceptedLine[] =>
  taxCents === 0 || (booking.kind === "quote" && booking.takesTax)
    ? lines
    : [...lines, { key: "tax", cents: taxCents, description: "Sales tax" }];

/**
 * Lines that are not of this acceptance: removed surfaces, and what somebody added to our quote by hand. What somebody
 * added to an opportunity is theirs; the sum then differs, and a person settles it.
 */
function staleLines(
  estimateId: string,
  lines: readonly AcceptedLine[],
  booking: Booking,
  standing: Standing,
): readonly string[] {
  const wanted = new Set(lines.map((line) => lineId(estimateId, line.key)));
  return standing.lines
    .filter(({ paintboxId }) =>
      paintboxId === null ? booking.kind === "quote" : !wanted.has(paintboxId),
    )
    .map(({ id }) => id);
}

const deletePart = (ids: readonly string[], index: number): Subrequest => ({
  method: "DELETE",
  url: `${DATA_PATH}/composite/sobjects?ids=${ids.join(",")}&allOrNone=true`,
  referenceId: `stale${index}`,
});

function linesPart(
  lines: readonly AcceptedLine[],
  index: number,
  estimateId: string,
  { kind, entry }: Exclude<Booking, { kind: "description" }>,
  standing: Standing,
): Subrequest {
  const [type, parent] =
    kind === "quote" ? ["QuoteLineItem", "Quote"] : ["OpportunityLineItem", "Opportunity"];
  const standingIds = new Set(standing.lines.map(({ paintboxId }) => paintboxId));
  const records = lines.map((line) => {
    const id = lineId(estimateId, line.key);
    const creation = { [parent]: { [EXTERNAL_ID]: estimateId }, PricebookEntryId: entry.id };
    return {
      attributes: { type },
      [EXTERNAL_ID]: id,
      Quantity: 1,
      UnitPrice: dollars(line.cents),
      Description: line.description,
      ...(standingIds.has(id) ? {} : creation),
    };
  });
  return {
    method: "PATCH",
    url: `${DATA_PATH}/composite/sobjects/${type}/${EXTERNAL_ID}`,
    referenceId: `lines${index}`,
    body: { allOrNone: true, records },
  };
}

function inCollections<T>(all: readonly T[]): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let start = 0; start < all.length; start += MAX_COLLECTION)
    parts.push(all.slice(start, start + MAX_COLLECTION));
  return parts;
}

/** The most that Opportunity.Description holds. */
const LONGEST_DESCRIPTION = 32_000;
/** Where our part of a description begins; everything before it is the office's and stays. */
const OURS_BEGINS = "Accepted estimate, from Paintbox:";

/** The lines as text below what people wrote themselves; written again it is the same text. */
export function describedLines(accepted: AcceptedEstimate, standing: string): string {
  const [theirs = ""] = standing.split(OURS_BEGINS);
  const lines = linesFor(accepted, { kind: "description" }).map(
    ({ description, cents }) => `${description}: ${dollars(cents).toFixed(2)}`,
  );
  const ours = [OURS_BEGINS, ...lines].join("\n");
  const before = theirs.trim();
  return (before === "" ? ours : `${before}\n\n${ours}`).slice(0, LONGEST_DESCRIPTION);
}
