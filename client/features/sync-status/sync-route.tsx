import { lazyPart } from "../../chrome/lazy-part.ts";
import { useState } from "react";
import { MainHeader } from "../../chrome/main-header.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { signInHref } from "../../chrome/sign-in-href.ts";
import { useUnfiledShares } from "../../chrome/use-unfiled-shares.ts";
import { useWhen } from "../../chrome/use-when.ts";
import { useQueue } from "../../local/hooks/use-queue.ts";
import { useConflicts, useRejected } from "../../local/hooks/use-trouble.ts";
import { othersWaiting } from "../../local/people-here.ts";
import type { Queue } from "../../local/queries/queue.ts";
import type { SyncState } from "../../sync/sync-state.ts";
import { useSync, useSyncState } from "../../sync/use-sync-state.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Section } from "../../ui/section.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { where } from "../../words/where.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { checkedWords } from "./checked-words.ts";
import { QueueList } from "./queue-list.tsx";
import { RejectedList } from "./rejected-list.tsx";
import { RemovalQuestion } from "./removal-question.tsx";
import { SafetyLight } from "./safety-light.tsx";
import { ServerSays } from "./server-says.tsx";
import css from "./sync-route.module.css";
import { ThreeTruths } from "./three-truths.tsx";
import { ToSettle } from "./to-settle.tsx";

const photosHere = lazyPart<object>(async () => (await import("./photos-here.tsx")).PhotosHere);
const sharedHere = lazyPart<{ readonly count: number }>(
  async () => (await import("./shared-here.tsx")).SharedHere,
);
const crmToSettle = lazyPart<object>(async () => (await import("./crm-to-settle.tsx")).CrmToSettle);

/** Where the work is: may one leave, what needs a person, and what stands on the tablet, the server and in the backup. */
export function SyncRoute() {
  const { t } = useWords();
  const w = useSubject(where);
  const queue = useQueue();
  return (
    <Screen header={<MainHeader title={w.whereTitle} back={{ href: "/" }} />}>
      {queue === undefined ? <Skeleton label={t.loading} /> : <Standing queue={queue} />}
    </Screen>
  );
}

function Standing({ queue }: { readonly queue: Queue }) {
  const { t, number } = useWords();
  const w = useSubject(where);
  const when = useWhen();
  const { syncNow } = useSync();
  const sync = useSyncState();
  const [askedAt, setAskedAt] = useState<SyncState | null>(null);
  const check = () => {
    setAskedAt(sync);
    syncNow();
  };
  const unfiled = useUnfiledShares() ?? 0;
  const others = othersWaiting(useSession());
  const rejected = useRejected() ?? [];
  const conflicts = useConflicts() ?? [];
  const { here, onServer, waiting, sent, removalInQuestion } = queue;
  const oldest = waiting[0];
  const contact =
    sync.lastContactAt === null
      ? w.whereNever
      : w.whereLast(when(new Date(sync.lastContactAt).toISOString()));
  // The server answers; only what it says is not taken.
  const isAsked = sync.phase === "fault" && sync.fault === "removal";
  const notes = [
    ...(oldest === undefined ? [] : [w.whereSince(when(oldest.at))]),
    ...(isAsked ? [] : [contact]),
  ];
  return (
    <div className={css["page"]}>
      <SafetyLight
        standing={{
          sync,
          refused: rejected.length,
          toSettle: conflicts.length,
          here: here + (sync.photos ?? 0) + unfiled,
          stuck: sync.stuck,
          others,
        }}
        notes={notes}
        checked={checkedWords(askedAt, sync, w)}
        action={
          sync.phase === "signed-out" ? (
            <ButtonLink variant="primary" href={signInHref("/sync")}>
              {t.signInWithSalesforce}
            </ButtonLink>
          ) : (
            <Button onClick={check}>
              {here + (sync.photos ?? 0) > 0 ? w.whereRetry : w.whereCheck}
            </Button>
          )
        }
      />
      {removalInQuestion === null ? null : <RemovalQuestion removal={removalInQuestion} />}
      <ToSettle conflicts={conflicts} />
      <crmToSettle.Part />
      <RejectedList edits={rejected} />
      {sync.photos ? <photosHere.Part /> : null}
      {unfiled > 0 ? <sharedHere.Part count={unfiled} /> : null}
      <ThreeTruths queue={queue} photos={sync.photos ?? 0} refused={rejected.length} />
      {here === 0 ? null : (
        <Section title={w.whereQueue}>
          <QueueList
            label={w.whereQueue}
            edits={waiting}
            isSending={sync.phase === "sending"}
            more={here - waiting.length}
          />
        </Section>
      )}
      {onServer === 0 ? null : (
        <details className={css["sent"]}>
          <summary>{w.whereQueueServer(number(onServer))}</summary>
          <QueueList
            label={w.whereServer}
            edits={sent}
            isSending={false}
            more={onServer - sent.length}
          />
        </details>
      )}
      <ServerSays />
    </div>
  );
}
