import type { Identity } from "../identity.ts";

/** Something that only some may do, and that they did. */
export interface AuditEntry {
  readonly by: Pick<Identity, "companyId" | "userId">;
  /** What was done: "memory.optimize". */
  readonly action: string;
  /** To what; never a name or an address. */
  readonly subject: string;
}

/** Resolves when it is kept. */
export type Audit = (entry: AuditEntry) => Promise<void>;
