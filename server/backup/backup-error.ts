/** Why a backup or a restore did not happen, for the person who asked for it. Nothing was changed. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}
