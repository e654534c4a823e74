import { AppHeader } from "../ui/app-header.tsx";
import { Screen } from "../ui/screen.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useWords } from "../words/words-provider.tsx";

/** What stands there for the moment until the tablet's own records have been read. */
export function Splash() {
  const { t } = useWords();
  return (
    <Screen header={<AppHeader />}>
      <Skeleton rows={5} label={t.loading} />
    </Screen>
  );
}
