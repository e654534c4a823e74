import { useEffect, useRef } from "react";
import type { StorageReport } from "../../../shared/sw-messages.ts";
import type { WorkerSilence } from "../../chrome/worker-storage.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Section } from "../../ui/section.tsx";
import { storage } from "../../words/storage.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { sizeWords } from "./size-words.ts";
import css from "./storage.module.css";
import { cacheBytes, type StorageView } from "./use-storage.ts";

type CachesPartProps = {
  readonly view: StorageView;
  readonly worker: StorageReport | WorkerSilence;
};

/** The app and its photos, which have a limit; or why nothing can be said of them. */
export function CachesPart({ view, worker }: CachesPartProps) {
  const { t } = useWords();
  const w = useSubject(storage);
  if (worker === "none")
    return (
      <Banner tone="next">
        <strong>{w.noWorker}</strong>
        <br />
        {w.noWorkerLead}
      </Banner>
    );
  if (worker === "silent")
    return (
      <ErrorNotice
        happened={w.silent}
        safe={w.silentSafe}
        todo={w.silentTodo}
        action={<Button onClick={view.lookAgain}>{t.tryAgain}</Button>}
      />
    );
  return <Told report={worker} view={view} />;
}

type Kind = "app" | "update" | "older" | "photos";

function Told({ report, view }: { readonly report: StorageReport; readonly view: StorageView }) {
  const { number } = useWords();
  const w = useSubject(storage);
  const { capBytes, app, update, older, photos } = report;
  const size = (bytes: number): string => sizeWords(bytes, number, w);
  const all = [
    { kind: "app", share: app, title: w.app, detail: w.appLead },
    { kind: "update", share: update, title: w.update, detail: w.updateLead },
    { kind: "older", share: older, title: w.older, detail: w.olderLead },
    {
      kind: "photos",
      share: photos,
      title: w.photos,
      detail: photos.files > 0 ? w.photoCount(photos.files) : w.photosNone,
    },
  ] as const;
  const rows = all.filter(
    ({ kind, share }) => kind === "app" || kind === "photos" || share.files > 0,
  );
  const megabytes = (bytes: number): string => number(bytes / 1_000_000);
  return (
    <Section title={w.used(megabytes(cacheBytes(report)), megabytes(capBytes))}>
      <p>{w.usedLead}</p>
      <div className={css["bar"]} aria-hidden="true">
        {rows.map(({ kind, share }) => (
          <span
            key={kind}
            className={css["share"]}
            data-kind={kind}
            style={{ width: `${(100 * share.bytes) / capBytes}%` }}
          />
        ))}
      </div>
      <List label={w.title}>
        {rows.map(({ kind, share, title, detail }) => (
          <li key={kind}>
            <ListRow
              lead={<Sample kind={kind} />}
              title={title}
              detail={detail}
              meta={size(share.bytes)}
            />
          </li>
        ))}
      </List>
      <Free view={view} hasPhotos={photos.files > 0} size={size} />
    </Section>
  );
}

/** How a share is drawn in the bar. */
const Sample = ({ kind }: { readonly kind: Kind }) => (
  <span className={css["sample"]} data-kind={kind} aria-hidden="true" />
);

type FreeProps = {
  readonly view: StorageView;
  readonly hasPhotos: boolean;
  readonly size: (bytes: number) => string;
};

/** The button goes with its success: the focus goes where that is told. */
function Free({ view, hasPhotos, size }: FreeProps) {
  const w = useSubject(storage);
  const { freed, free } = view;
  const told = useRef<HTMLParagraphElement>(null);
  const isDone = freed.step === "done";
  useEffect(() => {
    if (isDone) told.current?.focus();
  }, [isDone]);
  return (
    <div className={css["free"]}>
      {hasPhotos ? (
        <>
          <p>{w.freeLead}</p>
          <Button disabled={freed.step === "asking"} onClick={free}>
            {w.free}
          </Button>
        </>
      ) : null}
      <p ref={told} tabIndex={-1} className={css["told"]} aria-live="polite">
        {freed.step === "done" ? w.freed(size(freed.bytes)) : ""}
      </p>
      {freed.step === "failed" ? (
        <ErrorNotice happened={w.notFreed} safe={w.notFreedSafe} todo={w.silentTodo} />
      ) : null}
    </div>
  );
}
