import { useState } from "react";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { NextIcon } from "../../ui/icons.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { rescue } from "../../words/rescue.ts";
import { useSubject } from "../../words/words-provider.tsx";
import type { BringBackSheetProps } from "./bring-back-sheet.tsx";

const sheet = lazyPart<BringBackSheetProps>(
  async () => (await import("./bring-back-sheet.tsx")).BringBackSheet,
);

/** The way back in for a rescue file. */
export function BringBack() {
  const w = useSubject(rescue);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ListRow
        title={w.bring}
        detail={w.bringLead}
        meta={<NextIcon size={20} />}
        onClick={() => setOpen(true)}
      />
      {isOpen ? <sheet.Part onClose={() => setOpen(false)} /> : null}
    </>
  );
}
