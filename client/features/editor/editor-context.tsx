import { createContext, use, type ReactNode } from "react";
import type { Estimate } from "../../../shared/estimate/estimate.ts";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import type { PriceBook } from "../../../shared/pricing/price-book.ts";
import type { PricedEstimate, PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import type { Engine } from "../../chrome/pricing.ts";
import type { ProblemNames } from "../../chrome/problem-words.ts";

/** What stays the same from key to key. */
export interface EditorGround {
  readonly priceBook: PriceBook;
  /** Accepted, or a painter's: looked at, not changed. */
  readonly locked: boolean;
  /** What two people do not agree about. */
  readonly conflicts: readonly RecordOf<"conflict">[];
}

/** What every part of the editor looks at. */
export interface Editor extends EditorGround {
  readonly estimate: Estimate;
  /** Null until the pricing engine is here. */
  readonly priced: PricedEstimate | null;
  /** The option whose prices stand beside areas; undefined when the price book has none. */
  readonly option: PricedOption | undefined;
  readonly names: ProblemNames;
  /** Says a problem; null as long as there is none to say. */
  readonly problemWords: Engine["problemWords"] | null;
}

const GroundContext = createContext<EditorGround | null>(null);
const EditorContext = createContext<Editor | null>(null);

export function EditorProvider({
  ground,
  editor,
  children,
}: {
  readonly ground: EditorGround;
  readonly editor: Editor;
  readonly children: ReactNode;
}) {
  return (
    <GroundContext value={ground}>
      <EditorContext value={editor}>{children}</EditorContext>
    </GroundContext>
  );
}

/** For what is drawn once per area or surface: with each key the estimate and its price change, and this does not. */
export function useGround(): EditorGround {
  const ground = use(GroundContext);
  if (!ground) throw new Error("useGround needs an EditorProvider above it");
  return ground;
}

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error("useEditor needs an EditorProvider above it");
  return editor;
}
