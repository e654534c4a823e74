import { Link } from "wouter";
import { AppHeader } from "../ui/app-header.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWords } from "../words/words-provider.tsx";

export function NotFound() {
  const { t } = useWords();
  return (
    <Screen header={<AppHeader />}>
      <EmptyState
        title={t.pageNotFound}
        action={
          <Link href="/" asChild>
            <ButtonLink variant="primary">{t.toEstimates}</ButtonLink>
          </Link>
        }
      />
    </Screen>
  );
}
