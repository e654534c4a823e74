import type { ReactNode } from "react";
import type { Queue } from "../../local/queries/queue.ts";
import { BoxIcon, CloudIcon, TabletIcon } from "../../ui/icons.tsx";
import { Section } from "../../ui/section.tsx";
import { where } from "../../words/where.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import css from "./three-truths.module.css";

/** On this tablet, on the server, in the backup: the way that every change goes, and how many stand where. */
export function ThreeTruths({
  queue,
  photos,
  refused,
}: {
  readonly queue: Queue;
  /** That are on this tablet only. */
  readonly photos: number;
  readonly refused: number;
}) {
  const { number } = useWords();
  const w = useSubject(where);
  const { onServer, backedUpRev } = queue;
  const here = queue.here + photos;
  const waits = here + onServer > 0;
  const nothingHere = refused > 0 ? w.whereTabletRefused(refused) : w.whereTabletNone;
  return (
    <Section title={w.whereTruths}>
      <ol className={css["way"]}>
        <Stage
          icon={<TabletIcon />}
          title={w.whereTablet}
          words={here === 0 ? nothingHere : w.whereTabletSome}
          figure={number(here)}
          isEmpty={here === 0}
        />
        <Stage
          icon={<CloudIcon />}
          title={w.whereServer}
          words={onServer === 0 ? w.whereServerNone : w.whereServerSome}
          figure={number(onServer)}
          isEmpty={onServer === 0}
        />
        <Stage
          icon={<BoxIcon />}
          title={w.whereBackup}
          words={
            backedUpRev === 0 ? w.whereBackupNever : waits ? w.whereBackupRest : w.whereBackupAll
          }
          figure={backedUpRev === 0 ? "–" : "✓"}
          isEmpty={backedUpRev === 0}
        />
      </ol>
    </Section>
  );
}

type StageProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly words: string;
  readonly figure: string;
  readonly isEmpty: boolean;
};

function Stage({ icon, title, words, figure, isEmpty }: StageProps) {
  return (
    <li className={css["stage"]} data-empty={isEmpty}>
      <span className={css["icon"]}>{icon}</span>
      <div className={css["words"]}>
        <h3>{title}</h3>
        <p>{words}</p>
      </div>
      <span className={css["figure"]}>{figure}</span>
    </li>
  );
}
