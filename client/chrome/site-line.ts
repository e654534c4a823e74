import type { RecordOf } from "../../shared/estimate/record.ts";

/** "412 Alder St, Dayton" under a customer's name; undefined when no address is known. */
export function siteLine(
  estimate: Pick<RecordOf<"estimate">, "street" | "city">,
): string | undefined {
  const line = [estimate.street, estimate.city].filter((part) => part.trim() !== "").join(", ");
  return line === "" ? undefined : line;
}
