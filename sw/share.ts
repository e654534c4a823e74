import {
  MAX_SHARED_BYTES,
  NOT_KEPT,
  SHARE_ADDRESS,
  SHARE_FIELD,
  type SharedFile,
} from "../shared/shared-file.ts";
import type { Facts } from "./facts.ts";
import { type PhotoClock, photosIn } from "./share-photos.ts";
import type { SharedPhotoStore } from "./shared-photo-store.ts";

export interface ShareParts extends PhotoClock {
  readonly facts: Facts;
  readonly photos: SharedPhotoStore;
}

/** The form of another app's share. */
export const isShareOfFiles = ({ pathname }: URL): boolean => pathname === SHARE_ADDRESS;

/**
 * Keeps what another app has shared, in the worker's database, and shows the screen that says what came. A workbook takes
 * the place of the one before, photos add up. The network has no part in it.
 */
export async function takeShare(request: Request, parts: ShareParts): Promise<Response> {
  const { facts, photos } = parts;
  try {
    const form = await request.formData();
    const files = form.getAll(SHARE_FIELD).filter((part) => part instanceof File);
    const workbooks = files.filter(({ name }) => /\.xlsx$/i.test(name));
    const others = files.filter((file) => !workbooks.includes(file));
    await photos.add(await photosIn(others, await photos.list(), parts));
    // A workbook that waits has nothing to do with photos that come.
    const isKeeping = workbooks.length === 0 && (await keptShare(facts)).is === "workbook";
    if (!isKeeping) await facts.note({ name: "shared", file: await workbookIn(workbooks) });
    return Response.redirect(SHARE_ADDRESS, 303);
  } catch {
    // A full disk, a body that is no form: nothing is kept, and what was there before is not what was shared. Photos that
    // wait to be filed stay: they are somebody's work.
    await facts.forget("shared").catch(() => undefined);
    return Response.redirect(`${SHARE_ADDRESS}${NOT_KEPT}`, 303);
  }
}

async function workbookIn(workbooks: readonly File[]): Promise<SharedFile> {
  const [workbook] = workbooks;
  if (!workbook) return { is: "nothing" };
  const { name, size } = workbook;
  if (size > MAX_SHARED_BYTES) return { is: "too-large", name };
  const bytes = await workbook.arrayBuffer();
  return { is: "workbook", name, bytes, others: workbooks.length - 1 };
}

/** The workbook that was shared last and has not been put away. */
export async function keptShare(facts: Facts): Promise<SharedFile> {
  const fact = await facts.read("shared").catch(() => undefined);
  return fact?.name === "shared" ? fact.file : { is: "nothing" };
}
