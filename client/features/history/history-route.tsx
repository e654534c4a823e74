import { useParams } from "wouter";
import { useEditWords } from "../../chrome/edit-words/use-edit-words.ts";
import { useNamedSubject } from "../../chrome/edit-words/use-named-subject.ts";
import { EstimateHeader } from "../../chrome/estimate-header.tsx";
import { useSession } from "../../chrome/session-context.tsx";
import { UndoButtons } from "../../chrome/undo-buttons.tsx";
import { useOwnEdits, useParts, useRemoved } from "../../local/hooks/use-estimate-history.ts";
import { useToday } from "../../local/hooks/use-today.ts";
import type { TombstoneRow } from "../../local/rows.ts";
import { useSyncState } from "../../sync/use-sync-state.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Section } from "../../ui/section.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { history } from "../../words/history.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { editsByDay } from "./edits-by-day.ts";
import { HistoryEntry } from "./history-entry.tsx";
import type { HistorySpeech } from "./history-lines.ts";
import css from "./history-route.module.css";
import { RemovedParts } from "./removed-parts.tsx";
import { toldEdits } from "../../chrome/edit-history/told-edits.ts";
import { useHistoryPages } from "./use-history-pages.ts";

/** `/estimates/:estimateId/history`: who changed what and when, newest first, and what was removed. */
export function HistoryRoute() {
  const { estimateId = "" } = useParams();
  const t = useEditWords();
  const w = useSubject(history);
  const subject = useNamedSubject({ entity: "estimate", id: estimateId }, estimateId);
  const parts = useParts(estimateId);
  const removed = useRemoved(estimateId);
  const { valueWords } = subject;
  const speech: HistorySpeech = { t, w, valueWords, fieldsOf: (id) => parts?.get(id)?.fields };
  return (
    <Screen
      header={
        <EstimateHeader
          estimateId={estimateId}
          title={w.historyTitle}
          detail={subject.customerName}
          backTo={`/estimates/${estimateId}/details`}
          actions={<UndoButtons estimateId={estimateId} />}
        />
      }
    >
      {parts === undefined || removed === undefined ? (
        <Skeleton label={t.loading} />
      ) : (
        <div className={css["page"]}>
          <Changes key={estimateId} estimateId={estimateId} removed={removed} speech={speech} />
        </div>
      )}
    </Screen>
  );
}

type ChangesProps = {
  readonly estimateId: string;
  readonly removed: readonly TombstoneRow[];
  readonly speech: HistorySpeech;
};

function Changes({ estimateId, removed, speech }: ChangesProps) {
  const { t } = useWords();
  const w = useSubject(history);
  const { phase, lastContactAt } = useSyncState();
  const { entries, isAsking, hasFailed, askMore } = useHistoryPages(estimateId, lastContactAt);
  const own = useOwnEdits(estimateId);
  const { userName } = useSession();
  if (own === undefined) return <Skeleton label={t.loading} />;
  const edits = toldEdits(own, userName, entries, askMore === null);
  const days = editsByDay(edits);
  return (
    <>
      <RemovedParts
        estimateId={estimateId}
        removed={removed}
        speech={speech}
        edits={edits}
        hasFailed={hasFailed}
      />
      <output className={css["note"]}>
        {isAsking && entries === null
          ? w.historyAsking
          : hasFailed
            ? phase === "offline"
              ? w.historyOffline
              : w.historyFailed
            : null}
      </output>
      {days.length === 0 && !isAsking ? (
        <EmptyState title={w.historyNone}>{w.historyNoneLead}</EmptyState>
      ) : (
        days.map((day) => <Day key={day.day} {...day} speech={speech} />)
      )}
      {askMore === null ? null : (
        <div>
          <Button onClick={askMore} disabled={isAsking}>
            {w.historyOlder}
          </Button>
        </div>
      )}
    </>
  );
}

type DayProps = ReturnType<typeof editsByDay>[number] & { readonly speech: HistorySpeech };

function Day({ day, edits, speech }: DayProps) {
  const { date } = useWords();
  const w = useSubject(history);
  const today = Date.parse(`${useToday()}T00:00`);
  const yesterday = new Date(today).setDate(new Date(today).getDate() - 1);
  const name = day === today ? w.historyToday : day === yesterday ? w.historyYesterday : date(day);
  return (
    <Section title={name}>
      <ol>
        {edits.map((edit) => (
          <HistoryEntry key={edit.id} edit={edit} speech={speech} />
        ))}
      </ol>
    </Section>
  );
}
