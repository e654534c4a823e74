import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import type { JobPhoto } from "../../../shared/companycam/job-photos.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { BackIcon, CloseIcon, NextIcon } from "../../ui/icons.tsx";
import { photos as words } from "../../words/photos.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { photoFacts, photoName, pictureAddress } from "./photo-facts.ts";
import css from "./photos.module.css";
import { Picture } from "./picture.tsx";

type PhotoViewerProps = {
  readonly photos: readonly JobPhoto[];
  /** Which of them is shown. */
  readonly index: number;
  readonly onIndex: (index: number) => void;
  readonly onClose: () => void;
};

/**
 * One photo over the whole screen, when and by whom it was taken. The next one by buttons in the thumb's arc and by the
 * arrow keys; a native dialog, so Escape closes it and the focus goes back to the thumbnail.
 */
export function PhotoViewer({ photos, index, onIndex, onClose }: PhotoViewerProps) {
  const { t, ...moment } = useWords();
  const w = useSubject(words);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);

  const photo = photos[index];
  if (!photo) return null;
  const go = (step: number): void => {
    if (photos[index + step]) onIndex(index + step);
  };
  const byKey = ({ key }: KeyboardEvent): void => {
    if (key === "ArrowLeft") go(-1);
    if (key === "ArrowRight") go(1);
  };
  return (
    <dialog
      ref={dialog}
      className={css["viewer"]}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={byKey}
    >
      <header className={css["head"]}>
        <h2 id={titleId} aria-live="polite">
          {w.place(index + 1, photos.length)}
        </h2>
        <IconButton label={t.close} icon={<CloseIcon />} onClick={() => dialog.current?.close()} />
      </header>
      <Picture
        key={photo.id}
        address={pictureAddress(photo, "web")}
        instead={pictureAddress(photo, "thumbnail")}
        name={photoName(photo, moment, w)}
      />
      <footer className={css["foot"]}>
        <div className={css["about"]}>
          {photo.description ? <p>{photo.description}</p> : null}
          <Facts facts={photoFacts(photo, moment)} />
          {photo.isInternal ? (
            <p>
              <strong>{w.internal}</strong>
            </p>
          ) : null}
        </div>
        {/* Not `disabled`, which would take the focus away, and the arrow keys with it. */}
        <div className={css["ways"]}>
          <Button icon={<BackIcon />} aria-disabled={index === 0} onClick={() => go(-1)}>
            {w.previous}
          </Button>
          <Button
            icon={<NextIcon />}
            data-way="next"
            aria-disabled={index === photos.length - 1}
            onClick={() => go(1)}
          >
            {w.next}
          </Button>
        </div>
      </footer>
    </dialog>
  );
}
