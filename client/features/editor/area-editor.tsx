import { useState } from "react";
import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import { KeypadDock } from "../../ui/keypad/keypad-dock.tsx";
import { Keypad } from "../../ui/keypad/keypad.tsx";
import { useStableHandler } from "../../ui/use-stable-handler.ts";
import { useWords } from "../../words/words-provider.tsx";
import { AreaCircumstances } from "./area-circumstances.tsx";
import { AreaEnd } from "./area-end.tsx";
import { AreaMeasures } from "./area-measures.tsx";
import { AreaName } from "./area-name.tsx";
import { SaveFailure } from "../../chrome/save-failure.tsx";
import { PriceOverKeypad } from "./running-price.tsx";
import { SurfaceList } from "./surface-list.tsx";
import { useAreaTyping } from "./use-area-typing.ts";
import { useMeasureWalk } from "./use-measure-walk.ts";
import { usePlace } from "./use-place.ts";
import { useSurfaceWalk } from "./use-surface-walk.ts";
import css from "./area-editor.module.css";

/** One area with its keypad: name, measures, what gets painted, and how hard it is to get at. */
export function AreaEditor({ found }: { readonly found: AreaWithSurfaces }) {
  const { t } = useWords();
  const { area } = found;
  const typing = useAreaTyping(area);
  const [openSurface, setOpenSurface] = useState<string | null>(null);
  const measures = useMeasureWalk(area, typing);
  const surface = useSurfaceWalk(found, openSurface);
  const keypad = measures.keypad ?? surface.keypad;

  // One keypad, two walks: whoever asks for it last has it.
  const openMeasure = (field: string) => {
    surface.close();
    measures.open(field);
  };
  const openOfSurface = (field: string) => {
    measures.close();
    surface.open(field);
  };
  const showSurface = useStableHandler((id: string | null) => {
    surface.close();
    setOpenSurface(id);
  });
  const field = measures.activeId ?? surface.activeId;
  usePlace(area, { field, surface: openSurface }, (place) => {
    if (place.surface !== null) setOpenSurface(place.surface);
    if (place.field === null) return;
    if (measures.ids.some((id) => id === place.field)) openMeasure(place.field);
    else openOfSurface(place.field);
  });

  return (
    <KeypadDock keypad={keypad && <Keypad {...keypad} words={t} aside={<PriceOverKeypad />} />}>
      <div className={css["area"]} data-keypad={keypad ? "open" : "away"}>
        <SaveFailure />
        <AreaName area={area} typing={typing} onEnter={measures.close} />
        <AreaMeasures areaId={area.id} walk={measures} onOpen={openMeasure} />
        <SurfaceList
          found={found}
          openId={openSurface}
          onOpen={showSurface}
          walk={
            openSurface === null
              ? null
              : {
                  ...surface,
                  field: (id) => ({ ...surface.field(id), onActivate: () => openOfSurface(id) }),
                }
          }
        />
        <AreaCircumstances area={area} typing={typing} />
        <AreaEnd area={area} />
      </div>
    </KeypadDock>
  );
}
