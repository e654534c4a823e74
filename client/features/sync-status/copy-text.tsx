import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { CopyIcon } from "../../ui/icons.tsx";
import { useToast } from "../../ui/toast.tsx";
import { where } from "../../words/where.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./rejected-list.module.css";

/** Puts a text on the clipboard; where the browser does not let it, shows it to be marked by hand. */
export function CopyText({ text }: { readonly text: string }) {
  const w = useSubject(where);
  const toast = useToast();
  const [shown, setShown] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast.show({ text: w.rejectedCopied });
    } catch {
      setShown(true);
    }
  };
  return (
    <>
      <Button icon={<CopyIcon size={24} />} onClick={() => void copy()}>
        {w.rejectedCopy}
      </Button>
      {shown ? (
        <textarea
          className={css["text"]}
          aria-label={w.rejectedText}
          readOnly
          rows={8}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : null}
    </>
  );
}
