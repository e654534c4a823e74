import { Component, type ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { useWords } from "../words/words-provider.tsx";

type Props = { readonly children: ReactNode };

/** A bug in a screen takes the screen, never the work: what was saved is on the disk. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenScreen /> : this.props.children;
  }
}

function BrokenScreen() {
  const { t } = useWords();
  return (
    <main style={{ padding: "var(--space-4)" }}>
      <ErrorNotice
        happened={t.screenBroke}
        safe={t.screenBrokeSafe}
        todo={t.screenBrokeTodo}
        action={
          <Button variant="primary" onClick={() => location.assign("/")}>
            {t.startAgain}
          </Button>
        }
      />
    </main>
  );
}
