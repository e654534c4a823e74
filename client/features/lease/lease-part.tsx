import { ClosedScreen } from "./closed-screen.tsx";
import { LeaseNotices } from "./lease-notices.tsx";
import { useLeaseWatch } from "./use-lease-watch.ts";

export type LeasePartProps = {
  /** `watch` stands beside the screens and draws nothing, `notices` in each of them, the others in their place. */
  readonly shows: "watch" | "notices" | "locked" | "wiping";
};

/** How long this tablet may be worked on, and what the office wants of it. */
export function LeasePart({ shows }: LeasePartProps) {
  switch (shows) {
    case "watch":
      return <Watch />;
    case "notices":
      return <LeaseNotices />;
    case "locked":
    case "wiping":
      return <ClosedScreen isWiping={shows === "wiping"} />;
  }
}

function Watch() {
  useLeaseWatch();
  return null;
}
