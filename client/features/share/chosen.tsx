import { useEffect, useRef } from "react";
import type { EstimateListRow } from "../../local/queries/estimates.ts";
import { Button } from "../../ui/button.tsx";
import { Facts } from "../../ui/facts.tsx";
import { share } from "../../words/share.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { estimateWords } from "./estimate-words.ts";
import css from "./share.module.css";

type ChosenProps = {
  readonly row: EstimateListRow;
  readonly count: number;
  readonly isFiling: boolean;
  readonly onFile: () => void;
  readonly onAnother: () => void;
};

/** The estimate that was tapped, before anything is filed: with a signal a photo is on its way at once. */
export function Chosen({ row, count, isFiling, onFile, onAnother }: ChosenProps) {
  const words = useWords();
  const w = useSubject(share);
  const { name, facts } = estimateWords(row, words);
  // The row that was tapped has gone: the keyboard's place, and the reader's, is here.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={css["part"]} aria-labelledby="share-chosen">
      <h2 id="share-chosen" ref={heading} tabIndex={-1}>
        {w.fileUnder(name)}
      </h2>
      <p>
        <Facts facts={facts} />
      </p>
      <p className={css["lead"]}>{w.fileLead}</p>
      <div className={css["ways"]}>
        <Button variant="primary" big disabled={isFiling} onClick={onFile}>
          {isFiling ? w.filing : w.file(count)}
        </Button>
        <Button disabled={isFiling} onClick={onAnother}>
          {w.another}
        </Button>
      </div>
    </section>
  );
}
