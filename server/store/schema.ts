import type { Generated, Selectable } from "kysely";
import type { TaskChoice } from "../../shared/salesforce/tasks.ts";

/**
 * The server's tables. Documents are JSON text and booleans are 0 or 1, so that SQLite and Postgres hold
 * and answer the same; times are Unix milliseconds.
 */
export interface Database {
  clock: ClockTable;
  company: CompanyTable;
  user: UserTable;
  session_family: SessionFamilyTable;
  seen_proof: SeenProofTable;
  pairing: PairingTable;
  audit: AuditTable;
  escrow: EscrowTable;
  sign_in: SignInTable;
  client: ClientTable;
  mutation: MutationTable;
  record: RecordTable;
  estimate_touch: EstimateTouchTable;
  outbox: OutboxTable;
  checkpoint: CheckpointTable;
  mirror_row: MirrorRowTable;
  presence: PresenceTable;
  companycam_grant: CompanyCamGrantTable;
  companycam_project: CompanyCamProjectTable;
  companycam_event: CompanyCamEventTable;
  photo_upload: PhotoUploadTable;
  photo_chunk: PhotoChunkTable;
  task: TaskTable;
  salesforce_session: SalesforceSessionTable;
}

/** One row. `rev` is advanced in the transaction that uses it: revisions become visible in their order. */
interface ClockTable {
  id: number;
  rev: number;
  /** Raised when a backup was restored. */
  epoch: number;
  /** Up to which revision a verified backup holds the log. */
  backed_up_rev: number;
  /** Estimates that nobody has touched since this revision lie dormant; it only ever goes up (dormancy.ts). */
  horizon_rev: number;
}

/** `id` is the Salesforce organisation's id. */
interface CompanyTable {
  id: string;
  name: string;
}

interface UserTable {
  id: string;
  company_id: string;
  name: string;
  email: string;
  role: string;
  /** 0 when Salesforce says that they are deactivated. */
  is_active: Generated<number>;
  /** When Salesforce last said so or otherwise, and the role. */
  checked_at: Generated<number>;
}

/**
 * A sign-in on a device, and the secrets that follow each other in its cookie (session/rotation.ts). It stays when it has
 * ended, for the list of devices.
 */
interface SessionFamilyTable {
  /** Shown in the list of devices. */
  id: string;
  /** The part of the cookie by which the family is found; it never changes and proves nothing. */
  selector: string;
  company_id: string;
  user_id: string;
  /** The cookie that names the browser; null before devices were told apart. */
  device_id: string | null;
  device_kind: string;
  browser: string;
  /** SHA-256 of the present secret: a stolen database signs nobody in. */
  secret_hash: string;
  secret_at: number;
  /** The one before it, and what makes the present secret out of it once more. */
  previous_hash: string | null;
  successor_salt: string | null;
  /** When the present secret was first used: its answer has arrived. */
  confirmed_at: number | null;
  /** RFC 7638 thumbprint of the tablet's key; null for a tablet that has none. */
  key_thumbprint: string | null;
  created_at: number;
  seen_at: number;
  /** Whatever happens, it is over then. */
  ends_at: number;
  ended_at: number | null;
  /** A `SessionEnd`. */
  ended_why: string | null;
  /** Unsent edits, as the tablet last said. */
  waiting: number | null;
  wipe_asked_at: number | null;
  wipe_heard_at: number | null;
  /** Edits that the tablet sent between hearing of the wipe and the end of it. */
  wipe_sent: Generated<number>;
  wiped_at: number | null;
}

/** A proof that was accepted: it is not accepted twice. */
interface SeenProofTable {
  /** The family and the proof's own id. */
  id: string;
  expires_at: number;
}

/** A code by which another device joins a family's person. */
interface PairingTable {
  id: string;
  /** SHA-256 of the code. */
  code_hash: string;
  /** Who shows it. */
  family_id: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

/** Who did what to whose things: rows are added and never changed. */
interface AuditTable {
  id: string;
  company_id: string;
  user_id: string;
  action: string;
  /** The id of what it was done to. */
  subject: string;
  at: number;
  /** JSON text of codes and counts. */
  detail: string;
}

/** Unsent work of a tablet that was wiped, until its author has it again. */
interface EscrowTable {
  id: string;
  company_id: string;
  family_id: string;
  /** Whose work it is: not always whoever was signed in on the tablet. */
  user_id: string;
  edits: number;
  /** JSON text as in a rescue file (docs/rescue-file.md). */
  content: string;
  created_at: number;
}

/** A sign-in under way between our redirect to the identity provider and its answer. */
interface SignInTable {
  state: string;
  nonce: string;
  code_verifier: string;
  return_to: string;
  created_at: number;
}

/** A tablet: how far its mutations have come. */
interface ClientTable {
  id: string;
  company_id: string;
  user_id: string;
  last_seq: number;
  last_mutation_id: string | null;
  schema: number;
  build: string;
  seen_at: number;
  /** The device's cookie with its last push; null before devices were told apart. */
  device_id: string | null;
}

/** Every mutation that was ever acknowledged, for ever; rows are added and never changed. */
interface MutationTable {
  id: string;
  client_id: string;
  seq: number;
  company_id: string;
  user_id: string;
  name: string;
  version: number;
  /** JSON text of the operations. */
  body: string;
  at_client: string;
  at_server: number;
  outcome: string;
  reason: string | null;
  /** The revision of its changes; null when it changed nothing. */
  rev: number | null;
  /** The estimate it is about; null for a customer's, a price book's, and what could not be told. */
  estimate_id: string | null;
}

interface RecordTable {
  company_id: string;
  entity: string;
  id: string;
  /** The estimate a record belongs to; an estimate belongs to itself. */
  estimate_id: string | null;
  fields: string;
  deleted: number;
  rev: number;
  updated_by: string;
  updated_at: number;
}

/** When anything of an estimate was last changed, by anybody. */
interface EstimateTouchTable {
  company_id: string;
  estimate_id: string;
  touched_rev: number;
  touched_at: number;
  /** Whose estimate it is, as its record says. */
  estimator_id: string | null;
}

interface OutboxTable {
  /** From the one clock, so that the order of ids is the order of commits. */
  id: number;
  company_id: string;
  kind: string;
  key: string;
  payload: string;
  state: OutboxState;
  attempts: number;
  due_at: number;
  leased_until: number | null;
  last_error: string | null;
  created_at: number;
  settled_at: number | null;
}
export type OutboxState = "waiting" | "sent" | "refused" | "withdrawn";

/** How far a recurring job has come, as its own words. */
interface CheckpointTable {
  company_id: string;
  name: string;
  value: string;
}

/**
 * What Salesforce last said of a row it shares with us. A field of ours changes only when Salesforce's
 * differs from this: reading the same row again never undoes an edit made on a tablet.
 */
interface MirrorRowTable {
  company_id: string;
  /** Account, Contact or Opportunity. */
  object: string;
  salesforce_id: string;
  record_id: string;
  /** JSON text of the record fields as Salesforce has them. */
  fields: string;
}

export type EstimateTouchRow = Selectable<EstimateTouchTable>;
/**
 * Which estimate a tab has open, until it expires: how server processes that share a Postgres hear of each other's
 * tabs (server/live). Nothing is left of it a minute after somebody has gone and another one has moved.
 */
interface PresenceTable {
  company_id: string;
  user_id: string;
  /** Made anew at each start of the app. */
  tab_id: string;
  /** Counted by the tab; a later one replaces an earlier one, never the other way round. */
  beat: number;
  /** Null: none any more. */
  estimate_id: string | null;
  expires_at: number;
}

/** The newest tokens of the OAuth grant through which we are in CompanyCam. */
interface CompanyCamGrantTable {
  client_id: string;
  /** SHA-256 of the refresh token that a person put in; another one begins anew. */
  seed_hash: string;
  /** Both tokens, encrypted under the client's secret, which is not here. */
  sealed: string;
  /** `reconnect`: the way in is lost until a person puts in another refresh token. */
  state: "good" | "reconnect";
  /** The process that is asking for new tokens. */
  lease_holder: string | null;
  lease_until: number | null;
  updated_at: number;
}

/** Which project at CompanyCam belongs to an address, and how far finding or making it has come. */
interface CompanyCamProjectTable {
  company_id: string;
  address_key: string;
  /** What the project is called if it has to be made; `marker` is in it, by which it is found again. */
  name: string;
  marker: string;
  street: string;
  city: string;
  state: string;
  postal_code: string;
  standing: "waiting" | "linked" | "refused";
  project_id: string | null;
  /** Why it is refused, in English. */
  message: string | null;
  /** When making it was last begun: from then on one may be there that we have not heard of. */
  create_tried_at: number | null;
  updated_at: number;
}

/** Events that CompanyCam has told us: it tells some of them twice. */
interface CompanyCamEventTable {
  /** SHA-256 over the kind of event, the object's id and the time of its change. */
  key: string;
  heard_at: number;
}

/** A photo on its way to CompanyCam. `id` is the tablet's, so that what is sent twice is kept once. */
interface PhotoUploadTable {
  company_id: string;
  id: string;
  user_id: string;
  project_id: string;
  /**
   * `receiving`: bytes are coming in. `waiting`: all of it is on disk. `announced`: CompanyCam knows and fetches it.
   * `arrived`, `failed`: the end, the latter until a person tries again.
   */
  state: PhotoUploadState;
  content_type: string;
  bytes: number;
  /** Hex. */
  sha256: string;
  md5: string;
  captured_at: number;
  description: string | null;
  /** In the address that CompanyCam fetches it from; it says nothing and cannot be guessed. */
  token: string;
  /** Until when that address answers. */
  expires_at: number;
  announced_at: number | null;
  photo_id: string | null;
  message: string | null;
  created_at: number;
  updated_at: number;
}
export type PhotoUploadState = "receiving" | "waiting" | "announced" | "arrived" | "failed";

/** A part of a photo's bytes as base64; gone when it has arrived. */
interface PhotoChunkTable {
  company_id: string;
  upload_id: string;
  number: number;
  data: string;
}

export type CompanyCamGrantRow = Selectable<CompanyCamGrantTable>;
export type CompanyCamProjectRow = Selectable<CompanyCamProjectTable>;
export type PhotoUploadRow = Selectable<PhotoUploadTable>;
/** Something that Salesforce did not take and that a person settles; rows stay, as an account of who chose what. */
interface TaskTable {
  id: string;
  company_id: string;
  estimate_id: string;
  /** One of `taskKinds` (shared/salesforce/tasks.ts). */
  kind: string;
  /** JSON text: what Salesforce said, the fields, the records it matched. */
  details: string;
  state: TaskState;
  created_at: number;
  settled_at: number | null;
  /** The user; null when it settled itself. */
  settled_by: string | null;
}
/** `open`, the person's choice, or `over`: sent, reopened or refused anew meanwhile. */
export type TaskState = "open" | "over" | TaskChoice;

/** One row: what server processes share of the integration user's session (salesforce/shared-session.ts). */
interface SalesforceSessionTable {
  /** A hash of the login URL, the app and the user. */
  id: string;
  /** The access token, encrypted with a key that is not in the database. */
  sealed_token: string | null;
  /** The process that asks for a new token now, and until when the others wait for it. */
  holder: string | null;
  leased_until: number;
  /** The org's API calls of the day as Salesforce last told any of us, and when. */
  api_used: number | null;
  api_allowed: number | null;
  api_seen_at: number;
}

export type TaskRow = Selectable<TaskTable>;
export type SessionFamilyRow = Selectable<SessionFamilyTable>;
export type ClientRow = Selectable<ClientTable>;
export type OutboxRow = Selectable<OutboxTable>;
export type RecordRow = Selectable<RecordTable>;
