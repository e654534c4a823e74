import { useDeferredValue, useMemo } from "react";
import { useTyping } from "../../chrome/use-typing.ts";
import { setSurface } from "../../local/actions/set-surface.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Field } from "../../ui/field.tsx";
import { Swatch } from "../../ui/swatch.tsx";
import { surface as surfaceWords } from "../../words/surface.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { Chip, ChipRow } from "../../ui/chip-row.tsx";
import { useGround } from "./editor-context.tsx";
import { findColours } from "../../chrome/palette.ts";
import type { SurfaceOptionsProps } from "./surface-options.tsx";
import css from "./surface-options.module.css";

/** As many swatches as stand calmly under a field; typing finds the others. */
const MOST_SWATCHES = 12;

/** One field for both: what is typed is the colour, and finds it in the palette of the price book. */
export function SurfaceColour({ surface }: Pick<SurfaceOptionsProps, "surface">) {
  const { t, language } = useWords();
  const w = useSubject(surfaceWords);
  const local = useLocal();
  const { priceBook } = useGround();
  const stored = useMemo(() => ({ colour: surface.colour }), [surface]);
  const typing = useTyping(surface.id, stored);
  const write = (text: string) =>
    typing.type("colour", text, (gesture) =>
      setSurface(local, surface.id, "colour", text, gesture),
    );
  const colour = typing.text("colour");
  const wanted = useDeferredValue(colour);
  const found = useMemo(
    () => findColours(priceBook.colours, wanted, language, MOST_SWATCHES),
    [priceBook, wanted, language],
  );
  return (
    <div className={css["colour"]}>
      <Field
        label={t.areaColour}
        value={colour}
        placeholder={t.editorColourLater}
        hint={priceBook.colours.length === 0 ? undefined : w.surfaceSearchHint}
        maxLength={120}
        autoComplete="off"
        onText={write}
        onBlur={typing.leave}
      />
      <div className={css["swatches"]}>
        <ChipRow label={t.editorColourNames}>
          {found.shown.map(({ text, css: shade }) => (
            <Chip
              key={text}
              pressed={colour === text}
              onPress={() => {
                write(text);
                typing.leave();
              }}
            >
              <Swatch colour={shade} name={text} />
            </Chip>
          ))}
        </ChipRow>
      </div>
      {found.shown.length === 0 ? <p className={css["soft"]}>{w.surfaceNoColour}</p> : null}
      {found.more > 0 ? <p className={css["soft"]}>{w.surfaceMoreColours(found.more)}</p> : null}
    </div>
  );
}
