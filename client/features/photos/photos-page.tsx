import { useRef } from "react";
import { useSyncState } from "../../sync/use-sync-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { photos as words } from "../../words/photos.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { InTheirPlace } from "./in-their-place.tsx";
import { PhotoGrid } from "./photo-grid.tsx";
import css from "./photos.module.css";
import type { JobPhotosView } from "./use-job-photos.ts";
import { useKeepFocus } from "./use-keep-focus.ts";

type PhotosPageProps = {
  readonly view: JobPhotosView;
  readonly estimateId: string;
  readonly onOpen: (index: number) => void;
};

/** The photos, or what there is to say in their place. */
export function PhotosPage(props: PhotosPageProps) {
  const w = useSubject(words);
  const { photos, link } = props.view;
  const count = photos?.length ?? 0;
  const page = useRef<HTMLDivElement>(null);
  useKeepFocus(page, count);
  return (
    <div ref={page} className={css["page"]} tabIndex={-1}>
      {/* The project is found, and photos come, without a tap: whoever listens hears it. */}
      <output className={css["heard"]}>
        {count > 0 ? w.shown(count) : link?.state === "waiting" ? w.looking : ""}
      </output>
      {count === 0 ? <InTheirPlace {...props} /> : <Shown {...props} />}
    </div>
  );
}

function Shown({ view, onOpen }: PhotosPageProps) {
  const w = useSubject(words);
  const { phase } = useSyncState();
  const { t } = useWords();
  const isOld = view.isStale || view.problem !== null || phase === "offline";
  return (
    <>
      {isOld ? (
        <Banner
          action={
            <Button disabled={view.isAsking} onClick={view.askAgain}>
              {t.tryAgain}
            </Button>
          }
        >
          {phase === "offline" ? w.shownOffline : w.shownStale}
        </Banner>
      ) : null}
      <PhotoGrid photos={view.photos ?? []} onOpen={onOpen} />
      {view.hasMore ? (
        <Button disabled={view.isAsking} onClick={view.askMore}>
          {w.more}
        </Button>
      ) : null}
    </>
  );
}
