import { useSession } from "../../chrome/session-context.tsx";
import { useSyncState } from "../../sync/use-sync-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { photos as words } from "../../words/photos.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { Refused } from "./refused.tsx";
import { ToDetails } from "./to-details.tsx";
import type { JobPhotosView } from "./use-job-photos.ts";

type InTheirPlaceProps = { readonly view: JobPhotosView; readonly estimateId: string };

/** Why there are no photos, and what can be done about it. */
export function InTheirPlace({ view, estimateId }: InTheirPlaceProps) {
  const { t } = useWords();
  const w = useSubject(words);
  const { phase } = useSyncState();
  const isAuthor = useSession().role !== "painter";
  const { link, problem, isAsking, askAgain, findProject } = view;
  const again = (
    <Button disabled={isAsking} onClick={askAgain}>
      {t.tryAgain}
    </Button>
  );
  const lookAgain = (
    <Button disabled={isAsking} onClick={askAgain}>
      {w.lookAgain}
    </Button>
  );
  if (problem === "not_connected")
    return <EmptyState title={w.notConnected}>{w.notConnectedLead}</EmptyState>;
  if (problem === "unknown_estimate")
    return (
      <EmptyState title={w.notSent} action={lookAgain}>
        {w.notSentLead}
      </EmptyState>
    );
  if (problem === "no_address")
    return (
      <EmptyState
        title={w.noAddress}
        action={<ToDetails estimateId={estimateId} words={w.toDetails} />}
      >
        {w.noAddressLead}
      </EmptyState>
    );
  if (phase === "offline") return <Banner action={again}>{w.needsSignal}</Banner>;
  if (problem === "away")
    return <ErrorNotice happened={w.away} safe={w.awaySafe} todo={w.awayTodo} action={again} />;
  if (link?.state === "none")
    return (
      <EmptyState
        title={w.noProject}
        action={
          isAuthor ? (
            <Button variant="primary" disabled={isAsking} onClick={findProject}>
              {w.find}
            </Button>
          ) : null
        }
      >
        {isAuthor ? w.noProjectLead : w.noProjectPainter}
      </EmptyState>
    );
  if (link?.state === "refused")
    return (
      <Refused message={link.message} estimateId={estimateId}>
        {isAuthor ? (
          <Button disabled={isAsking} onClick={findProject}>
            {t.tryAgain}
          </Button>
        ) : null}
      </Refused>
    );
  if (link?.state === "waiting") return <EmptyState title={w.looking}>{w.lookingLead}</EmptyState>;
  if (view.photos !== null)
    return (
      <EmptyState title={w.none} action={lookAgain}>
        {w.noneLead}
      </EmptyState>
    );
  return <Skeleton label={t.loading} />;
}
