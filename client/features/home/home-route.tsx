import { useRef } from "react";
import { Link } from "wouter";
import { lazyPart } from "../../chrome/lazy-part.ts";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { useTabletFilled } from "../../local/hooks/use-tablet-filled.ts";
import { useEstimates } from "../../local/hooks/use-estimates.ts";
import { useLocal } from "../../local/local-context.tsx";
import { useSyncState } from "../../sync/use-sync-state.ts";
import { ActionBar } from "../../ui/action-bar.tsx";
import { Banner } from "../../ui/banner.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PersonIcon, PlusIcon } from "../../ui/icons.tsx";
import { Notice, ranks } from "../../ui/notice-board.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { Estimates } from "./estimates.tsx";
import { Readiness } from "./readiness.tsx";
import { useLasts } from "./use-lasts.ts";
import { useScrollPlace } from "./use-scroll-place.ts";

const { Part: SampleInvitation } = lazyPart(
  async () => (await import("./sample-invitation.tsx")).SampleInvitation,
);

/** The estimates on this tablet, newest first: where every start of the app ends. */
export function HomeRoute() {
  const { t } = useWords();
  const local = useLocal();
  const rows = useEstimates();
  // Who has estimates need not wait for the word that there is something.
  const filled = useTabletFilled() ?? (rows?.length ? true : undefined);
  const isPainter = useSession().role === "painter";
  const { readOnly } = local;
  const isReceiving = useSyncState().phase === "receiving";
  const isEmpty = useLasts(rows?.length === 0 && filled === true && !isReceiving);
  const inside = useRef<HTMLDivElement>(null);
  useScrollPlace(inside);
  const start = readOnly ? null : (
    <Link href="/estimates/new" asChild>
      <ButtonLink variant="primary" big icon={<PlusIcon />}>
        {t.homeNew}
      </ButtonLink>
    </Link>
  );

  return (
    <Screen
      oneNotice
      header={<MainHeader />}
      bar={rows?.length && start ? <ActionBar>{start}</ActionBar> : null}
    >
      {/* With the list and not before it, which it would push down a moment later. */}
      {rows === undefined ? null : (
        <Readiness isOver={readOnly === true && !isPainter} filled={filled} />
      )}
      {isPainter ? (
        <Notice rank={ranks.painter}>
          <Banner icon={<PersonIcon />}>{t.homePainter}</Banner>
        </Notice>
      ) : null}
      {rows === undefined || filled === undefined ? (
        <Skeleton rows={5} label={t.loading} />
      ) : rows.length === 0 && !filled && !isReceiving ? (
        <EmptyState title={t.homeNothingYet}>{t.homeNothingYetLead}</EmptyState>
      ) : isEmpty ? (
        <EmptyState
          title={t.homeEmptyTitle}
          action={
            <>
              {start}
              <SampleInvitation />
            </>
          }
        >
          {isPainter ? t.homeEmptyPainter : readOnly ? null : t.homeEmptyLead}
        </EmptyState>
      ) : rows.length === 0 ? (
        <Skeleton rows={5} label={t.loading} />
      ) : (
        <Estimates rows={rows} />
      )}
      <div ref={inside}>
        {rows === undefined ? null : (
          <Link href="/estimates/older" asChild>
            <ButtonLink variant="quiet" href="/estimates/older">
              {t.homeOlder}
            </ButtonLink>
          </Link>
        )}
      </div>
    </Screen>
  );
}
