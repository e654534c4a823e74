import { useRef, useState } from "react";
import { useParams } from "wouter";
import { EstimateHeader } from "../../chrome/estimate-header.tsx";
import { OpenEstimate, type OpenedEstimate } from "../../chrome/open-estimate.tsx";
import { SyncChip } from "../../chrome/sync-chip.tsx";
import { useWaitingPhotos } from "../../local/hooks/use-waiting-photos.ts";
import { Screen } from "../../ui/screen.tsx";
import { photos as words } from "../../words/photos.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { PhotoViewer } from "./photo-viewer.tsx";
import { PhotosPage } from "./photos-page.tsx";
import { useJobPhotos } from "./use-job-photos.ts";
import { UploadsPart } from "./uploads-part.tsx";
import css from "./waiting.module.css";
import { WaitingPart } from "./waiting-part.tsx";

/** `/estimates/:estimateId/photos`: what CompanyCam has of the job, and what waits to go there. */
export function PhotosRoute() {
  const { estimateId = "" } = useParams();
  return (
    <OpenEstimate key={estimateId} estimateId={estimateId}>
      {(opened) => <Photos opened={opened} />}
    </OpenEstimate>
  );
}

function Photos({ opened }: { readonly opened: OpenedEstimate }) {
  const { t } = useWords();
  const w = useSubject(words);
  const { id, title } = opened.estimate.estimate;
  const view = useJobPhotos(id);
  const waits = (useWaitingPhotos(id)?.length ?? 0) > 0;
  // By its id: the list may be asked for anew underneath.
  const [openId, setOpenId] = useState<string | null>(null);
  const photos = view.photos ?? [];
  const index = photos.findIndex((photo) => photo.id === openId);
  const open = (at: number): void => setOpenId(photos[at]?.id ?? null);
  const screen = useRef<HTMLDivElement>(null);
  // To the thumbnail of the photo that was seen last, which need not be the one that was tapped.
  const close = (): void => {
    setOpenId(null);
    screen.current?.querySelectorAll<HTMLElement>("ul > li > button")[index]?.focus();
  };
  return (
    <Screen
      header={
        <EstimateHeader
          estimateId={id}
          title={w.title}
          detail={opened.customer?.name || title || t.homeUntitled}
          backTo={`/estimates/${id}/details`}
          status={waits ? <SyncChip /> : null}
        />
      }
    >
      <div className={css["onTheirWay"]}>
        <WaitingPart estimateId={id} onSent={view.askAgain} />
        <UploadsPart projectId={view.link?.projectId ?? null} onArrived={view.askAgain} />
      </div>
      <div ref={screen}>
        <PhotosPage view={view} estimateId={id} onOpen={open} />
      </div>
      {index === -1 ? null : (
        <PhotoViewer photos={photos} index={index} onIndex={open} onClose={close} />
      )}
    </Screen>
  );
}
