import type { RecordOf } from "../../../shared/estimate/record.ts";
import { setSurface } from "../../local/actions/set-surface.ts";
import { useLocal } from "../../local/local-context.tsx";
import { CheckRow } from "../../ui/check-row.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { NextIcon } from "../../ui/icons.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { memo } from "react";
import { surfaceAmount, surfaceName } from "./area-facts.ts";
import { ColourName } from "./colour-name.tsx";
import { DisputeMark } from "./dispute-mark.tsx";
import { useGround } from "./editor-context.tsx";
import { useSay } from "../../chrome/use-say.ts";
import { SurfaceOptions } from "./lazy-surface-options.ts";
import { ownWords } from "./own-words.ts";
import type { SurfaceWalk } from "./use-surface-walk.ts";
import css from "./surface-row.module.css";

type SurfaceRowProps = {
  readonly area: RecordOf<"area">;
  readonly surface: RecordOf<"surface">;
  readonly open: boolean;
  readonly onOpen: (id: string, open: boolean) => void;
  /** What is typed about it, while it stands open. */
  readonly walk: SurfaceWalk | null;
};

/** A surface: painted or not, how much of it, and behind the arrow what is special about it. */
export const SurfaceRow = memo(function SurfaceRow(props: SurfaceRowProps) {
  const { area, surface, open, onOpen, walk } = props;
  const words = useWords();
  const local = useLocal();
  const ground = useGround();
  const say = useSay();
  const name = surfaceName(ground, surface, words);
  return (
    <div className={css["surface"]} data-open={open}>
      <div className={css["row"]}>
        <CheckRow
          label={name}
          detail={<Special surface={surface} />}
          meta={
            <span className={css["amount"]}>{surfaceAmount(ground, area, surface, words)}</span>
          }
          checked={surface.painted}
          onChecked={(painted) => void say(setSurface(local, surface.id, "painted", painted))}
        />
        <div className={css["arrow"]}>
          <IconButton
            label={words.t.editorMoreAbout(name)}
            icon={<NextIcon />}
            aria-expanded={open}
            onClick={() => onOpen(surface.id, !open)}
          />
        </div>
      </div>
      <DisputeMark id={surface.id} />
      {open && walk ? <SurfaceOptions surface={surface} name={name} walk={walk} /> : null}
    </div>
  );
});

/** Only what differs from the option: the rest would be noise in every row. */
function Special({ surface }: Pick<SurfaceRowProps, "surface">) {
  const words = useWords();
  const { priceBook } = useGround();
  const parts = ownWords(surface, priceBook, words);
  if (parts.length === 0 && surface.colour === "") return null;
  return (
    <span className={css["special"]}>
      {parts.length > 0 ? <span>{parts.join(" · ")}</span> : null}
      {surface.colour === "" ? null : <ColourName name={surface.colour} />}
    </span>
  );
}
