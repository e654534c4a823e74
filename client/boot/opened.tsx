import { useEffect, useState } from "react";
import type { Session } from "../../shared/sync/wire.ts";
import { SessionProvider } from "../chrome/session-context.tsx";
import { LocalProvider } from "../local/local-context.tsx";
import { SyncProvider } from "../sync/sync-provider.tsx";
import { CannotOpen } from "./cannot-open.tsx";
import { openedEarly, openRecords } from "./opening.ts";
import { Routes } from "./routes.tsx";
import { Splash } from "./splash.tsx";

/** Names this build in every request: the hashed file name of the code that is running. */
const BUILD = (import.meta.url.split("/").at(-1) ?? "unknown").slice(0, 40);

/** The tablet of one person: opens its database, keeps it in step with the server, and shows its screens. */
export function Opened({ session }: { readonly session: Session }) {
  const [opened, setOpened] = useState(() => openedEarly(session));
  const { companyId, userId } = session;

  useEffect(() => {
    const life = new AbortController();
    void openRecords({ companyId, userId }).then((result) => {
      if (result.ok) {
        const { database } = result.value;
        if (life.signal.aborted) return database.close();
        life.signal.addEventListener("abort", () => database.close());
      }
      setOpened(result);
    });
    return () => life.abort();
  }, [companyId, userId]);

  if (opened === null) return <Splash />;
  if (!opened.ok) return <CannotOpen error={opened.error} />;
  return (
    <SessionProvider session={session}>
      <LocalProvider local={opened.value}>
        <SyncProvider build={BUILD}>
          <Routes />
        </SyncProvider>
      </LocalProvider>
    </SessionProvider>
  );
}
