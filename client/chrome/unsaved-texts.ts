import * as z from "zod/mini";

const KEY = "paintbox-unsaved";

const unsavedSchema = z.object({
  /** The database they belong to: nobody is shown another person's texts. */
  database: z.string(),
  /** Where they were typed. */
  path: z.string(),
  texts: z.array(z.string()),
});

/** Typed texts that a window could not save any more; kept outside the database, which it has no access to. */
export type UnsavedTexts = z.infer<typeof unsavedSchema>;

/** Keeps them over the start that follows. @returns false when the browser keeps nothing. */
export function keepUnsaved(unsaved: UnsavedTexts, storage: Storage = localStorage): boolean {
  try {
    storage.setItem(KEY, JSON.stringify(unsaved));
    return true;
  } catch {
    return false;
  }
}

/** What an earlier window could not save, of this database. */
export function keptUnsaved(
  database: string,
  storage: Storage = localStorage,
): UnsavedTexts | null {
  try {
    const parsed = unsavedSchema.safeParse(JSON.parse(storage.getItem(KEY) ?? "null"));
    return parsed.success && parsed.data.database === database ? parsed.data : null;
  } catch {
    return null;
  }
}

export const forgetUnsaved = (storage: Storage = localStorage): void => storage.removeItem(KEY);
