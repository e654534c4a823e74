import { useEffect, useState, useSyncExternalStore } from "react";
import type { Device } from "../../shared/sync/device.ts";
import type { Session } from "../../shared/sync/wire.ts";
import { lazyPart } from "../chrome/lazy-part.ts";
import { SessionProvider } from "../chrome/session-context.tsx";
import type { LeasePartProps } from "../features/lease/lease-part.tsx";
import type { TabletPartProps } from "../features/tablet/tablet-part.tsx";
import { useStorageStanding } from "../local/hooks/use-storage-standing.ts";
import { keepSession } from "../local/kept-session.ts";
import { LocalProvider } from "../local/local-context.tsx";
import type { Local } from "../local/local.ts";
import type { OpenResult } from "../local/open-local.ts";
import { closureNow, subscribeClosure } from "../session/closure.ts";
import { SyncProvider } from "../sync/sync-provider.tsx";
import { ScreenNotices } from "../ui/screen-notices.ts";
import { CannotOpen } from "./cannot-open.tsx";
import { openedEarly, openRecords } from "./opening.ts";
import { loadFirstScreen, Routes } from "./routes.tsx";
import { Splash } from "./splash.tsx";

/** Names this build in every request: the hashed file name of the code that is running. */
const BUILD = (import.meta.url.split("/").at(-1) ?? "unknown").slice(0, 40);

const tablet = lazyPart<TabletPartProps>(
  async () => (await import("../features/tablet/tablet-part.tsx")).TabletPart,
);

const lease = lazyPart<LeasePartProps>(
  async () => (await import("../features/lease/lease-part.tsx")).LeasePart,
);

type OpenedProps = {
  readonly session: Session;
  /** What the server knows of this browser; null until it has answered. */
  readonly device: Device | null;
};

/** The tablet of one person: opens its database, keeps it in step with the server, and shows its screens. */
export function Opened({ session, device }: OpenedProps) {
  const [opened, setOpened] = useState(() => openedEarly(session));
  const { companyId, userId } = session;
  const closure = useSyncExternalStore(subscribeClosure, closureNow);

  useEffect(() => {
    const life = new AbortController();
    const take = (result: OpenResult): void => {
      if (result.ok) {
        const { database } = result.value;
        if (life.signal.aborted) return database.close();
        life.signal.addEventListener("abort", () => database.close());
      } else if (result.error.code === "blocked") void result.error.unblocked.then(take);
      if (!life.signal.aborted) setOpened(result);
    };
    void loadFirstScreen();
    void openRecords({ companyId, userId }).then(take);
    return () => life.abort();
  }, [companyId, userId]);

  useEffect(() => {
    // A disk that is full says so when somebody types; the tablet only forgets sooner who was here.
    if (opened?.ok) keepSession(opened.value.database, session).catch(() => undefined);
  }, [opened, session]);

  if (opened === null) return <Splash />;
  if (!opened.ok) return <CannotOpen error={opened.error} />;
  return (
    <SessionProvider session={session}>
      <LocalProvider local={opened.value} readOnly={session.role === "painter" || closure !== null}>
        <SyncProvider build={BUILD} userId={userId}>
          {closure === "locked" || closure === "wiping" ? (
            <lease.Part shows={closure} />
          ) : (
            <Standing local={opened.value} device={device} />
          )}
          <lease.Part shows="watch" />
        </SyncProvider>
      </LocalProvider>
    </SessionProvider>
  );
}

type StandingProps = Pick<OpenedProps, "device"> & { readonly local: Local };

/** The screens, for as long as this window has the records; what there is to say of their storage stands in each. */
function Standing({ local, device }: StandingProps) {
  const { Part } = tablet;
  const standing = useStorageStanding(local);
  if (standing === "taken_over") return <Part shows="taken-over" device={device} />;
  if (standing === "cleared") return <Part shows="cleared" device={device} />;
  return (
    <ScreenNotices value={<Notices device={device} />}>
      <Routes />
      <Part shows="watch" device={device} />
    </ScreenNotices>
  );
}

function Notices({ device }: Pick<OpenedProps, "device">) {
  return (
    <>
      <lease.Part shows="notices" />
      <tablet.Part shows="notices" device={device} />
    </>
  );
}
