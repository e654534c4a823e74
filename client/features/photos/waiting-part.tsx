import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { TabletPhoto } from "../../chrome/tablet-photo.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { useWaitingPhotos } from "../../local/hooks/use-waiting-photos.ts";
import { useLocal } from "../../local/local-context.tsx";
import {
  bringPhotoBack,
  readPhotoBytes,
  removePhoto,
  tryPhotoAgain,
} from "../../local/photos/file-photo.ts";
import type { WaitingPhoto } from "../../local/photos/photo-database.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { useToast } from "../../ui/toast.tsx";
import { photos as words } from "../../words/photos.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { problemWords } from "./problem-words.ts";
import { ToDetails } from "./to-details.tsx";
import css from "./waiting.module.css";

type WaitingPartProps = {
  readonly estimateId: string;
  /** Photos have gone to the server while this was shown. */
  readonly onSent: () => void;
};

/** Photos of the estimate that are on this tablet only: why, and what can be done. */
export function WaitingPart({ estimateId, onSent }: WaitingPartProps) {
  const w = useSubject(words);
  const photos = useWaitingPhotos(estimateId);
  const removed = useRef(new Set<string>());
  const sent = useSent(photos, removed, onSent);
  const place = useRef<HTMLDivElement>(null);
  if (photos === undefined) return null;
  return (
    <div ref={place} tabIndex={-1} className={css["place"]}>
      {/* It stands before it says anything, so that whoever listens hears it change. */}
      <output>{sent > 0 && photos.length === 0 ? <Banner>{w.wentOut(sent)}</Banner> : null}</output>
      {photos.length === 0 ? null : (
        <Section title={w.waiting}>
          {photos.some(({ problem }) => problem === null) ? <p>{w.waitingLead}</p> : null}
          <ul className={css["list"]} aria-label={w.waiting}>
            {photos.map((photo) => (
              <li key={photo.id}>
                <Waiting
                  photo={photo}
                  onRemove={() => {
                    removed.current.add(photo.id);
                    // The button that was tapped goes with the photo.
                    place.current?.focus();
                  }}
                  onBroughtBack={() => removed.current.delete(photo.id)}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

/** How many have gone from here to the server while somebody looked. */
function useSent(
  photos: readonly WaitingPhoto[] | undefined,
  removed: RefObject<ReadonlySet<string>>,
  onSent: () => void,
): number {
  const before = useRef<readonly WaitingPhoto[]>([]);
  const [sent, setSent] = useState(0);
  useEffect(() => {
    if (photos === undefined) return;
    const here = new Set(photos.map(({ id }) => id));
    const gone = before.current.filter(
      ({ id }) => !here.has(id) && !removed.current.has(id),
    ).length;
    before.current = photos;
    if (gone === 0) return;
    setSent((count) => count + gone);
    onSent();
  }, [photos, removed, onSent]);
  return sent;
}

type WaitingProps = {
  readonly photo: WaitingPhoto;
  readonly onRemove: () => void;
  readonly onBroughtBack: () => void;
};

function Waiting({ photo, onRemove, onBroughtBack }: WaitingProps) {
  const { t } = useWords();
  const w = useSubject(words);
  const local = useLocal();
  const say = useSay();
  const toast = useToast();
  const { id, name, type, problem, estimateId } = photo;
  const { database } = local;
  const read = useCallback((key: string) => readPhotoBytes({ database }, key), [database]);
  const remove = async (): Promise<void> => {
    onRemove();
    const result = await say(removePhoto(local, id));
    const whole = result.ok ? result.value : null;
    if (whole === null) return;
    const bringBack = (): void => {
      onBroughtBack();
      void say(bringPhotoBack(local, whole));
    };
    toast.show({ text: w.removed(name), action: { label: t.undo, onAct: bringBack } });
  };
  return (
    <div className={css["photo"]}>
      <div className={css["picture"]}>
        <TabletPhoto read={read} id={id} type={type} name={name} instead={w.noPicture} />
      </div>
      <div className={css["words"]}>
        <strong>{name}</strong>
        {problem === null ? (
          <span>{w.waits}</span>
        ) : (
          <>
            <span className={css["stuck"]}>{w.stuck}</span>
            <span>{problemWords(problem, w)}</span>
          </>
        )}
        <div className={css["ways"]}>
          {problem === "no-address" ? (
            <ToDetails estimateId={estimateId} words={w.toDetails} isNext={false} />
          ) : null}
          {problem === null ? null : (
            <Button
              aria-label={w.tryNamed(name)}
              onClick={() => void say(tryPhotoAgain(local, id))}
            >
              {t.tryAgain}
            </Button>
          )}
          <Button aria-label={w.removeNamed(name)} onClick={() => void remove()}>
            {w.remove}
          </Button>
        </div>
      </div>
    </div>
  );
}
