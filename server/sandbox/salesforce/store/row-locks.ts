/** Which request holds which record while its transaction goes on. */
import { SalesforceError } from "../salesforce-error.ts";

export class RowLocks {
  readonly #holders = new Map<string, symbol>();

  /** @throws SalesforceError UNABLE_TO_LOCK_ROW when another request holds the record */
  take(id: string, holder: symbol): void {
    const other = this.#holders.get(id);
    if (other !== undefined && other !== holder)
      throw new SalesforceError(
        "UNABLE_TO_LOCK_ROW",
        `unable to obtain exclusive access to this record or 1 records: ${id}`,
        400,
        [],
      );
    this.#holders.set(id, holder);
  }

  release(holder: symbol): void {
    for (const [id, held] of this.#holders) if (held === holder) this.#holders.delete(id);
  }
}
