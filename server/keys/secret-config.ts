/** Which secret of AWS Secrets Manager holds the keys. */
export interface SecretConfig {
  readonly arn: string;
  readonly region: string;
  /** Null: AWS's own of the region. */
  readonly endpoint: string | null;
}
