import { useEffect, useState } from "react";
import type { Session } from "../../shared/sync/wire.ts";
import { SessionProvider } from "../chrome/session-context.tsx";
import type { Local } from "../local/local.ts";
import { LocalProvider } from "../local/local-context.tsx";
import type { OpenError } from "../local/open-local.ts";
import { startSync, type SyncEngine } from "../sync/engine.ts";
import { SyncProvider } from "../sync/use-sync-state.ts";
import { CannotOpen } from "./cannot-open.tsx";
import { openRecords } from "./opening.ts";
import { firstScreen, Routes } from "./routes.tsx";
import { Splash } from "./splash.tsx";

type Opening =
  | { readonly phase: "opening" }
  | { readonly phase: "open"; readonly local: Local; readonly engine: SyncEngine }
  | { readonly phase: "failed"; readonly error: OpenError };

/** Names this build in every request: the hashed file name of the code that is running. */
const BUILD = (import.meta.url.split("/").at(-1) ?? "unknown").slice(0, 40);

/** The tablet of one person: opens its database, starts its sync, and shows its screens. */
export function Opened({ session }: { readonly session: Session }) {
  const [opening, setOpening] = useState<Opening>({ phase: "opening" });
  const { companyId, userId } = session;

  useEffect(() => {
    const life = new AbortController();
    const records = openRecords({ companyId, userId });
    // Both at once: a screen that is here when the records are needs no second wait.
    void Promise.all([records, firstScreen]).then(([opened]) => {
      if (!opened.ok) return setOpening({ phase: "failed", error: opened.error });
      const local = opened.value;
      if (life.signal.aborted) return local.database.close();
      const engine = startSync({ local, build: BUILD });
      life.signal.addEventListener("abort", () => {
        engine.stop();
        local.database.close();
      });
      setOpening({ phase: "open", local, engine });
    });
    return () => life.abort();
  }, [companyId, userId]);

  if (opening.phase === "opening") return <Splash />;
  if (opening.phase === "failed") return <CannotOpen error={opening.error} />;
  return (
    <SessionProvider session={session}>
      <LocalProvider local={opening.local}>
        <SyncProvider value={opening.engine}>
          <Routes />
        </SyncProvider>
      </LocalProvider>
    </SessionProvider>
  );
}
