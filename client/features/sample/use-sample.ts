import { useEffect, useState } from "react";
import { useSession } from "../../chrome/session-context.tsx";
import type { OpenResult } from "../../local/open-local.ts";
import { openSampleOnce } from "../../local/sample/open-sample.ts";

/** The person's sample, opened; null until it is. */
export function useSample(): OpenResult | null {
  const { companyId, userId } = useSession();
  const [opened, setOpened] = useState<OpenResult | null>(null);
  useEffect(() => {
    let isOver = false;
    void openSampleOnce({ companyId, userId }).then((result) => isOver || setOpened(result));
    return () => {
      isOver = true;
    };
  }, [companyId, userId]);
  return opened;
}
