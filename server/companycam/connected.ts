import type { CompanyCam } from "./port.ts";
import type { PhotoFetcher } from "./reads/photo-bytes.ts";
import type { CompanyCamReads } from "./reads/reads.ts";
import type { WebhookCare } from "./webhooks/keep-webhook.ts";

/** What handlers need of a CompanyCam that is configured. */
export interface ConnectedCompanyCam {
  readonly companyCam: CompanyCam;
  readonly reads: CompanyCamReads;
  readonly pictures: PhotoFetcher;
  /** There is new work. */
  readonly wake: () => void;
  readonly state: () => {
    readonly breaker: "closed" | "half-open" | "open";
    readonly webhook: WebhookCare | null;
  };
}
