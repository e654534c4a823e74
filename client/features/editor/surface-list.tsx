import { memo, useCallback, useEffect } from "react";
import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import { newSurface } from "../../../shared/pricing/default-surfaces.ts";
import { addSurface } from "../../local/actions/add-surface.ts";
import { useLocal } from "../../local/local-context.tsx";
import { List } from "../../ui/list.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { Chip, ChipRow } from "../../ui/chip-row.tsx";
import { useGround } from "./editor-context.tsx";
import { Section } from "../../ui/section.tsx";
import { loadSurfaceOptions } from "./lazy-surface-options.ts";
import { SurfaceRow } from "./surface-row.tsx";
import type { SurfaceWalk } from "./use-surface-walk.ts";
import { useSay } from "../../chrome/use-say.ts";
import css from "./surface-list.module.css";

type SurfaceListProps = {
  readonly found: AreaWithSurfaces;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  /** What is typed about the open surface; null while none is, so that a key of a measure draws no row. */
  readonly walk: SurfaceWalk | null;
};

/** What gets painted in the area, and what else the price book knows for it. */
export const SurfaceList = memo(function SurfaceList(props: SurfaceListProps) {
  const { found, openId, onOpen, walk } = props;
  const { t } = useWords();
  useEffect(() => void loadSurfaceOptions(), []);
  const openOne = useCallback((id: string, open: boolean) => onOpen(open ? id : null), [onOpen]);
  return (
    <Section title={t.areaSurfaces}>
      <List label={t.areaSurfaces}>
        {found.surfaces.map((surface) => (
          <li key={surface.id}>
            <SurfaceRow
              area={found.area}
              surface={surface}
              open={surface.id === openId}
              onOpen={openOne}
              walk={surface.id === openId ? walk : null}
            />
          </li>
        ))}
      </List>
      <MoreSurfaces found={found} />
    </Section>
  );
});

function MoreSurfaces({ found: { area, surfaces } }: Pick<SurfaceListProps, "found">) {
  const { t, language } = useWords();
  const local = useLocal();
  const { priceBook } = useGround();
  const say = useSay();
  const here = new Set(surfaces.map(({ substrate }) => substrate));
  const others = priceBook.substrates.filter(
    ({ key, appliesTo }) => appliesTo.includes(area.kind) && !here.has(key),
  );
  if (others.length === 0) return null;
  return (
    <div className={css["more"]}>
      <h3>{t.editorAddMore}</h3>
      <ChipRow label={t.editorAddMore}>
        {others.map(({ key, label }) => (
          <Chip
            key={key}
            onPress={() => void say(addSurface(local, area.id, newSurface(key, true)))}
          >
            + {label[language]}
          </Chip>
        ))}
      </ChipRow>
    </div>
  );
}
