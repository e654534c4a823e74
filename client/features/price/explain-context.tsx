import { createContext, use, type ReactNode } from "react";
import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import type { Trace } from "../../../shared/pricing/trace.ts";

/** A figure somebody asked about. */
export interface Explanation {
  readonly title: string;
  readonly option: PricedOption;
  readonly traces: readonly Trace[];
}

export type Explain = (explanation: Explanation) => void;

const ExplainContext = createContext<Explain | null>(null);

export function ExplainProvider({
  explain,
  children,
}: {
  readonly explain: Explain;
  readonly children: ReactNode;
}) {
  return <ExplainContext value={explain}>{children}</ExplainContext>;
}

/** Opens how a figure came about. */
export function useExplain(): Explain {
  const explain = use(ExplainContext);
  if (!explain) throw new Error("useExplain needs an ExplainProvider above it");
  return explain;
}
