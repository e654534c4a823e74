import { MainHeader } from "../../chrome/main-header.tsx";
import { Screen } from "../../ui/screen.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { storage } from "../../words/storage.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { CachesPart } from "./caches-part.tsx";
import { RecordsPart } from "./records-part.tsx";
import css from "./storage.module.css";
import { useStorage } from "./use-storage.ts";

/** `/settings/storage`: what is used by what on this tablet, and giving some of it back. */
export function StorageRoute() {
  const { t } = useWords();
  const w = useSubject(storage);
  const view = useStorage();
  return (
    <Screen header={<MainHeader title={w.title} back={{ href: "/settings" }} />}>
      {view.found ? (
        <div className={css["parts"]}>
          <CachesPart view={view} worker={view.found.worker} />
          <RecordsPart view={view} found={view.found} />
        </div>
      ) : (
        <Skeleton rows={3} label={t.loading} />
      )}
    </Screen>
  );
}
