import { useState } from "react";
import type { Fields } from "../../../shared/estimate/entities.ts";
import { NO_PRIMER } from "../../../shared/pricing/choice-keys.ts";
import { useSay } from "../../chrome/use-say.ts";
import { setSurface } from "../../local/actions/set-surface.ts";
import { useLocal } from "../../local/local-context.tsx";
import { FieldGrid } from "../../ui/field-grid.tsx";
import { NextIcon } from "../../ui/icons.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { surface as surfaceWords } from "../../words/surface.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import type { SurfaceOptionsProps } from "./surface-options.tsx";
import css from "./surface-options.module.css";
import { type OwnChoice, useOwnChoices } from "./use-own-choices.ts";

type OfSurface = Pick<SurfaceOptionsProps, "surface">;

const fields = [
  "product",
  "sheen",
  "method",
  "primer",
  "condition",
  "colourChange",
  "texture",
] as const satisfies readonly (keyof Fields<"surface">)[];

/** Paint, primer and condition of this surface alone. Seldom wanted, so one line until it is. */
export function SurfacePaint({ surface }: OfSurface) {
  const w = useSubject(surfaceWords);
  const choices = useOwnChoices(surface);
  // Decided when the panel opens: taking the last wish back does not shut it under the finger.
  const [startsOpen] = useState(() => fields.some((field) => surface[field] !== ""));
  if (choices.length === 0) return null;
  return (
    <details className={css["more"]} open={startsOpen || undefined}>
      <summary>
        <NextIcon size={20} />
        {w.surfacePaint}
      </summary>
      <FieldGrid>
        {choices.map((choice) => (
          <Own key={choice.field} surface={surface} choice={choice} />
        ))}
      </FieldGrid>
    </details>
  );
}

function Own({ surface, choice }: OfSurface & { readonly choice: OwnChoice }) {
  const { t } = useWords();
  const w = useSubject(surfaceWords);
  const local = useLocal();
  const say = useSay();
  const { field, label, usual, entries } = choice;
  const value = surface[field];
  const isKnown = value === "" || entries.some((entry) => entry.value === value);
  return (
    <SelectField
      label={label}
      value={value}
      options={[
        { value: "", label: usual },
        ...(field === "primer" ? [{ value: NO_PRIMER, label: t.editorNoPrimer }] : []),
        ...entries,
        ...(isKnown || value === NO_PRIMER ? [] : [{ value, label: w.surfaceUnknown(value) }]),
      ]}
      onValue={(chosen) => void say(setSurface(local, surface.id, field, chosen))}
    />
  );
}
