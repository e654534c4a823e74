import { useId } from "react";
import { where } from "../../words/where.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./text-by-hand.module.css";

/** A text where the clipboard is closed to us: marked as soon as it is touched, and as soon as it is there. */
export function TextByHand({ text }: { readonly text: string }) {
  const w = useSubject(where);
  const id = useId();
  return (
    <div className={css["by-hand"]}>
      <label htmlFor={id}>{w.rejectedByHand}</label>
      <textarea
        ref={focusNow}
        id={id}
        readOnly
        rows={8}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}

const focusNow = (area: HTMLTextAreaElement | null): void => area?.focus();
