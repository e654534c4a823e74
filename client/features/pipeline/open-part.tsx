import type { PipelineEstimate } from "../../local/queries/pipeline.ts";
import { Money } from "../../ui/money.tsx";
import { Section } from "../../ui/section.tsx";
import { pipeline } from "../../words/pipeline.ts";
import { useSubject } from "../../words/words-provider.tsx";
import { openByAge } from "./open-by-age.ts";
import css from "./open-part.module.css";
import { MOST_PRICED, useOpenValues } from "./use-open-values.ts";

type OpenPartProps = {
  readonly estimates: readonly PipelineEstimate[];
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** What can still be won, by how long it has been waiting. */
export function OpenPart({ estimates, now }: OpenPartProps) {
  const w = useSubject(pipeline);
  const { cents, of } = useOpenValues(estimates);
  const groups = openByAge(estimates, cents, now);
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const most = Math.max(1, ...groups.map((group) => group.cents));
  const isPriced = cents.size === of;
  const unpriced = [...cents.values()].filter((value) => value === null).length;
  const notes = [
    w.pipelinePrices,
    unpriced > 0 ? w.pipelineUnpriced(unpriced) : "",
    count > MOST_PRICED ? w.pipelineNewest(MOST_PRICED) : "",
  ];
  const ages = { week: w.pipelineWeek, month: w.pipelineMonth, older: w.pipelineOlder };
  return (
    <Section title={w.pipelineOpen}>
      <dl className={css["groups"]}>
        {groups.map((group) => (
          <div key={group.age} className={css["group"]}>
            <dt>{ages[group.age]}</dt>
            <dd className={css["count"]}>{w.pipelineCount(group.count)}</dd>
            <dd>
              <Money cents={group.cents} size="l" />
            </dd>
            <dd className={css["room"]} aria-hidden="true">
              <span style={{ inlineSize: `${(group.cents / most) * 100}%` }} />
            </dd>
          </div>
        ))}
      </dl>
      {/* Only the end is said aloud. */}
      <p className={css["notes"]} aria-live="polite" aria-busy={!isPriced}>
        {isPriced
          ? notes.filter((note) => note !== "").join(" ")
          : w.pipelinePricing(cents.size, of)}
      </p>
    </Section>
  );
}
