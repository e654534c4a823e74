import { useMemo } from "react";
import { Sheet } from "../../ui/sheet.tsx";
import { useWords } from "../../words/words-provider.tsx";
import type { Explanation } from "./explain-context.tsx";
import { traceNames } from "./trace-names.ts";
import { numbered } from "./trace-row.ts";
import { TraceTree } from "./trace-tree.tsx";
import css from "./trace-tree.module.css";

type ExplainSheetProps = {
  readonly explanation: Explanation | null;
  readonly onClose: () => void;
};

/** How a figure came about: its formula first, and each part of it a tap further down. */
export function ExplainSheet({ explanation, onClose }: ExplainSheetProps) {
  const { t, language } = useWords();
  const names = useMemo(
    () => (explanation ? traceNames(explanation.option, language) : new Map()),
    [explanation, language],
  );
  return (
    <Sheet
      open={explanation !== null}
      onClose={onClose}
      title={explanation?.title ?? ""}
      closeLabel={t.close}
    >
      <div className={css["roots"]}>
        {numbered(explanation?.traces ?? []).map(({ id, trace }) => (
          <TraceTree key={id} trace={trace} names={names} />
        ))}
      </div>
    </Sheet>
  );
}
