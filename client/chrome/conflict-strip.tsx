import { Link } from "wouter";
import { AlertIcon, NextIcon } from "../ui/icons.tsx";
import { useWords } from "../words/words-provider.tsx";
import css from "./conflict-strip.module.css";

type ConflictStripProps = { readonly estimateId: string; readonly count: number };

/** Under the header of an estimate that two people do not agree about: the way to settle it, the whole width of it. */
export function ConflictStrip({ estimateId, count }: ConflictStripProps) {
  const { t } = useWords();
  return (
    <Link href={`/estimates/${estimateId}/conflicts`} className={css["strip"]}>
      <AlertIcon size={24} />
      <span className={css["words"]}>{t.syncToSettle(count)}</span>
      <span className={css["go"]}>
        {t.syncSettle}
        <NextIcon size={20} />
      </span>
    </Link>
  );
}
