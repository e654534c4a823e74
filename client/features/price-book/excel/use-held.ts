import { useState } from "react";
import type { PriceBook } from "../../../../shared/pricing/price-book.ts";
import { usePriceBook } from "../../../local/hooks/use-price-book.ts";
import { useBook } from "../book-context.tsx";
import type { BaseName } from "./bases.ts";

/** A book that the file can be held against. */
export interface Candidate {
  readonly name: BaseName;
  readonly book: PriceBook;
}

export interface Held {
  readonly held: Candidate;
  /** More than one where it makes a difference. */
  readonly candidates: readonly Candidate[];
  readonly hold: (name: BaseName) => void;
}

/**
 * What a file is held against: the draft as it stands, or the current version; a file that says it comes from another
 * version that is on this tablet, is held against that one unless somebody says otherwise.
 *
 * @param fromId the book that the file says it comes from, once it has been read.
 */
export function useHeld(fromId: string): Held {
  const { now, before, draft, versions } = useBook();
  const from = usePriceBook(fromId);
  const [chosen, setChosen] = useState<BaseName | null>(null);
  const newest = usePriceBook(versions[0]?.id ?? "");
  const current = newest ?? before.book;
  const candidates: readonly Candidate[] = [
    ...(draft ? [{ name: "draft" as const, book: now.book }] : []),
    ...(from && from.id !== current.id ? [{ name: "from" as const, book: from }] : []),
    { name: "current", book: current },
  ];
  const held = candidates.find(({ name }) => name === chosen) ??
    candidates[0] ?? { name: "current", book: current };
  return { held, candidates, hold: setChosen };
}
