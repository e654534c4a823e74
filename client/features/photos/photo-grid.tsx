import type { JobPhoto } from "../../../shared/companycam/job-photos.ts";
import { photos as words } from "../../words/photos.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { photoName, pictureAddress } from "./photo-facts.ts";
import css from "./photos.module.css";
import { Picture } from "./picture.tsx";

type PhotoGridProps = {
  readonly photos: readonly JobPhoto[];
  readonly onOpen: (index: number) => void;
};

/** Thumbnails side by side, as many as there is room for; each is a target of its own. */
export function PhotoGrid({ photos, onOpen }: PhotoGridProps) {
  const w = useSubject(words);
  const moment = useWords();
  return (
    <ul className={css["grid"]} aria-label={w.title}>
      {photos.map((photo, index) => (
        <li key={photo.id}>
          <button type="button" className={css["thumbnail"]} onClick={() => onOpen(index)}>
            <Picture
              address={pictureAddress(photo, "thumbnail")}
              name={photoName(photo, moment, w)}
              isLazy
            />
          </button>
        </li>
      ))}
    </ul>
  );
}
