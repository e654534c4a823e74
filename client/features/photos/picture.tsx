import { useState } from "react";
import { photos } from "../../words/photos.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./photos.module.css";

type PictureProps = {
  /** Null: CompanyCam has not drawn it yet. */
  readonly address: string | null;
  /** What is on this tablet of it, where the other cannot be had. */
  readonly instead?: string | null;
  readonly name: string;
  /** Asked for only when it comes near the screen. */
  readonly isLazy?: boolean;
};

/** One picture, or the words in its place: nothing jumps when it comes or does not come. */
export function Picture({ address, instead = null, name, isLazy = false }: PictureProps) {
  const w = useSubject(photos);
  const [failed, setFailed] = useState<readonly string[]>([]);
  const shown = [address, instead].find((each) => each !== null && !failed.includes(each));
  if (shown === undefined || shown === null)
    return (
      <span className={css["missing"]}>
        <strong>{address === null ? w.onItsWay : w.notLoaded}</strong>
        {/* Over a whole screen it stands below already. */}
        {isLazy ? <span>{name}</span> : null}
      </span>
    );
  return (
    <img
      className={css["picture"]}
      src={shown}
      alt={name}
      loading={isLazy ? "lazy" : "eager"}
      decoding="async"
      onError={() => setFailed([...failed, shown])}
    />
  );
}
