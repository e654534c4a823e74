import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import * as z from "zod/mini";
import type { AnyFields } from "../../shared/estimate/record.ts";
import type { MutationName } from "../../shared/sync/mutation.ts";
import { mutationNames } from "../../shared/sync/mutation.ts";
import { type Operation, operationSchema } from "../../shared/sync/operations.ts";
import { type EntityName, isEntityName } from "../../shared/estimate/entities.ts";
import { withLaterFields } from "../../shared/estimate/later-fields.ts";

/** A record as it stood from one revision on. */
export interface Version {
  readonly entity: EntityName;
  readonly id: string;
  readonly fields: AnyFields;
  readonly deleted: boolean;
  readonly rev: number;
}

export interface LoggedMutation {
  readonly id: string;
  readonly clientId: string;
  readonly seq: number;
  readonly schema: number;
  readonly name: MutationName;
  readonly operations: readonly Operation[];
  /** JSON text of the operations as they came. */
  readonly body: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly rev: number | null;
}

/**
 * Makes the database itself write down every version of every record, and how far every tablet had come when. The
 * triggers are part of the simulated machine's disk: what is rolled back or set back leaves them as well.
 */
export function keepVersions(database: DatabaseSync): void {
  database.exec(`
    create table sim_version (entity text, id text, fields text, deleted integer, rev integer);
    create table sim_progress (client_id text, last_seq integer, last_id text, at_rev integer);
    create trigger sim_inserted after insert on record begin
      insert into sim_version values (new.entity, new.id, new.fields, new.deleted, new.rev);
    end;
    create trigger sim_updated after update on record begin
      insert into sim_version values (new.entity, new.id, new.fields, new.deleted, new.rev);
    end;
    create trigger sim_client_inserted after insert on client begin
      insert into sim_progress select new.id, new.last_seq, new.last_mutation_id, rev from clock;
    end;
    create trigger sim_client_updated after update on client begin
      insert into sim_progress select new.id, new.last_seq, new.last_mutation_id, rev from clock;
    end;
  `);
}

/** A column that the schema of the table says is a number. */
const number = (value: SQLOutputValue | undefined): number => Number(value ?? 0);
const text = (value: SQLOutputValue | undefined): string => String(value ?? "");

type Row = Record<string, SQLOutputValue>;

/** Price books are read with every look at the records, and are always the same. */
const books = new Map<string, AnyFields>();
const LONG = 1000;

function parse(fields: string): AnyFields {
  if (fields.length < LONG) return JSON.parse(fields);
  const known = books.get(fields);
  if (known) return known;
  const parsed: AnyFields = JSON.parse(fields);
  books.set(fields, parsed);
  return parsed;
}

function toVersion({ entity, id, fields, deleted, rev }: Row): Version {
  const name = text(entity);
  if (!isEntityName(name)) throw new Error(`an entity that there is not: ${name}`);
  return {
    entity: name,
    id: text(id),
    fields: withLaterFields(name, parse(text(fields))),
    deleted: number(deleted) !== 0,
    rev: number(rev),
  };
}

/** All versions of all records after a revision, in the order in which they were written. */
export const readVersions = (database: DatabaseSync, after = -1): readonly Version[] =>
  database
    .prepare("select * from sim_version where rev > ? order by rowid")
    .all(after)
    .map(toVersion);

/** The records as they stand. */
export const readRecords = (database: DatabaseSync): readonly Version[] =>
  database.prepare("select entity, id, fields, deleted, rev from record").all().map(toVersion);

const logRow = z.object({
  id: z.string(),
  clientId: z.string(),
  seq: z.number(),
  schema: z.number(),
  name: z.enum(mutationNames),
  body: z.string(),
  outcome: z.string(),
  reason: z.nullable(z.string()),
  rev: z.nullable(z.number()),
});
const operationsSchema = z.array(operationSchema);

/** The log in the order in which it was written. */
export const readMutationLog = (database: DatabaseSync): readonly LoggedMutation[] =>
  database
    .prepare(
      `select m.id, m.client_id as clientId, m.seq, c.schema, m.name, m.body, m.outcome, m.reason, m.rev
       from mutation m join client c on c.id = m.client_id order by m.rowid`,
    )
    .all()
    .map((row) => {
      const logged = z.parse(logRow, row);
      return { ...logged, operations: z.parse(operationsSchema, JSON.parse(logged.body)) };
    });

export const loggedIds = (database: DatabaseSync): ReadonlySet<string> =>
  new Set(
    database
      .prepare("select id from mutation")
      .all()
      .map(({ id }) => String(id)),
  );

/** How far a tablet had come, each time that changed. */
export const readProgress = (database: DatabaseSync, clientId: string) =>
  database
    .prepare(
      `select last_seq as lastSeq, last_id as lastId, at_rev as atRev from sim_progress
       where client_id = ? order by rowid`,
    )
    .all(clientId)
    .map(({ lastSeq, lastId, atRev }) => ({
      lastSeq: number(lastSeq),
      lastId: lastId === null ? null : text(lastId),
      atRev: number(atRev),
    }));

export function readClock(database: DatabaseSync): {
  readonly rev: number;
  readonly epoch: number;
} {
  const row = database.prepare("select rev, epoch from clock").get();
  return { rev: number(row?.["rev"]), epoch: number(row?.["epoch"]) };
}

/** The estimates that lie dormant for a tablet with this horizon: its user's own never do. */
export const dormantFor = (
  database: DatabaseSync,
  userId: string,
  horizon: number,
): ReadonlySet<string> =>
  new Set(
    database
      .prepare(
        `select estimate_id as id from estimate_touch
         where touched_rev < ? and (estimator_id is null or estimator_id <> ?)`,
      )
      .all(horizon, userId)
      .map(({ id }) => text(id)),
  );

/** The estimate that a record belongs to, if to any. */
export const estimateOf = ({ entity, id, fields }: Version): string =>
  entity === "estimate" ? id : String(fields["estimateId"] ?? "");
