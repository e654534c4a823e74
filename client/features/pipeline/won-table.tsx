import { Money } from "../../ui/money.tsx";
import { pipeline } from "../../words/pipeline.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { ShareBar } from "./share-bar.tsx";
import { type Won, winRate } from "./won.ts";
import css from "./won-table.module.css";

type WonTableProps = {
  readonly caption: string;
  readonly rows: readonly (Won & { readonly label: string })[];
};

/** One row a month or a person: how many were made, how many of them won, and what those come to. */
export function WonTable({ caption, rows }: WonTableProps) {
  const { number } = useWords();
  const w = useSubject(pipeline);
  const most = Math.max(1, ...rows.map(({ made }) => made));
  return (
    <table className={css["table"]}>
      <caption>{caption}</caption>
      <thead className={css["unseen"]}>
        <tr>
          <th scope="col">{w.pipelineWhich}</th>
          <th scope="col">{w.pipelineWonCount}</th>
          <th scope="col">{w.pipelineRate}</th>
          <th scope="col">{w.pipelineValue}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const rate = winRate(row);
          return (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              <td className={css["share"]}>
                <ShareBar
                  length={row.made / most}
                  filled={row.made === 0 ? 0 : row.accepted / row.made}
                />
                {w.pipelineWonOf(row.accepted, row.made)}
              </td>
              <td className={css["rate"]}>{rate === null ? "–" : `${number(rate)} %`}</td>
              <td className={css["value"]}>
                <Money cents={row.acceptedCents} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
