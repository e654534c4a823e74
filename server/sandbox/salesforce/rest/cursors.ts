/** Query results that did not fit one page, kept until the client has fetched the rest. */
import { makeRecordId } from "../objects/record-id.ts";
import { SalesforceError } from "../salesforce-error.ts";
import type { RenderedRecord } from "../soql/run.ts";

/** Old cursors make room for new ones, oldest first; a client that pages has one or two open. */
const mostCursors = 50;

export type Page = {
  readonly records: readonly RenderedRecord[];
  readonly totalSize: number;
  /** `{locator}-{offset}` of the next page, or undefined on the last. */
  readonly next: string | undefined;
};

type Cursor = { readonly records: readonly RenderedRecord[]; readonly pageSize: number };

export class CursorStore {
  readonly #cursors = new Map<string, Cursor>();
  #count = 0;

  /** The first page; the result is kept only when there is a second one. */
  open(records: readonly RenderedRecord[], pageSize: number): Page {
    if (records.length <= pageSize) return { records, totalSize: records.length, next: undefined };
    this.#count += 1;
    const locator = makeRecordId("0r8", this.#count);
    const [oldest] = this.#cursors.keys();
    if (this.#cursors.size >= mostCursors && oldest !== undefined) this.#cursors.delete(oldest);
    this.#cursors.set(locator, { records, pageSize });
    return this.fetch(`${locator}-0`);
  }

  /** @throws SalesforceError INVALID_QUERY_LOCATOR for a locator that is unknown or was forgotten */
  fetch(position: string): Page {
    const [locator = "", start = "0"] = position.split("-");
    const cursor = this.#cursors.get(locator);
    const offset = Number(start);
    if (!cursor || !Number.isInteger(offset) || offset < 0 || offset > cursor.records.length) {
      throw new SalesforceError("INVALID_QUERY_LOCATOR", "invalid query locator");
    }
    const end = offset + cursor.pageSize;
    return {
      records: cursor.records.slice(offset, end),
      totalSize: cursor.records.length,
      next: end < cursor.records.length ? `${locator}-${end}` : undefined,
    };
  }

  clear(): void {
    this.#cursors.clear();
  }
}
