import { memo } from "react";
import { Link } from "wouter";
import type { AreaWithSurfaces } from "../../../shared/estimate/estimate.ts";
import { AlertIcon } from "../../ui/icons.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Money } from "../../ui/money.tsx";
import { useWords } from "../../words/words-provider.tsx";
import { areaAddress } from "./addresses.ts";
import { amountsOf, type AreaProblem, measuresLine } from "./area-facts.ts";
import { useGround } from "./editor-context.tsx";
import css from "./area-row.module.css";

type AreaRowProps = {
  readonly found: AreaWithSurfaces;
  readonly current: boolean;
  /** What its lines come to in the shown option. */
  readonly cents: number;
  /** The first thing that is wrong in it, in words. */
  readonly sentence: AreaProblem["sentence"] | null;
  readonly blocking: AreaProblem["blocking"];
};

/**
 * One area: its name, what was measured, what that comes to, and what is still missing. With each key one row of
 * perhaps fifty changes: the others are not drawn again.
 */
export const AreaRow = memo(function AreaRow(props: AreaRowProps) {
  const { found, current, cents } = props;
  const words = useWords();
  const { area } = found;
  const address = areaAddress(area.estimateId, area.id);
  return (
    <Link href={address} asChild>
      <ListRow
        href={address}
        title={area.name.trim() || words.t.homeUntitled}
        detail={<Facts {...props} />}
        meta={cents === 0 ? null : <Money cents={cents} />}
        current={current}
      />
    </Link>
  );
});

function Facts({ found, sentence, blocking }: AreaRowProps) {
  const words = useWords();
  const ground = useGround();
  const measures = measuresLine(found.area);
  const amounts = amountsOf(ground, found, words);
  const here = new Set([found.area.id, ...found.surfaces.map(({ id }) => id)]);
  const disputed = ground.conflicts.filter(({ entityId }) => here.has(entityId)).length;
  return (
    <span className={css["facts"]}>
      <span>{measures === "" ? words.t.editorUnmeasured : measures}</span>
      {amounts.length > 0 ? <span>{amounts.join(" · ")}</span> : null}
      {sentence !== null && measures !== "" ? (
        <span className={blocking ? css["problem"] : css["hint"]}>
          <AlertIcon size={20} />
          {sentence}
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
