import { Link } from "wouter";
import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import { AlertIcon } from "../../ui/icons.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Money } from "../../ui/money.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { areaAddress } from "./addresses.ts";
import { amountsOf, areaCents, areaProblems, measuresLine } from "./area-facts.ts";
import { useEditor } from "./editor-context.tsx";
import css from "./area-row.module.css";

type AreaRowProps = { readonly found: AreaWithSurfaces; readonly current: boolean };

/** One area: its name, what was measured, what that comes to, and what is still missing. */
export function AreaRow({ found, current }: AreaRowProps) {
  const words = useWords();
  const editor = useEditor();
  const { area } = found;
  const cents = areaCents(editor, area.id);
  const address = areaAddress(area.estimateId, area.id);
  return (
    <Link href={address} asChild>
      <ListRow
        href={address}
        title={area.name.trim() || words.t.homeUntitled}
        detail={<Facts found={found} />}
        meta={cents === 0 ? null : <Money cents={cents} />}
        current={current}
      />
    </Link>
  );
}

function Facts({ found }: { readonly found: AreaWithSurfaces }) {
  const words = useWords();
  const editor = useEditor();
  const measures = measuresLine(found.area);
  const amounts = amountsOf(editor, found, words);
  const [problem] = areaProblems(editor, found.area.id, words);
  const here = new Set([found.area.id, ...found.surfaces.map(({ id }) => id)]);
  const disputed = editor.conflicts.filter(({ entityId }) => here.has(entityId)).length;
  return (
    <span className={css["facts"]}>
      <span>{measures === "" ? words.t.editorUnmeasured : measures}</span>
      {amounts.length > 0 ? <span>{amounts.join(" · ")}</span> : null}
      {problem !== undefined && measures !== "" ? (
        <span className={problem.blocking ? css["problem"] : css["hint"]}>
          <AlertIcon size={20} />
          {problem.sentence}
        </span>
      ) : null}
      {disputed === 0 ? null : (
        <span className={css["problem"]}>
          <AlertIcon size={20} />
          {words.t.syncToSettle(disputed)}
        </span>
      )}
    </span>
  );
}
