import type { MouseEvent, ReactNode } from "react";
import { useLocation } from "wouter";
import { AppHeader } from "../ui/app-header.tsx";
import { useWords } from "../words/words-provider.tsx";
import { EstimateChip } from "./estimate-chip.tsx";
import { SunButton } from "./sun-button.tsx";

export type EstimateHeaderProps = {
  readonly estimateId: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly backTo: string;
  /** Before the sun: undo and redo. */
  readonly actions?: ReactNode;
};

/** The header of every screen inside an estimate: whose it is, and where it is. */
export function EstimateHeader({
  estimateId,
  title,
  detail,
  backTo,
  actions,
}: EstimateHeaderProps) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const goBack = (event: MouseEvent) => {
    event.preventDefault();
    navigate(backTo);
  };
  return (
    <AppHeader
      title={title}
      detail={detail}
      back={{ label: t.back, href: backTo, onBack: goBack }}
      status={<EstimateChip estimateId={estimateId} />}
      actions={
        <>
          {actions}
          <SunButton />
        </>
      }
    />
  );
}
