import type { RecordOf } from "../../../shared/estimate/record.ts";
import { PREP_BY_OPTION } from "../../../shared/pricing/price-book.ts";
import { setSurface } from "../../local/actions/set-surface.ts";
import { useLocal } from "../../local/local-context.tsx";
import { CheckRow } from "../../ui/check-row.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { NextIcon } from "../../ui/icons.tsx";
import type { KeypadFieldProps } from "../../ui/keypad/keypad-field.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { surfaceAmount } from "./area-facts.ts";
import { ColourName } from "./colour-name.tsx";
import { useEditor } from "./editor-context.tsx";
import { useSay } from "../../chrome/use-say.ts";
import type { SurfaceOptionsPanel } from "./use-surface-options.ts";
import css from "./surface-row.module.css";

type SurfaceRowProps = {
  readonly area: RecordOf<"area">;
  readonly surface: RecordOf<"surface">;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly quantity: KeypadFieldProps;
  /** What stands behind the arrow; null until its code is here. */
  readonly Options: SurfaceOptionsPanel | null;
};

/** A surface: painted or not, how much of it, and behind the arrow what is special about it. */
export function SurfaceRow({ area, surface, open, onOpen, quantity, Options }: SurfaceRowProps) {
  const words = useWords();
  const local = useLocal();
  const editor = useEditor();
  const say = useSay();
  const name = editor.names.surface(surface.id) ?? surface.substrate;
  return (
    <div className={css["surface"]} data-open={open}>
      <div className={css["row"]}>
        <CheckRow
          label={name}
          detail={<Special surface={surface} />}
          meta={
            <span className={css["amount"]}>{surfaceAmount(editor, area, surface, words)}</span>
          }
          checked={surface.painted}
          onChecked={(painted) => void say(setSurface(local, surface.id, "painted", painted))}
        />
        <div className={css["arrow"]}>
          <IconButton
            label={words.t.editorMoreAbout(name)}
            icon={<NextIcon />}
            aria-expanded={open}
            onClick={() => onOpen(!open)}
          />
        </div>
      </div>
      {open && Options ? <Options surface={surface} name={name} quantity={quantity} /> : null}
    </div>
  );
}

/** Only what differs from the option: the rest would be noise in every row. */
function Special({ surface }: Pick<SurfaceRowProps, "surface">) {
  const { t, language } = useWords();
  const { priceBook } = useEditor();
  const prep = priceBook.prepLevels.find(({ key }) => key === surface.prep);
  const parts = [
    surface.quantity === null ? null : t.editorOwn,
    surface.coats === null ? null : t.areaCoatCount(surface.coats),
    surface.prep === PREP_BY_OPTION
      ? null
      : `${t.areaPrep}: ${prep?.label[language] ?? surface.prep}`,
  ].filter((part) => part !== null);
  if (parts.length === 0 && surface.colour === "") return null;
  return (
    <span className={css["special"]}>
      {parts.length > 0 ? <span>{parts.join(" · ")}</span> : null}
      {surface.colour === "" ? null : <ColourName name={surface.colour} />}
    </span>
  );
}
