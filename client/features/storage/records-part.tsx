import { useWaitingPhotos } from "../../local/hooks/use-waiting-photos.ts";
import { Button } from "../../ui/button.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Section } from "../../ui/section.tsx";
import { storage } from "../../words/storage.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { sizeWords } from "./size-words.ts";
import css from "./storage.module.css";
import type { StorageFound, StorageView } from "./use-storage.ts";

type RecordsPartProps = { readonly view: StorageView; readonly found: StorageFound };

/** The work itself, as far as the browser tells, and whether it has promised to keep it. */
export function RecordsPart({ view, found: { records, promised } }: RecordsPartProps) {
  const { number } = useWords();
  const w = useSubject(storage);
  const photos = useWaitingPhotos() ?? [];
  const size = photos.reduce((sum, photo) => sum + photo.size, 0);
  return (
    <Section title={w.records}>
      <List label={w.records}>
        <li>
          <ListRow
            title={records === null ? w.unknown : w.about(sizeWords(records, number, w))}
            detail={w.recordsLead}
          />
        </li>
        {photos.length === 0 ? null : (
          <li>
            <ListRow
              title={w.waiting(photos.length, sizeWords(size, number, w))}
              detail={w.waitingLead}
            />
          </li>
        )}
      </List>
      <div className={css["free"]}>
        <p aria-live="polite">
          <strong>{promised === true ? w.promised : w.notPromised}</strong>
          {promised === true ? null : (
            <>
              <br />
              {view.answered === false ? w.asked : w.notPromisedLead}
            </>
          )}
        </p>
        {promised === false ? <Button onClick={view.askBrowser}>{w.ask}</Button> : null}
      </div>
    </Section>
  );
}
