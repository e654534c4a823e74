/** /limits, and the header that tells the client how much of the daily quota is used. */
import { ok, type RestHandler } from "./call.ts";

/** The daily quota of an Enterprise org without extra licences. */
export const dailyApiRequests = 100_000;

export const limits: RestHandler = ({ apiUsage }) =>
  ok({
    DailyApiRequests: {
      Max: dailyApiRequests,
      Remaining: Math.max(0, dailyApiRequests - apiUsage),
    },
    DataStorageMB: { Max: 1_024, Remaining: 1_000 },
    FileStorageMB: { Max: 1_024, Remaining: 1_000 },
  });

export const limitHeader = (apiUsage: number): string =>
  `api-usage=${apiUsage}/${dailyApiRequests}`;
