import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { rememberedSession, rememberSession } from "../local/session.ts";
import { ToastHost } from "../ui/toast.tsx";
import { useWords } from "../words/words-provider.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Opened } from "./opened.tsx";
import { askSession } from "./session.ts";
import { SignIn } from "./sign-in.tsx";
import { Splash } from "./splash.tsx";

/**
 * Decides who is here. A remembered session opens the tablet at once, without asking the network; the
 * server's answer, when it comes, only corrects it.
 */
export function App() {
  const { t } = useWords();
  const answer = useQuery({ queryKey: ["session"], queryFn: () => askSession(fetch) }).data;
  const [remembered] = useState(rememberedSession);
  const session = answer?.kind === "signed-in" ? answer.session : remembered;
  useEffect(() => {
    if (answer?.kind === "signed-in") rememberSession(answer.session);
  }, [answer]);

  return (
    <ErrorBoundary>
      <ToastHost closeLabel={t.close}>
        {session ? (
          <Opened key={`${session.companyId}-${session.userId}`} session={session} />
        ) : answer ? (
          <SignIn reachable={answer.kind === "signed-out"} />
        ) : (
          <Splash />
        )}
      </ToastHost>
    </ErrorBoundary>
  );
}
