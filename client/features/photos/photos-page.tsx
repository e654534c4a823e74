import { Link } from "wouter";
import { useSession } from "../../chrome/session-context.tsx";
import { useSyncState } from "../../sync/use-sync-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { photos as words } from "../../words/photos.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { PhotoGrid } from "./photo-grid.tsx";
import css from "./photos.module.css";
import type { JobPhotosView } from "./use-job-photos.ts";

type PhotosPageProps = {
  readonly view: JobPhotosView;
  readonly estimateId: string;
  readonly onOpen: (index: number) => void;
};

/** The photos, or what there is to say in their place. */
export function PhotosPage(props: PhotosPageProps) {
  const { photos } = props.view;
  return (
    <div className={css["page"]}>
      {photos === null || photos.length === 0 ? <InTheirPlace {...props} /> : <Shown {...props} />}
    </div>
  );
}

function Shown({ view, onOpen }: PhotosPageProps) {
  const w = useSubject(words);
  const { phase } = useSyncState();
  const isOld = view.isStale || view.problem !== null || phase === "offline";
  return (
    <>
      {isOld ? <Banner>{phase === "offline" ? w.shownOffline : w.shownStale}</Banner> : null}
      <PhotoGrid photos={view.photos ?? []} onOpen={onOpen} />
      {view.hasMore ? (
        <Button disabled={view.isAsking} onClick={view.askMore}>
          {w.more}
        </Button>
      ) : null}
    </>
  );
}

function InTheirPlace({ view, estimateId }: PhotosPageProps) {
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
  if (problem === "not_connected") return <EmptyState title={w.notConnected} />;
  if (problem === "unknown_estimate")
    return (
      <EmptyState title={w.notSent} action={again}>
        {w.notSentLead}
      </EmptyState>
    );
  if (problem === "no_address") {
    const address = `/estimates/${estimateId}/details`;
    return (
      <EmptyState
        title={w.noAddress}
        action={
          <Link href={address} asChild>
            <ButtonLink href={address}>{w.toDetails}</ButtonLink>
          </Link>
        }
      >
        {w.noAddressLead}
      </EmptyState>
    );
  }
  if (phase === "offline") return <Banner action={again}>{w.needsSignal}</Banner>;
  if (problem === "away")
    return <ErrorNotice happened={w.away} safe={w.awaySafe} todo={w.awayTodo} action={again} />;
  if (link?.state === "none" || link?.state === "refused")
    return (
      <EmptyState
        title={link.state === "none" ? w.noProject : w.refused}
        action={
          isAuthor ? (
            <Button variant="primary" disabled={isAsking} onClick={findProject}>
              {w.find}
            </Button>
          ) : null
        }
      >
        {link.state === "none" ? (
          isAuthor ? (
            w.noProjectLead
          ) : (
            w.noProjectPainter
          )
        ) : (
          <span lang="en">{link.message}</span>
        )}
      </EmptyState>
    );
  if (link?.state === "waiting") return <EmptyState title={w.looking}>{w.lookingLead}</EmptyState>;
  if (view.photos !== null)
    return (
      <EmptyState title={w.none} action={again}>
        {w.noneLead}
      </EmptyState>
    );
  return <Skeleton label={t.loading} />;
}
