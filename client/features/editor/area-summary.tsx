import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import { PrettyText } from "../../ui/keypad/pretty-text.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { List } from "../../ui/list.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { LockedBanner } from "../../chrome/locked-banner.tsx";
import { measuresLine, surfaceAmount } from "./area-facts.ts";
import { ColourName } from "./colour-name.tsx";
import { useEditor } from "./editor-context.tsx";
import { Section } from "../../ui/section.tsx";
import css from "./area-summary.module.css";

/** An area of an accepted estimate, to look up on the job and not to change. */
export function AreaSummary({ found: { area, surfaces } }: { readonly found: AreaWithSurfaces }) {
  const words = useWords();
  const editor = useEditor();
  const { t } = words;
  const facts = [
    `${t.areaDoors}: ${area.doors}`,
    `${t.areaWindows}: ${area.windows}`,
    area.note,
  ].filter((fact) => fact !== "");
  return (
    <div className={css["summary"]}>
      <LockedBanner estimate={editor.estimate.estimate} priceBook={editor.priceBook} />
      <Section title={area.name}>
        <p className={css["measures"]}>
          <PrettyText text={measuresLine(area)} />
        </p>
        <p>{facts.join(" · ")}</p>
      </Section>
      <Section title={t.areaSurfaces}>
        <List label={t.areaSurfaces}>
          {surfaces
            .filter(({ painted }) => painted)
            .map((surface) => (
              <li key={surface.id}>
                <ListRow
                  title={editor.names.surface(surface.id) ?? surface.substrate}
                  detail={surface.colour === "" ? null : <ColourName name={surface.colour} />}
                  meta={surfaceAmount(editor, area, surface, words)}
                />
              </li>
            ))}
        </List>
      </Section>
    </div>
  );
}
