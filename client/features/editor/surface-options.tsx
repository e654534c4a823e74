import { useMemo } from "react";
import type { RecordOf } from "../../../shared/estimate/record.ts";
import { PREP_BY_OPTION } from "../../../shared/pricing/price-book.ts";
import { removeSurface } from "../../local/actions/remove-surface.ts";
import { setSurface } from "../../local/actions/set-surface.ts";
import { useLocal } from "../../local/local-context.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { KeypadField, type KeypadFieldProps } from "../../ui/keypad/keypad-field.tsx";
import { Swatch } from "../../ui/swatch.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { Chip, ChipRow } from "./chip-row.tsx";
import { Choice } from "./choice.tsx";
import { useEditor } from "./editor-context.tsx";
import { palette } from "./palette.ts";
import { useSay } from "../../chrome/use-say.ts";
import { useTyping } from "../../chrome/use-typing.ts";
import css from "./surface-options.module.css";

type SurfaceOptionsProps = {
  readonly surface: RecordOf<"surface">;
  readonly name: string;
  readonly quantity: KeypadFieldProps;
};

/** What is special about a surface: its own quantity, coats, preparation and colour. */
export function SurfaceOptions({ surface, name, quantity }: SurfaceOptionsProps) {
  const { t } = useWords();
  const local = useLocal();
  const say = useSay();
  return (
    <div className={css["options"]}>
      <KeypadField {...quantity} />
      <Coats surface={surface} />
      <Prep surface={surface} />
      <Colour surface={surface} />
      <div>
        <Button variant="quiet" onClick={() => void say(removeSurface(local, surface.id))}>
          {t.editorRemoveSurface(name)}
        </Button>
      </div>
    </div>
  );
}

type OfSurface = Pick<SurfaceOptionsProps, "surface">;

function Coats({ surface }: OfSurface) {
  const { t } = useWords();
  const local = useLocal();
  const say = useSay();
  const { priceBook } = useEditor();
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

function Prep({ surface }: OfSurface) {
  const { t, language } = useWords();
  const local = useLocal();
  const say = useSay();
  const { priceBook } = useEditor();
  return (
    <Choice
      label={t.areaPrep}
      options={[
        { value: PREP_BY_OPTION, label: t.editorByOptionShort },
        ...priceBook.prepLevels.map(({ key, label }) => ({ value: key, label: label[language] })),
      ]}
      value={surface.prep}
      onValue={(prep) => void say(setSurface(local, surface.id, "prep", prep))}
    />
  );
}

function Colour({ surface }: OfSurface) {
  const { t, language } = useWords();
  const local = useLocal();
  const stored = useMemo(() => ({ colour: surface.colour }), [surface]);
  const typing = useTyping(surface.id, stored);
  const write = (text: string) =>
    typing.type("colour", text, (gesture) =>
      setSurface(local, surface.id, "colour", text, gesture),
    );
  const colour = typing.text("colour");
  return (
    <div className={css["colour"]}>
      <Field
        label={t.areaColour}
        value={colour}
        placeholder={t.editorColourLater}
        maxLength={120}
        autoComplete="off"
        onText={write}
        onBlur={typing.leave}
      />
      <ChipRow label={t.editorColourNames}>
        {palette.map(({ name, css: shade }) => (
          <Chip
            key={shade}
            pressed={colour === name.en || colour === name.es}
            onPress={() => {
              write(name[language]);
              typing.leave();
            }}
          >
            <Swatch colour={shade} name={name[language]} />
          </Chip>
        ))}
      </ChipRow>
    </div>
  );
}
