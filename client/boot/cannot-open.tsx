import type { OpenError } from "../local/open-local.ts";
import { Button } from "../ui/button.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import type { Words } from "../words/dictionary.ts";
import { useWords } from "../words/words-provider.tsx";

/** What happened, what is safe, what to do: one triple for each way the tablet's storage can fail to open. */
function explain(code: OpenError["code"], t: Words): readonly [string, string, string] {
  switch (code) {
    case "blocked":
      return [t.openBlocked, t.openBlockedSafe, t.openBlockedTodo];
    case "newer_version":
      return [t.openNewer, t.openNewerSafe, t.openNewerTodo];
    case "storage_full":
      return [t.openFull, t.openFullSafe, t.openFullTodo];
    case "not_kept":
      return [t.openNotKept, t.openNotKeptSafe, t.openNotKeptTodo];
    case "broken":
      return [t.openBroken, t.openBrokenSafe, t.openBrokenTodo];
  }
}

/** The tablet cannot keep work, so the app refuses to pretend that it can. */
export function CannotOpen({ error }: { readonly error: OpenError }) {
  const { t } = useWords();
  const [happened, safe, todo] = explain(error.code, t);
  return (
    <main style={{ padding: "var(--space-4)" }}>
      <ErrorNotice
        happened={happened}
        safe={safe}
        todo={todo}
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            {t.tryAgain}
          </Button>
        }
      />
    </main>
  );
}
