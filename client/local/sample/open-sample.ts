import { sampleId } from "../../../shared/identifiers.ts";
import { sampleDatabaseName } from "../database.ts";
import type { DatabaseOptions } from "../healthy-database.ts";
import { newIdFrom } from "../local.ts";
import { openLocal, type OpenOptions, type OpenResult } from "../open-local.ts";

type Person = Pick<OpenOptions, "companyId" | "userId">;

const opened = new Map<string, Promise<OpenResult>>();

/**
 * The person's sample, opened once and left open for as long as the page stands: undo reaches into it also from screens
 * of real work. What could not be opened is tried again the next time.
 */
export function openSampleOnce(person: Person): Promise<OpenResult> {
  const name = sampleDatabaseName(person.companyId, person.userId);
  const known = opened.get(name);
  if (known) return known;
  const opening = openSample(person);
  opened.set(name, opening);
  void opening.then(({ ok }) => ok || opened.delete(name));
  return opening;
}

/**
 * Opens the database of a sample: the tables and the functions of real work, and ids that say what they belong to. No
 * engine is ever started over it.
 */
export async function openSample(
  options: Person & Pick<OpenOptions, "now" | "randomBytes"> & DatabaseOptions,
): Promise<OpenResult> {
  const name = sampleDatabaseName(options.companyId, options.userId);
  const result = await openLocal({ ...options, name });
  if (!result.ok) return result;
  const local = result.value;
  const newId = newIdFrom(
    local.now,
    options.randomBytes ?? ((bytes) => crypto.getRandomValues(bytes)),
  );
  return {
    ok: true,
    // The browser is not asked to promise to keep what is only for play.
    value: { ...local, newId: () => sampleId(newId()), onSaved: () => undefined, isSample: true },
  };
}
