import { useQuery } from "@tanstack/react-query";
import * as z from "zod/mini";
import { healthSchema, type SalesforceReport } from "../../../shared/health.ts";
import { useWords, type WordsApi } from "../../words/words-provider.tsx";
import css from "./sync-route.module.css";

const HEALTH_TIMEOUT_MS = 5_000;
/** While somebody looks at this screen. */
const ASK_AGAIN_MS = 15_000;

async function askHealth(): Promise<SalesforceReport | null> {
  try {
    const response = await fetch("/api/health", { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) });
    return z.safeParse(healthSchema, await response.json()).data?.salesforce ?? null;
  } catch {
    return null;
  }
}

/** The part only the server knows: whether Salesforce answers it. Silent when the server cannot be asked. */
export function ServerSays() {
  const words = useWords();
  const report = useQuery({
    queryKey: ["health"],
    queryFn: askHealth,
    refetchInterval: ASK_AGAIN_MS,
  }).data;
  if (!report) return null;
  return (
    <section>
      <h2>Salesforce</h2>
      <p>{standingWords(report, words)}</p>
      {report.setupProblem === null ? null : (
        // Names of fields and products as the office finds them in Salesforce: not translated.
        <p className={css["small"]}>
          {words.t.salesforceSetup} <span lang="en">{report.setupProblem}</span>
        </p>
      )}
    </section>
  );
}

function standingWords({ standing, lastAnsweredAt }: SalesforceReport, words: WordsApi): string {
  const { t, time } = words;
  const since = lastAnsweredAt === null ? "" : ` ${t.salesforceLast(time(lastAnsweredAt))}`;
  switch (standing) {
    case "connecting":
      return t.salesforceConnecting;
    case "loading":
      return t.salesforceLoading;
    case "current":
      return t.salesforceCurrent + since;
    case "silent":
      return t.salesforceSilent + since;
    case "maintenance":
      return t.salesforceMaintenance + since;
    case "quota_spent":
      return t.salesforceQuota + since;
    case "locked_out":
    case "refused":
      return t.salesforceLockedOut + since;
  }
}
