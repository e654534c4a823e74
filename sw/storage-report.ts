import { type Area, CAP_BYTES, chargeOf } from "../shared/cache-budget.ts";
import type { Share, StorageReport } from "../shared/sw-messages.ts";
import type { Entry } from "./ledger.ts";
import type { BudgetedCache } from "./reconcile.ts";

export interface ReportParts {
  readonly shell: BudgetedCache;
  /** Where this build's files lie in it. */
  readonly addresses: readonly string[];
  readonly entries: () => Promise<readonly Entry[]>;
}

/** What the caches hold of what. The shell is read through; of the rest the books are told, which are never too low. */
export async function storageReport(parts: ReportParts): Promise<StorageReport> {
  const { shell, addresses, entries } = parts;
  const mine = new Set(addresses);
  const app: Share[] = [];
  const update: Share[] = [];
  for (const request of await shell.keys()) {
    const response = await shell.match(request, { ignoreVary: true });
    if (!response) continue;
    const bytes = chargeOf((await response.arrayBuffer()).byteLength);
    (mine.has(request.url) ? app : update).push({ files: 1, bytes });
  }
  // No books, no entries: nothing is kept where there are none.
  const booked = await entries().catch(() => []);
  const of = (area: Area): Share =>
    together(
      booked.filter((entry) => entry.area === area).map(({ bytes }) => ({ files: 1, bytes })),
    );
  return {
    type: "STORAGE",
    capBytes: CAP_BYTES,
    app: together(app),
    update: together(update),
    photos: of("images"),
    older: of("static"),
  };
}

const together = (shares: readonly Share[]): Share => ({
  files: shares.length,
  bytes: shares.reduce((sum, { bytes }) => sum + bytes, 0),
});
