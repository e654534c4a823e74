/** /limits, and the header that tells the client how much of the daily quota is used. */
import { ok, type RestEnvironment, type RestHandler } from "./call.ts";

type Usage = Pick<RestEnvironment, "apiUsage" | "settings">;

export const limits: RestHandler = ({ apiUsage, settings: { dailyApiRequests } }) =>
  ok({
    DailyApiRequests: {
      Max: dailyApiRequests,
      Remaining: Math.max(0, dailyApiRequests - apiUsage),
    },
    DataStorageMB: { Max: 1_024, Remaining: 1_000 },
    FileStorageMB: { Max: 1_024, Remaining: 1_000 },
  });

export const limitHeader = ({ apiUsage, settings }: Usage): string =>
  `api-usage=${apiUsage}/${settings.dailyApiRequests}`;
