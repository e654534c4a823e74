import { useMemo } from "react";
import { useSearchParams } from "wouter";
import type { PricedOption } from "../../../shared/pricing/priced-estimate.ts";
import { EstimateHeader } from "../../chrome/estimate-header.tsx";
import type { OpenedEstimate } from "../../chrome/open-estimate.tsx";
import { shownOption } from "../../chrome/shown-option.ts";
import { siteLine } from "../../chrome/site-line.ts";
import { usePricedEstimate } from "../../chrome/use-priced-estimate.ts";
import { ActionBar } from "../../ui/action-bar.tsx";
import { Button } from "../../ui/button.tsx";
import { formatCents } from "../../ui/format-cents.ts";
import { PaperIcon } from "../../ui/icons.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { offer } from "../../words/offer.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { calculationOf, type Part } from "./calculation.ts";
import css from "./calculation-screen.module.css";
import { dayWords } from "./sum-rows.ts";

/** The whole calculation of one option, for paper and for whoever wants to follow it with a pencil. */
export function CalculationScreen({ opened }: { readonly opened: OpenedEstimate }) {
  const { t } = useWords();
  const w = useSubject(offer);
  const { estimate } = opened.estimate;
  const priced = usePricedEstimate(opened.estimate, opened.priceBook);
  const [wanted] = useSearchParams();
  const option = shownOption(estimate, priced, wanted.get("option"));
  return (
    <Screen
      isReading
      header={
        <EstimateHeader
          estimateId={estimate.id}
          title={w.offerPrintTitle}
          detail={opened.customer?.name}
          backTo={`/estimates/${estimate.id}/price?${wanted}`}
        />
      }
      bar={
        <ActionBar>
          <Button variant="primary" icon={<PaperIcon />} onClick={() => print()}>
            {w.offerPrintNow}
          </Button>
        </ActionBar>
      }
    >
      {option ? <Paper opened={opened} option={option} /> : <Skeleton label={t.loading} />}
    </Screen>
  );
}

type PaperProps = { readonly opened: OpenedEstimate; readonly option: PricedOption };

function Paper({ opened, option }: PaperProps) {
  const words = useWords();
  const { language, t } = words;
  const w = useSubject(offer);
  const { priceBook, customer } = opened;
  const { estimate, day } = opened.estimate;
  const calculation = useMemo(() => calculationOf(option, words), [option, words]);
  return (
    <article className={css["paper"]}>
      <header className={css["head"]}>
        <p>{[customer?.name, siteLine(estimate)].filter(Boolean).join(", ")}</p>
        <p>
          {dayWords(day, words)} · {w.offerPrintBook(priceBook.name[language], priceBook.version)}
        </p>
        <p className={css["total"]}>
          {w.offerPrintOption(option.label[language], formatCents(option.totalCents))}
        </p>
        <p className={css["soft"]}>{priceBook.isExample ? t.priceExample : w.offerPrintLead}</p>
      </header>
      <h2>{w.offerPrintSum}</h2>
      <Parts parts={calculation.money} />
      <h2>{t.priceIncludes(option.label[language])}</h2>
      <Parts parts={calculation.lines} />
      <h2>{w.offerPrintShared}</h2>
      <Parts parts={calculation.shared} />
      <h2>{w.offerPrintSources}</h2>
      <ol className={css["sources"]}>
        {calculation.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ol>
    </article>
  );
}

function Parts({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <div className={css["parts"]}>
      {parts.map(({ key, title, steps }) => (
        <section key={key} className={css["part"]}>
          <h3>{title}</h3>
          <ul>
            {steps.map((step, index) => (
              // A figure may stand twice in a part; the list never changes.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index} style={{ paddingInlineStart: `${Math.min(step.depth, 8) * 14}px` }}>
                <p className={css["figure"]}>
                  <span>{step.label}</span>
                  <span className={css["value"]}>{step.value}</span>
                </p>
                <p className={css["soft"]}>
                  {[step.formula, ...step.origin].filter((part) => part !== null).join(" · ")}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
