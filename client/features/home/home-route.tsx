import { useState } from "react";
import { Link } from "wouter";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { useTabletFilled } from "../../local/hooks/use-tablet-filled.ts";
import { FIRST_PAGE, useEstimates } from "../../local/hooks/use-estimates.ts";
import { useLocal } from "../../local/local-context.tsx";
import { ActionBar } from "../../ui/action-bar.tsx";
import { Banner } from "../../ui/banner.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PersonIcon, PlusIcon } from "../../ui/icons.tsx";
import { List } from "../../ui/list.tsx";
import { Notice, ranks } from "../../ui/notice-board.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { EstimateRow } from "./estimate-row.tsx";
import { Readiness } from "./readiness.tsx";

/** The estimates on this tablet, newest first: where every start of the app ends. */
export function HomeRoute() {
  const { t } = useWords();
  const [limit, setLimit] = useState(FIRST_PAGE);
  const rows = useEstimates(limit);
  const filled = useTabletFilled();
  const isPainter = useSession().role === "painter";
  const { readOnly } = useLocal();
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
      <Readiness isOver={readOnly === true && !isPainter} />
      {isPainter ? (
        <Notice rank={ranks.painter}>
          <Banner icon={<PersonIcon />}>{t.homePainter}</Banner>
        </Notice>
      ) : null}
      {rows === undefined || filled === undefined ? (
        <Skeleton rows={5} label={t.loading} />
      ) : rows.length === 0 && !filled ? (
        <EmptyState title={t.homeNothingYet}>{t.homeNothingYetLead}</EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState title={t.homeEmptyTitle} action={start}>
          {isPainter ? t.homeEmptyPainter : readOnly ? null : t.homeEmptyLead}
        </EmptyState>
      ) : (
        <>
          <h2>{t.homeTitle}</h2>
          <List label={t.homeTitle}>
            {rows.map((row) => (
              <li key={row.estimate.id}>
                <EstimateRow row={row} />
              </li>
            ))}
          </List>
          {rows.length === limit ? (
            <Button variant="quiet" onClick={() => setLimit(limit + FIRST_PAGE)}>
              {t.homeMore}
            </Button>
          ) : null}
        </>
      )}
      {rows === undefined ? null : (
        <div>
          <Link href="/estimates/older" asChild>
            <ButtonLink variant="quiet" href="/estimates/older">
              {t.homeOlder}
            </ButtonLink>
          </Link>
        </div>
      )}
    </Screen>
  );
}
