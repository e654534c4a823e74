import { add, type Exact, ZERO } from "../../../shared/exact/exact.ts";
import { toNumber } from "../../../shared/exact/print-exact.ts";
import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import type { Problem } from "../../../shared/pricing/problem.ts";
import { impliedWords } from "../../chrome/implied-words.ts";
import { formatCents } from "../../ui/format-cents.ts";
import { NextIcon } from "../../ui/icons.tsx";
import { offer } from "../../words/offer.ts";
import { problems as problemSubject } from "../../words/problems.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./for-estimator.module.css";
import { WhereItGoes } from "./where-it-goes.tsx";

type ForEstimatorProps = {
  readonly option: PricedOption;
  readonly problems: readonly Problem[];
};

/** What the job costs and leaves over: closed whenever the screen opens, because the customer sits across the table. */
export function ForEstimator({ option, problems }: ForEstimatorProps) {
  const w = useSubject(offer);
  const problemWords = useSubject(problemSubject);
  const isBelowNet = problems.some(
    ({ code, option: about }) => code === "below_net" && about === option.key,
  );
  return (
    <details className={css["mine"]}>
      <summary>
        <NextIcon size={20} />
        {w.offerForYou}
      </summary>
      <div className={css["inside"]}>
        <Shares option={option} />
        {isBelowNet ? <p>{problemWords.problemBelowNet}</p> : null}
        <WhereItGoes option={option} />
        <AtAGlance option={option} />
      </div>
    </details>
  );
}

type OfOption = { readonly option: PricedOption };

/** The two ways to say the same profit, side by side: of the price, and on the cost. */
function Shares({ option: { cost } }: OfOption) {
  const { number } = useWords();
  const w = useSubject(offer);
  const percent = (share: Exact | null) =>
    share === null ? w.offerNone : `${number(toNumber(share))} %`;
  return (
    <dl className={css["shares"]}>
      <div>
        <dt>{w.offerMargin}</dt>
        <dd>{percent(cost.marginPercent)}</dd>
      </div>
      <div>
        <dt>{w.offerMarkup}</dt>
        <dd>{percent(cost.markupPercent)}</dd>
      </div>
    </dl>
  );
}

function AtAGlance({ option }: OfOption) {
  const words = useWords();
  const w = useSubject(offer);
  const { implied, hours, paint } = option;
  const sentence = impliedWords(
    {
      hours: hours.exact,
      unitsPerHour: implied.sqftPerHour,
      centsPerUnit: implied.centsPerSqft,
      unit: "sqft",
    },
    words,
  );
  const gallons = (of: readonly Exact[]) => words.number(toNumber(of.reduce(add, ZERO)), 2);
  return (
    <div className={css["glance"]}>
      {sentence === null ? null : <p>{sentence}</p>}
      {implied.centsPerCrewDay === null ? null : (
        <p>{w.offerPerDay(formatCents(Math.round(toNumber(implied.centsPerCrewDay))))}</p>
      )}
      <p>
        {w.offerGallonsOf(
          gallons(paint.map(({ exactGallons }) => exactGallons)),
          gallons(paint.map(({ gallonsBought }) => gallonsBought)),
        )}
      </p>
    </div>
  );
}
