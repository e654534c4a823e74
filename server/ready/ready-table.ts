import { jwksResource } from "../keys/jwks-resource.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { healthResource, type HealthSources } from "../routes/health.ts";
import type { Store } from "../store/store.ts";
import { readClockRow } from "../sync/clock-row.ts";
import type { ReadyTable } from "./ready-front.ts";
import { simpleHealth } from "./simple-health.ts";
import { versionResource } from "./version.ts";

/** What is answered from memory. Each of these addresses has its entries in the route table as well. */
export function readyTable({
  keys,
  store,
  killSw,
  ...rest
}: Omit<HealthSources, "revision"> & {
  readonly killSw: boolean;
  readonly keys: KeyRing;
  readonly store: Store;
}): ReadyTable {
  const revision = async (): Promise<number> => (await store.read(readClockRow)).rev;
  const health = { ...rest, revision };
  const jwks = jwksResource(() => keys.jwks());
  return new Map([
    ["/.well-known/jwks.json", jwks],
    ["/api/.well-known/jwks.json", jwks],
    ["/api/health", healthResource(health)],
    ["/api/simple-health", simpleHealth],
    ["/api/version", versionResource({ build: rest.build, killSw })],
  ]);
}
