import { Link, useLocation } from "wouter";
import { useEffect, useState } from "react";
import type { ArchivedEstimate } from "../../../shared/sync/archive.ts";
import { siteLine } from "../../chrome/site-line.ts";
import { wantEstimate } from "../../local/actions/want-estimate.ts";
import { useLocal } from "../../local/local-context.tsx";
import { useSync, useSyncState } from "../../sync/use-sync-state.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { DownIcon } from "../../ui/icons.tsx";
import { Facts } from "../../ui/facts.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Money } from "../../ui/money.tsx";
import { older } from "../../words/older.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./archived-row.module.css";

type ArchivedRowProps = {
  readonly estimate: ArchivedEstimate;
  /** It is on this tablet, whole. */
  readonly isHere: boolean;
  /** It has been asked for and has not come yet. */
  readonly isWanted: boolean;
};

/** An estimate on the server; a tap brings it here and opens it. */
export function ArchivedRow({ estimate, isHere, isWanted }: ArchivedRowProps) {
  const { t, date } = useWords();
  const w = useSubject(older);
  const local = useLocal();
  const { syncNow } = useSync();
  const [, navigate] = useLocation();
  const [asked, setAsked] = useState(false);
  const address = `/estimates/${estimate.id}`;
  const name = estimate.customerName || estimate.title || t.homeUntitled;

  useEffect(() => {
    if (asked && isHere && !isWanted) navigate(address);
  }, [asked, isHere, isWanted, navigate, address]);

  const bring = async () => {
    setAsked(true);
    await wantEstimate(local, estimate.id);
    syncNow();
  };
  const touched = w.olderTouched(date(Date.parse(estimate.touchedAt)));
  return (
    <ListRow
      title={name}
      detail={<Facts facts={[siteLine(estimate) ?? "", touched, estimate.estimatorName]} />}
      meta={
        <span className={css["end"]}>
          {estimate.acceptedTotal === null ? null : <Money cents={estimate.acceptedTotal} />}
          {isHere && !isWanted ? (
            <Link href={address} asChild>
              <ButtonLink href={address} aria-label={`${w.olderOpen}: ${name}`}>
                {w.olderOpen}
              </ButtonLink>
            </Link>
          ) : isWanted ? (
            <OnItsWay />
          ) : (
            <Button
              icon={<DownIcon size={24} />}
              aria-label={`${w.olderBring}: ${name}`}
              onClick={() => void bring()}
            >
              {w.olderBring}
            </Button>
          )}
        </span>
      }
    />
  );
}

function OnItsWay() {
  const w = useSubject(older);
  const { phase } = useSyncState();
  const isCut = phase === "offline" || phase === "server-away" || phase === "signed-out";
  return <output className={css["way"]}>{isCut ? w.olderWaits : w.olderBringing}</output>;
}
