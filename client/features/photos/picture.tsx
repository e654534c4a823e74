import { useState } from "react";
import { photos } from "../../words/photos.ts";
import { useSubject } from "../../words/words-provider.tsx";
import css from "./photos.module.css";

type PictureProps = {
  /** Null: CompanyCam has not drawn it yet. */
  readonly address: string | null;
  readonly name: string;
  /** Asked for only when it comes near the screen. */
  readonly isLazy?: boolean;
};

/** One picture, or the words in its place: nothing jumps when it comes or does not come. */
export function Picture({ address, name, isLazy = false }: PictureProps) {
  const w = useSubject(photos);
  const [failed, setFailed] = useState<string | null>(null);
  if (address === null || failed === address)
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
      src={address}
      alt={name}
      loading={isLazy ? "lazy" : "eager"}
      decoding="async"
      onError={() => setFailed(address)}
    />
  );
}
