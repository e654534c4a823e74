import type { Clock } from "../clock.ts";
import type { Log } from "../observe/log.ts";
import type { Redis } from "../redis/redis.ts";
import type { Store } from "../store/store.ts";
import type { UpstreamObserver, UpstreamReport } from "../upstream/upstream.ts";
import { type CallBudget, createCallBudget } from "./call-budget.ts";
import type { CompanyCam } from "./port.ts";
import type { CompanyCamConfig } from "./settings.ts";
import { sharedGrant } from "./tokens/shared-grant.ts";
import { personalToken, type TokenSource } from "./tokens/token-source.ts";
import { createTransport } from "./transport.ts";
import { v1Adapter } from "./v1/adapter.ts";
import { v2Adapter } from "./v2/adapter.ts";

export interface ConnectionParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Null: none is configured. */
  readonly redis: Redis | null;
  readonly observer?: UpstreamObserver | undefined;
  readonly firstDelayMs?: number | undefined;
}

export interface CompanyCamConnection {
  readonly companyCam: CompanyCam;
  /** How the calls fare, for health and metrics. */
  report(): UpstreamReport;
  /** What is used of the calls that CompanyCam allows. */
  usage: CallBudget["usage"];
  /** Ends what is under way. */
  close(): void;
}

const paths = { v2: "/v2", v1: "/public_api/v1" } as const;

/** CompanyCam, by the API and the way in that the settings name. Nothing is asked yet. */
export function connectCompanyCam(
  config: CompanyCamConfig,
  parts: ConnectionParts,
): CompanyCamConnection {
  const closing = new AbortController();
  const budget = createCallBudget(parts.redis);
  const transport = createTransport({
    baseUrl: config.apiUrl + paths[config.api],
    tokens: tokensOf(config, parts),
    budget,
    observer: parts.observer,
    firstDelayMs: parts.firstDelayMs,
    signal: closing.signal,
  });
  return {
    companyCam: config.api === "v1" ? v1Adapter(transport) : v2Adapter(transport),
    report: () => transport.upstream.report(),
    usage: () => budget.usage(),
    close: () => closing.abort(),
  };
}

function tokensOf({ access, oauthUrl }: CompanyCamConfig, parts: ConnectionParts): TokenSource {
  if (access.by === "token") return personalToken(access.token);
  const { clientId, clientSecret, refreshToken } = access;
  const client = { url: oauthUrl, clientId, clientSecret };
  return sharedGrant({ ...parts, client, firstRefreshToken: refreshToken });
}
