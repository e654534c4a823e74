import type { ReactNode } from "react";
import { AlertIcon, TabletIcon, TickIcon } from "../../ui/icons.tsx";
import { where } from "../../words/where.ts";
import { useSubject } from "../../words/words-provider.tsx";
import { type Light, lightOf, lightWords, type Standing } from "./light.ts";
import css from "./safety-light.module.css";

type SafetyLightProps = {
  readonly standing: Standing;
  /** When, in small. */
  readonly notes: readonly string[];
  /** What came of asking the server just now; null while nobody has. */
  readonly checked: string | null;
  /** What can be done about it. */
  readonly action: ReactNode;
};

const drawings: Readonly<Record<Light, ReactNode>> = {
  safe: <TickIcon size={40} />,
  "here-only": <TabletIcon size={40} />,
  "needs-you": <AlertIcon size={40} />,
};

/** The one thing one wants to know before driving off: in a word, a drawing and a colour. */
export function SafetyLight({ standing, notes, checked, action }: SafetyLightProps) {
  const w = useSubject(where);
  const light = lightOf(standing);
  const titles: Readonly<Record<Light, string>> = {
    safe: w.whereSafe,
    "here-only": w.whereHereOnly,
    "needs-you": w.whereNeedsYou,
  };
  return (
    <section className={css["light"]} data-light={light} aria-label={w.whereTitle}>
      <span className={css["lamp"]}>{drawings[light]}</span>
      <output className={css["words"]}>
        <span className={css["title"]}>{titles[light]}</span>
        <span>{lightWords(standing, w)}</span>
        {notes.map((note) => (
          <span key={note} className={css["small"]}>
            {note}
          </span>
        ))}
      </output>
      <div className={css["action"]}>{action}</div>
      {/* Always there, so that what comes into it is read out. */}
      <output className={css["checked"]}>{checked}</output>
    </section>
  );
}
