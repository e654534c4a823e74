import { Refusal } from "../refusal.ts";

const DEFAULT_PER_PAGE = 50;
const MOST_PER_PAGE = 100;

export const clamped = (text: string | undefined): number => {
  const wanted = Number(text ?? DEFAULT_PER_PAGE);
  return Number.isInteger(wanted) && wanted > 0
    ? Math.min(wanted, MOST_PER_PAGE)
    : DEFAULT_PER_PAGE;
};

/** A page by its number: rows that are added meanwhile push others over its edge. */
export function pageByNumber<T>(
  all: readonly T[],
  query: (name: string) => string | undefined,
): readonly T[] {
  const perPage = clamped(query("per_page"));
  const page = Math.max(1, Math.floor(Number(query("page") ?? 1)) || 1);
  return all.slice((page - 1) * perPage, page * perPage);
}

export type CursorPage<T> = {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly previous: string | null;
};

/** A page after or before an item; cursors name items and hold still while others come. */
export function pageByCursor<T extends { readonly id: string }>(
  all: readonly T[],
  {
    after,
    before,
    limit,
  }: { after?: string | undefined; before?: string | undefined; limit: number },
): CursorPage<T> {
  const indexOf = (cursor: string): number => {
    const id = Buffer.from(cursor, "base64url").toString();
    const index = all.findIndex((item) => item.id === id);
    if (index < 0) throw new Refusal(400, "bad_request", "Invalid cursor");
    return index;
  };
  const cursorOf = (item: T | undefined): string | null =>
    item ? Buffer.from(item.id).toString("base64url") : null;
  const end = before === undefined ? undefined : indexOf(before);
  const start =
    end === undefined ? (after === undefined ? 0 : indexOf(after) + 1) : Math.max(0, end - limit);
  const items = all.slice(start, end ?? start + limit);
  return {
    items,
    next: start + items.length < all.length ? cursorOf(items.at(-1)) : null,
    previous: start > 0 ? cursorOf(items[0]) : null,
  };
}
