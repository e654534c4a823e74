import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import type { SecretConfig } from "./secret-config.ts";

/** The part that needs the SDK of AWS, loaded only where `KEYS_SECRET_ARN` is set. */

/** For connecting, and for an answer; the SDK's own limits are none. */
const TIMEOUT_MS = 3000;
const ATTEMPTS = 2;
/** For all of it: finding credentials may ask an address that never answers. Below what a server may take to go down. */
const DEADLINE_MS = 8000;

export interface SecretVersion {
  readonly id: string;
  readonly text: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

export interface SecretReader {
  /**
   * The version that carries a stage's label; null when none does.
   *
   * @throws whatever keeps AWS from answering.
   */
  readonly read: (stage: string) => Promise<SecretVersion | null>;
  readonly close: () => void;
}

/** One client with one pool of connections, for as long as the server runs. */
export function createSecretReader({ arn, region, endpoint }: SecretConfig): SecretReader {
  const client = new SecretsManagerClient({
    region,
    ...(endpoint !== null && { endpoint }),
    maxAttempts: ATTEMPTS,
    requestHandler: {
      connectionTimeout: TIMEOUT_MS,
      requestTimeout: TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
  return {
    async read(stage) {
      try {
        const command = new GetSecretValueCommand({ SecretId: arn, VersionStage: stage });
        const { VersionId, SecretString, CreatedDate } = await beforeDeadline((abortSignal) =>
          client.send(command, { abortSignal }),
        );
        return {
          id: VersionId ?? "",
          text: SecretString ?? "",
          createdAt: CreatedDate?.getTime() ?? 0,
        };
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return null;
        throw error;
      }
    },
    close: () => client.destroy(),
  };
}

/** Ends the wait even when the call does not heed the signal. */
function beforeDeadline<T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const ending = new AbortController();
  const timer = setTimeout(() => {
    ending.abort();
    reject(new DOMException("Secrets Manager took too long.", "TimeoutError"));
  }, DEADLINE_MS);
  call(ending.signal)
    .then(resolve, reject)
    .finally(() => clearTimeout(timer));
  return promise;
}
