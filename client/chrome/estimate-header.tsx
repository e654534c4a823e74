import type { MouseEvent, ReactNode } from "react";
import { useLocation } from "wouter";
import { AppHeader } from "../ui/app-header.tsx";
import { useWords } from "../words/words-provider.tsx";
import { useConflicts } from "../local/hooks/use-trouble.ts";
import { EstimateChip } from "./estimate-chip.tsx";
import { lazyPart } from "./lazy-part.ts";
import { SunButton } from "./sun-button.tsx";
import css from "./estimate-header.module.css";

const { Part: PresenceSign } = lazyPart(
  async () => (await import("./presence-sign.tsx")).PresenceSign,
);

const { Part: ConflictStrip } = lazyPart(
  async () => (await import("./conflict-strip.tsx")).ConflictStrip,
);

export type EstimateHeaderProps = {
  readonly estimateId: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly backTo: string;
  /** Where more than the estimate itself is on its way: in the place of its chip. */
  readonly status?: ReactNode;
  /** Before the sun: undo and redo. */
  readonly actions?: ReactNode;
  /** False where what is to be settled is the page itself. */
  readonly withConflicts?: boolean | undefined;
};

/** The header of every screen inside an estimate: whose it is, and where it is. */
export function EstimateHeader({
  estimateId,
  title,
  detail,
  backTo,
  status,
  actions,
  withConflicts = true,
}: EstimateHeaderProps) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const toSettle = useConflicts(estimateId)?.length ?? 0;
  const goBack = (event: MouseEvent) => {
    event.preventDefault();
    navigate(backTo);
  };
  return (
    <div>
      <AppHeader
        title={title}
        detail={
          <span className={css["line"]}>
            {/* Its line is kept for whoever comes. */}
            <span>{detail ?? "\u00a0"}</span>
            <PresenceSign estimateId={estimateId} />
          </span>
        }
        back={{ label: t.back, href: backTo, onBack: goBack }}
        status={status ?? <EstimateChip estimateId={estimateId} />}
        actions={
          <>
            {actions}
            <SunButton />
          </>
        }
      />
      {withConflicts && toSettle > 0 ? (
        <ConflictStrip estimateId={estimateId} count={toSettle} />
      ) : null}
    </div>
  );
}
