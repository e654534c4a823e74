import type { PullResponse } from "../../../shared/sync/wire.ts";

/** What a server answers that has nothing new, at its first revisions; and whatever a test says otherwise. */
export const pullAnswer = (part: Partial<PullResponse> = {}): PullResponse => ({
  epoch: 1,
  from: 0,
  cursor: 10,
  more: false,
  reset: false,
  horizon: 0,
  wanted: [],
  living: null,
  lastSeq: 0,
  lastId: null,
  records: [],
  backedUpRev: 0,
  ...part,
});
