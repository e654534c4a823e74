import { useQuery } from "@tanstack/react-query";
import * as z from "zod/mini";
import css from "./sync-route.module.css";

const HEALTH_TIMEOUT_MS = 5_000;
/** While somebody looks at this screen. */
const ASK_AGAIN_MS = 15_000;

const healthSchema = z.object({ salesforce: z.string() });

async function askHealth(): Promise<z.infer<typeof healthSchema> | null> {
  try {
    const response = await fetch("/api/health", { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) });
    return z.safeParse(healthSchema, await response.json()).data ?? null;
  } catch {
    return null;
  }
}

/** The part only the server knows: whether Salesforce answers it. Silent when the server cannot be asked. */
export function ServerSays() {
  const health = useQuery({
    queryKey: ["health"],
    queryFn: askHealth,
    refetchInterval: ASK_AGAIN_MS,
  }).data;
  if (!health) return null;
  return (
    <section>
      <h2>Salesforce</h2>
      <p className={css["small"]}>{health.salesforce}</p>
    </section>
  );
}
