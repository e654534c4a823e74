import { type RefObject, useEffect, useRef } from "react";
import type { RecordOf } from "../../../shared/estimate/record.ts";

/**
 * The button that said yes is gone once the estimate is accepted, and the notice may be a long way up: this moves the
 * focus, and with it the eye and the screen reader, to the element of the ref. Call it above the sheet that asks, so
 * that the sheet has closed and given the focus back by then.
 */
export function useFocusOnAccepted(
  status: RecordOf<"estimate">["status"],
): RefObject<HTMLDivElement | null> {
  const notice = useRef<HTMLDivElement>(null);
  const before = useRef(status);
  useEffect(() => {
    if (status === "accepted" && before.current !== status) notice.current?.focus();
    before.current = status;
  }, [status]);
  return notice;
}
