import type { UpstreamCache } from "../cache/upstream-cache.ts";
import { type CompanyCamConnection, type ConnectionParts, connectCompanyCam } from "./connect.ts";
import type { ConnectedCompanyCam } from "./connected.ts";
import { createPhotoFetcher } from "./reads/photo-bytes.ts";
import { createReads } from "./reads/reads.ts";
import { type CompanyCamServiceParts, startCompanyCamService } from "./service.ts";
import type { CompanyCamConfig } from "./settings.ts";

/** How long a stop waits for calls in flight before it cuts them; both sides bear that. */
const FINISH_MS = 5000;

export interface RunningCompanyCam {
  readonly connected: ConnectedCompanyCam;
  /** How the calls fare, for metrics. */
  readonly connection: Pick<CompanyCamConnection, "report" | "usage">;
  /** Finishes what is in flight, within seconds. */
  stop(): Promise<void>;
}

/** Connects to CompanyCam and begins to work for it. */
export function startCompanyCam(
  config: CompanyCamConfig,
  parts: ConnectionParts &
    Pick<CompanyCamServiceParts, "organisation"> & {
      readonly cache: UpstreamCache;
      readonly publicUrl: string;
    },
): RunningCompanyCam {
  const connection = connectCompanyCam(config, parts);
  const { companyCam } = connection;
  const service = startCompanyCamService({ ...parts, companyCam, webhooks: config.webhooks });
  return {
    connection,
    connected: {
      companyCam,
      reads: createReads(companyCam, parts.cache),
      pictures: createPhotoFetcher(config.apiUrl),
      wake: () => service.wake(),
      state: () => ({ breaker: connection.report().breaker, webhook: service.webhookCare() }),
    },
    async stop() {
      const cut = setTimeout(() => connection.close(), FINISH_MS);
      await service.stop();
      clearTimeout(cut);
      connection.close();
    },
  };
}
