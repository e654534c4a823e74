import {
  MAX_SHARED_BYTES,
  NOT_KEPT,
  SHARE_ADDRESS,
  SHARE_FIELD,
  type SharedFile,
} from "../shared/shared-file.ts";
import type { Facts } from "./facts.ts";

/** The form of another app's share. */
export const isShareOfFiles = ({ pathname }: URL): boolean => pathname === SHARE_ADDRESS;

/**
 * Keeps what another app has shared, in the worker's database and in the place of what was shared before, and shows the
 * screen that says what came. The network has no part in it. Bytes, not a Blob: Safari's private windows keep none.
 */
export async function takeShare(request: Request, facts: Facts): Promise<Response> {
  try {
    await facts.note({ name: "shared", file: await sharedIn(await request.formData()) });
    return Response.redirect(SHARE_ADDRESS, 303);
  } catch {
    // A full disk, a body that is no form: nothing is kept, and what was there before is not what was shared.
    await facts.forget("shared").catch(() => undefined);
    return Response.redirect(`${SHARE_ADDRESS}${NOT_KEPT}`, 303);
  }
}

async function sharedIn(form: FormData): Promise<SharedFile> {
  const files = form.getAll(SHARE_FIELD).filter((part) => part instanceof File);
  const workbook = files.find(({ name }) => /\.xlsx$/i.test(name));
  const [first] = files;
  if (!first) return { is: "nothing" };
  if (!workbook) return { is: "not-a-workbook", name: first.name };
  const { name, size } = workbook;
  if (size > MAX_SHARED_BYTES) return { is: "too-large", name };
  return { is: "workbook", name, bytes: await workbook.arrayBuffer(), others: files.length - 1 };
}

/** What was shared last and has not been put away. */
export async function keptShare(facts: Facts): Promise<SharedFile> {
  const fact = await facts.read("shared").catch(() => undefined);
  return fact?.name === "shared" ? fact.file : { is: "nothing" };
}
