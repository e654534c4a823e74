import { Banner } from "../../ui/banner.tsx";
import { ClockIcon } from "../../ui/icons.tsx";
import { Notice, ranks } from "../../ui/notice-board.tsx";
import { lease } from "../../words/lease.ts";
import { useSubject, useWords } from "../../words/words-provider.tsx";
import { ConnectButton } from "./connect-button.tsx";
import { useLeaseState } from "./lease-state.ts";

/** What a person should know before, and while, the tablet takes no edits. */
export function LeaseNotices() {
  const w = useSubject(lease);
  const { date } = useWords();
  const { check } = useLeaseState();
  if (!check) return null;
  const connect = <ConnectButton />;
  return (
    <>
      {check.isClockBehind ? (
        <Notice rank={ranks.clockBehind}>
          <Banner icon={<ClockIcon />}>
            <strong>{w.clock}</strong> {w.clockTodo}
          </Banner>
        </Notice>
      ) : null}
      {check.standing === "ended" ? (
        <Notice rank={ranks.leaseEnded}>
          <Banner tone="alarm" icon={<ClockIcon />} action={connect}>
            <strong>{w.ended}</strong> {w.endedTodo}
          </Banner>
        </Notice>
      ) : null}
      {check.standing === "ending" && check.endsAt !== null ? (
        <Notice rank={ranks.leaseEnding}>
          <Banner tone="next" icon={<ClockIcon />} action={connect}>
            {w.ending(date(check.endsAt))}
          </Banner>
        </Notice>
      ) : null}
    </>
  );
}
