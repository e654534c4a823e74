import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Session } from "../../shared/sync/wire.ts";
import { lazyPart } from "../chrome/lazy-part.ts";
import { tellWhoIsHere } from "../chrome/who-is-here.ts";
import { rememberSession } from "../local/session.ts";
import { signedFetch } from "../session/signed-fetch.ts";
import { ToastHost } from "../ui/toast.tsx";
import { useWords } from "../words/words-provider.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Opened } from "./opened.tsx";
import { askSession, sessionAfter } from "./session.ts";
import { SignIn } from "./sign-in.tsx";
import { Splash } from "./splash.tsx";

const pair = lazyPart(
  async () => (await import("../features/pair/pair-part.tsx")).PairPart,
  Splash,
);

const whoWasHere = async (): Promise<Session | null> =>
  (await import("../local/find-kept-session.ts")).findKeptSession();

/**
 * Decides who is here. A remembered session opens the tablet at once, without asking the network; the
 * server's answer, when it comes, only corrects it.
 */
export function App({ remembered }: { readonly remembered: Session | null }) {
  const { t } = useWords();
  const answer = useQuery({
    queryKey: ["session"],
    queryFn: () => askSession(signedFetch, remembered ? async () => remembered : whoWasHere),
  }).data;
  const [known, setKnown] = useState(remembered);
  const session = sessionAfter(known, answer);
  if (session !== known) setKnown(session);
  useEffect(() => {
    if (session) rememberSession(session);
    // Whoever signs in is a new page's session; nobody is here for certain only when the server has been asked.
    if (session || answer) void tellWhoIsHere(session && session.companyId + session.userId);
  }, [session, answer]);

  return (
    <ErrorBoundary>
      <ToastHost closeLabel={t.close}>
        {location.pathname === "/pair" ? (
          <pair.Part />
        ) : session ? (
          <Opened
            key={`${session.companyId}-${session.userId}`}
            session={session}
            device={answer?.kind === "signed-in" ? answer.device : null}
          />
        ) : answer ? (
          <SignIn reachable={answer.kind === "signed-out"} />
        ) : (
          <Splash />
        )}
      </ToastHost>
    </ErrorBoundary>
  );
}
