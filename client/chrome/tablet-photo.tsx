import { useEffect, useState } from "react";
import css from "./tablet-photo.module.css";

type TabletPhotoProps = {
  /** What is in it; null: it is not there any more. Asked once for each `id`. */
  readonly read: (id: string) => Promise<ArrayBuffer | null>;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** In the place of a picture that this browser cannot draw, as Chrome with HEIC. */
  readonly instead: string;
};

/** A photo that is on this tablet only. Its address is given back as soon as it is not shown any more. */
export function TabletPhoto({ read, id, type, name, instead }: TabletPhotoProps) {
  const [shown, setShown] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    let address: string | null = null;
    let isOver = false;
    const show = (bytes: ArrayBuffer | null): void => {
      if (isOver) return;
      if (bytes === null) return setMissing(true);
      address = URL.createObjectURL(new Blob([bytes], { type }));
      setShown(address);
    };
    read(id).then(show, () => show(null));
    return () => {
      isOver = true;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [read, id, type]);
  return (
    <span className={css["frame"]}>
      {isMissing ? (
        <span className={css["missing"]}>
          <strong>{name}</strong>
          <span>{instead}</span>
        </span>
      ) : shown === null ? null : (
        <img
          className={css["picture"]}
          src={shown}
          alt={name}
          decoding="async"
          onError={() => setMissing(true)}
        />
      )}
    </span>
  );
}
