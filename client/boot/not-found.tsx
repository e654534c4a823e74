import { Link } from "wouter";
import { MainHeader } from "../chrome/main-header.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Screen } from "../ui/screen.tsx";
import { useWords } from "../words/words-provider.tsx";

export function NotFound() {
  const { t } = useWords();
  return (
    <Screen header={<MainHeader back={{ href: "/" }} />}>
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
