import { useEffect, useState } from "react";
import type { Session } from "../../shared/sync/wire.ts";
import type { Local } from "../local/local.ts";
import { LocalProvider } from "../local/local-context.tsx";
import { openLocal, type OpenError } from "../local/open-local.ts";
import { startSync } from "../sync/start-sync.ts";
import { CannotOpen } from "./cannot-open.tsx";
import { Routes } from "./routes.tsx";
import { SessionProvider } from "../chrome/session-context.tsx";
import { Splash } from "./splash.tsx";

type Opening =
  | { readonly phase: "opening" }
  | { readonly phase: "open"; readonly local: Local }
  | { readonly phase: "failed"; readonly error: OpenError };

/** The tablet of one person: opens its database, starts its sync, and shows its screens. */
export function Opened({ session }: { readonly session: Session }) {
  const [opening, setOpening] = useState<Opening>({ phase: "opening" });
  const { companyId, userId } = session;

  useEffect(() => {
    const life = new AbortController();
    openLocal({ companyId, userId }).then((opened) => {
      if (life.signal.aborted) {
        if (opened.ok) opened.value.database.close();
        return;
      }
      if (!opened.ok) return setOpening({ phase: "failed", error: opened.error });
      startSync(opened.value, life.signal);
      life.signal.addEventListener("abort", () => opened.value.database.close());
      setOpening({ phase: "open", local: opened.value });
    });
    return () => life.abort();
  }, [companyId, userId]);

  if (opening.phase === "opening") return <Splash />;
  if (opening.phase === "failed") return <CannotOpen error={opening.error} />;
  return (
    <SessionProvider session={session}>
      <LocalProvider local={opening.local}>
        <Routes />
      </LocalProvider>
    </SessionProvider>
  );
}
