import { useQuery } from "@tanstack/react-query";
import * as z from "zod/mini";
import { type SalesforceReport, standingSchema } from "../../../shared/health.ts";
import { where } from "../../words/where.ts";
import { useSubject, useWords, type WordsApi } from "../../words/words-provider.tsx";
import css from "./sync-route.module.css";
import { signedFetch } from "../../session/signed-fetch.ts";

const STANDING_TIMEOUT_MS = 5_000;
/** While somebody looks at this screen. */
const ASK_AGAIN_MS = 15_000;

async function askStanding(): Promise<SalesforceReport | null> {
  try {
    const response = await signedFetch("/api/v1/standing", {
      signal: AbortSignal.timeout(STANDING_TIMEOUT_MS),
    });
    return z.safeParse(standingSchema, await response.json()).data?.salesforce ?? null;
  } catch {
    return null;
  }
}

/** The part only the server knows: whether Salesforce answers it. Silent when the server cannot be asked. */
export function ServerSays() {
  const words = useWords();
  const w = useSubject(where);
  const report = useQuery({
    queryKey: ["standing"],
    queryFn: askStanding,
    refetchInterval: ASK_AGAIN_MS,
  }).data;
  if (!report) return null;
  return (
    <section>
      <h2>Salesforce</h2>
      <p>{standingWords(report, words, w)}</p>
      {report.setupProblem === null ? null : (
        // Names of fields and products as the office finds them in Salesforce: not translated.
        <p className={css["small"]}>
          {w.salesforceSetup} <span lang="en">{report.setupProblem}</span>
        </p>
      )}
    </section>
  );
}

function standingWords(
  { standing, lastAnsweredAt }: SalesforceReport,
  words: WordsApi,
  w: typeof where.en,
): string {
  const { time } = words;
  const since = lastAnsweredAt === null ? "" : ` ${w.salesforceLast(time(lastAnsweredAt))}`;
  switch (standing) {
    case "connecting":
      return w.salesforceConnecting;
    case "loading":
      return w.salesforceLoading;
    case "current":
      return w.salesforceCurrent + since;
    case "silent":
      return w.salesforceSilent + since;
    case "maintenance":
      return w.salesforceMaintenance + since;
    case "quota_spent":
      return w.salesforceQuota + since;
    case "locked_out":
    case "refused":
      return w.salesforceLockedOut + since;
  }
}
