import type { SecretConfig } from "./secret-config.ts";

/** Where the signing keys are. */
export interface KeysConfig {
  /** Absolute. */
  readonly folder: string;
  /** Whether a person named the folder: it may be a disk of its own, which nothing is made on by itself. */
  readonly isFolderChosen: boolean;
  /** Days that a key of the folder signs before the server replaces it; 0: never. */
  readonly rotateDays: number;
  /** A secret of AWS Secrets Manager, in the folder's place. */
  readonly secret: SecretConfig | null;
}
