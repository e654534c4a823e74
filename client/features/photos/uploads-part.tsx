import { useEffect, useRef } from "react";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/section.tsx";
import { photos as words } from "../../words/photos.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { useUploads } from "./use-uploads.ts";
import css from "./waiting.module.css";

type UploadsPartProps = {
  readonly projectId: string | null;
  /** One more has reached CompanyCam while this was shown. */
  readonly onArrived: () => void;
};

/** Photos of the job that are on the server: on their way to CompanyCam, or refused there, with what can be done. */
export function UploadsPart({ projectId, onArrived }: UploadsPartProps) {
  const { t, date, time } = useWords();
  const w = useSubject(words);
  const { failed, onTheirWay, problem, tryAgain } = useUploads(projectId);
  const before = useRef(0);
  useEffect(() => {
    if (onTheirWay < before.current) onArrived();
    before.current = onTheirWay;
  }, [onTheirWay, onArrived]);
  return (
    <>
      {/* They stand before they say anything, so that whoever listens hears them change. */}
      <output>{onTheirWay === 0 ? null : <Banner>{w.onTheirWay(onTheirWay)}</Banner>}</output>
      <output>
        {problem === null ? null : <Banner tone="alarm">{`${w.away} ${w.awayTodo}`}</Banner>}
      </output>
      {failed.length === 0 ? null : (
        <Section title={w.notTakenThere}>
          <p>{w.notTakenThereLead}</p>
          <ul className={css["list"]} aria-label={w.notTakenThere}>
            {failed.map(({ id, capturedAt, message }) => {
              const taken = `${date(capturedAt)}, ${time(capturedAt)}`;
              return (
                <li key={id} className={css["words"]}>
                  <strong>{w.name(taken)}</strong>
                  {message === null ? null : <span>{`${w.refusedSaid} ${message}`}</span>}
                  <div className={css["ways"]}>
                    <Button aria-label={w.tryNamed(taken)} onClick={() => tryAgain(id)}>
                      {t.tryAgain}
                    </Button>
                  </div>
                </li>
              );
            })}
          </ul>
        </Section>
      )}
    </>
  );
}
