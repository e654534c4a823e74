import type { RecordOf } from "../../../shared/estimate/record.ts";
import { impliedWords } from "../../chrome/implied-words.ts";
import { useSay } from "../../chrome/use-say.ts";
import { removeSurface } from "../../local/actions/remove-surface.ts";
import { setSurface } from "../../local/actions/set-surface.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import { KeypadField } from "../../ui/keypad/keypad-field.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { Choice } from "./choice.tsx";
import { useEditor, useGround } from "./editor-context.tsx";
import { SurfaceColour } from "./surface-colour.tsx";
import { SurfacePaint } from "./surface-paint.tsx";
import { SurfacePrep } from "./surface-prep.tsx";
import type { SurfaceWalk } from "./use-surface-walk.ts";
import css from "./surface-options.module.css";

export type SurfaceOptionsProps = {
  readonly surface: RecordOf<"surface">;
  readonly name: string;
  readonly walk: SurfaceWalk;
};

/** What is special about a surface: what is often changed first, the rest behind one more line. */
export function SurfaceOptions({ surface, name, walk }: SurfaceOptionsProps) {
  const { t } = useWords();
  const local = useLocal();
  const say = useSay();
  return (
    <div className={css["options"]}>
      <Implied surface={surface} />
      <KeypadField {...walk.field("quantity")} />
      <Coats surface={surface} />
      <SurfacePrep surface={surface} walk={walk} />
      <SurfaceColour surface={surface} />
      <SurfacePaint surface={surface} />
      <div>
        <Button variant="quiet" onClick={() => void say(removeSurface(local, surface.id))}>
          {t.editorRemoveSurface(name)}
        </Button>
      </div>
    </div>
  );
}

type OfSurface = Pick<SurfaceOptionsProps, "surface">;

/** The line in a painter's own terms, as it is priced in the option that is shown. */
function Implied({ surface }: OfSurface) {
  const words = useWords();
  const { option } = useEditor();
  const line = option?.lines.find(({ id }) => id === surface.id);
  const sentence = line?.kind === "surface" ? impliedWords(line.implied, words) : null;
  return sentence === null ? null : <p className={css["implied"]}>{sentence}</p>;
}

function Coats({ surface }: OfSurface) {
  const { t } = useWords();
  const local = useLocal();
  const say = useSay();
  const { priceBook } = useGround();
  const labour = priceBook.substrates.find(({ key }) => key === surface.substrate)?.labour;
  const most = Math.min(4, labour?.byCoats.length ?? 3);
  const counts = Array.from({ length: most }, (_, index) => String(index + 1));
  return (
    <Choice
      label={t.areaCoats}
      options={[
        { value: "option", label: t.editorByOptionShort },
        ...counts.map((count) => ({ value: count, label: count })),
      ]}
      value={surface.coats === null ? "option" : String(surface.coats)}
      onValue={(value) =>
        void say(setSurface(local, surface.id, "coats", value === "option" ? null : Number(value)))
      }
    />
  );
}
