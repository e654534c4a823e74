import { useState } from "react";
import type { Trace } from "../../../shared/pricing/trace.ts";
import { NextIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { numbered, type TraceNames, type TraceRow, traceRow } from "./trace-row.ts";
import css from "./trace-tree.module.css";

type TraceTreeProps = {
  readonly trace: Trace;
  readonly names: TraceNames;
  /** The line that all of this belongs to. */
  readonly under?: string | undefined;
};

/** A figure, how it was computed, and the figures it was computed from. */
export function TraceTree({ trace, names }: TraceTreeProps) {
  const words = useWords();
  const row = traceRow(trace, names, words);
  return (
    <div className={css["root"]}>
      <p className={css["result"]}>
        <span>{row.label}</span>
        <strong>{row.value}</strong>
      </p>
      <Explained row={row} />
      <Parts trace={trace} names={names} />
    </div>
  );
}

function Parts({ trace, names, under }: TraceTreeProps) {
  const line = names.get(trace) ?? under;
  if (trace.inputs.length === 0) return null;
  return (
    <ul className={css["parts"]}>
      {numbered(trace.inputs).map((input) => (
        <li key={input.id}>
          <Part trace={input.trace} names={names} under={line} />
        </li>
      ))}
    </ul>
  );
}

/** A part opens in place; what is below is made only when somebody asks. What was read or typed is told at once. */
function Part({ trace, names, under }: TraceTreeProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const row = traceRow(trace, names, words, under);
  if (trace.inputs.length === 0) return <Leaf row={row} />;
  return (
    <details className={css["part"]} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <NextIcon size={20} />
        <span>{row.label}</span>
        <strong>{row.value}</strong>
      </summary>
      {open ? (
        <div className={css["below"]}>
          <Explained row={row} />
          <Parts trace={trace} names={names} under={under} />
        </div>
      ) : null}
    </details>
  );
}

function Leaf({ row }: { readonly row: TraceRow }) {
  return (
    <div className={css["leaf"]}>
      <p>
        <span>{row.label}</span>
        <strong>{row.value}</strong>
      </p>
      <Explained row={row} />
    </div>
  );
}

function Explained({ row }: { readonly row: TraceRow }) {
  return (
    <>
      {row.formula === null ? null : <p className={css["formula"]}>{row.formula}</p>}
      {row.origin.map((line) => (
        <p key={line} className={css["origin"]}>
          {line}
        </p>
      ))}
    </>
  );
}
