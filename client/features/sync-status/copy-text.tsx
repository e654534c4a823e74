import { Button } from "../../ui/button.tsx";
import { CopyIcon } from "../../ui/icons.tsx";
import { useToast } from "../../ui/toast.tsx";
import { where } from "../../words/where.ts";
import { useSubject } from "../../words/words-provider.tsx";

type CopyTextProps = {
  readonly text: string;
  /** The browser does not let it onto the clipboard. */
  readonly onRefused: () => void;
};

/** Puts a text on the clipboard, and says so. */
export function CopyText({ text, onRefused }: CopyTextProps) {
  const w = useSubject(where);
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast.show({ text: w.rejectedCopied });
    } catch {
      onRefused();
    }
  };
  return (
    <Button icon={<CopyIcon size={24} />} onClick={() => void copy()}>
      {w.rejectedCopy}
    </Button>
  );
}
