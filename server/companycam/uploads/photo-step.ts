import type { Transaction } from "kysely";
import { type Settlement, settleIn } from "../../outbox/outbox.ts";
import type { Database, OutboxRow, PhotoUploadRow } from "../../store/schema.ts";
import {
  type Answer,
  answered,
  backoffMs,
  type CompanyCamError,
  mayBeDone,
  retryAdvice,
} from "../errors.ts";
import type { Photo } from "../model.ts";
import type { CompanyCam } from "../port.ts";
import type { StepParts } from "../projects/project-step.ts";
import { ADDRESS_LIVES_MS, arrived, changeUpload, readUpload } from "./upload-store.ts";

type Tx = Transaction<Database>;

/** How often a photo that is being fetched is looked at; a webhook makes it sooner. Doubles up to the longest. */
const FIRST_LOOK_MS = 2000;
const LONGEST_LOOK_MS = 10 * 60_000;
/** As with projects: a request without an answer may still be under way. */
const UNDER_WAY_MS = 60_000;
/**
 * Until this step, a minute or two, a photo that CompanyCam could not read is announced anew: it may have come for it just
 * when we were starting. Each announcement leaves one there that could not be read, so there are only a few.
 */
const STEPS_UNTIL_FAILED = 6;
/** After a day of "pending" nobody is told any more that it comes by itself. */
const GIVEN_UP_MS = ADDRESS_LIVES_MS;

export interface PhotoStepParts extends StepParts {
  /** Where CompanyCam finds us. */
  readonly publicUrl: string;
  /** Called when a photo has come to a project. */
  readonly onArrived: (projectId: string) => Promise<void>;
}

/**
 * Brings one photo on by a step: tells CompanyCam where to fetch it, or looks whether it has. A request whose answer was
 * lost is not repeated before we have looked for its photo, by the second it was taken in and by the hash of its bytes.
 */
export async function photoStep(parts: PhotoStepParts, job: OutboxRow): Promise<void> {
  const { store, companyCam, clock } = parts;
  const upload = await readUpload(store.db, { companyId: job.company_id, id: job.key });
  if (upload?.state !== "waiting" && upload?.state !== "announced")
    return settle(parts, job, { state: "withdrawn" }, null);
  const known = await photoOf(companyCam, upload);
  if (!known.ok) return retryOrFail(parts, job, known.error);
  if (known.value === "unclear") return waitOn(parts, job, upload, null);
  if (known.value) return follow(parts, job, upload, known.value);
  const sinceAnnounced = upload.announced_at === null ? null : clock.now() - upload.announced_at;
  if (sinceAnnounced !== null && sinceAnnounced < UNDER_WAY_MS)
    return again(parts, job, UNDER_WAY_MS - sinceAnnounced, "under_way");
  return announce(parts, job, upload);
}

async function announce(
  parts: PhotoStepParts,
  job: OutboxRow,
  upload: PhotoUploadRow,
): Promise<void> {
  const { store, companyCam, clock, publicUrl } = parts;
  const key = { companyId: upload.company_id, id: upload.id };
  const now = clock.now();
  const begun = { announced_at: now, expires_at: now + ADDRESS_LIVES_MS };
  await store.write((tx) => changeUpload(tx, key, begun, now));
  const answer = await companyCam.announcePhoto(upload.project_id, {
    uri: `${publicUrl}/api/v1/photos/incoming/${upload.token}`,
    capturedAt: upload.captured_at,
    description: upload.description,
    tags: [],
  });
  if (answer.ok) return follow(parts, job, upload, answer.value);
  if (!mayBeDone(answer.error.code)) {
    const undone = { announced_at: upload.announced_at };
    await store.write((tx) => changeUpload(tx, key, undone, clock.now()));
  }
  return retryOrFail(parts, job, answer.error);
}

/** The photo at CompanyCam that is this upload; `unclear` while it may be one that has no hash yet. */
async function photoOf(
  companyCam: CompanyCam,
  upload: PhotoUploadRow,
): Promise<Answer<Photo | "unclear" | null>> {
  // Deleted there while it was on its way: `not_found` ends it, and a person decides.
  if (upload.photo_id !== null) return companyCam.getPhoto(upload.photo_id);
  if (upload.announced_at === null) return answered(null);
  const second = Math.floor(upload.captured_at / 1000) * 1000;
  const taken = { from: second, to: second };
  const page = await companyCam.listPhotos(upload.project_id, { taken });
  if (!page.ok) return page;
  const candidates = page.value.items;
  const same = candidates.find(({ hash }) => hash === upload.md5);
  // One that has no hash yet may be ours, or another of the same second: it is waited for, rather than made a second time
  // or believed to be ours.
  const isOneOnItsWay = candidates.some(
    ({ hash, processing, createdAt }) =>
      hash === null && processing !== "processing_error" && createdAt >= upload.created_at - 60_000,
  );
  return answered(same ?? (isOneOnItsWay ? "unclear" : null));
}

async function follow(
  parts: PhotoStepParts,
  job: OutboxRow,
  upload: PhotoUploadRow,
  photo: Photo,
): Promise<void> {
  const { clock } = parts;
  const key = { companyId: upload.company_id, id: upload.id };
  switch (photo.processing) {
    case "processed":
    case "duplicate":
      await settle(parts, job, { state: "sent" }, (tx) => arrived(tx, key, photo.id, clock.now()));
      parts.log.info("companycam.photo-arrived", { photo: photo.id, as: photo.processing });
      return parts.onArrived(upload.project_id);
    case "processing_error": {
      if (job.attempts >= STEPS_UNTIL_FAILED)
        return fail(parts, job, "CompanyCam could not read this photo.");
      const anew = { state: "waiting", photo_id: null, announced_at: null } as const;
      return again(parts, job, delayOf(job), "processing_error", (tx) =>
        changeUpload(tx, key, anew, clock.now()),
      );
    }
    case "pending":
    case "processing":
      return waitOn(parts, job, upload, photo.id);
  }
}

/** CompanyCam has yet to fetch it. @param photoId where it is known which of its photos this is. */
function waitOn(
  parts: PhotoStepParts,
  job: OutboxRow,
  upload: PhotoUploadRow,
  photoId: string | null,
): Promise<void> {
  const now = parts.clock.now();
  const key = { companyId: upload.company_id, id: upload.id };
  // Since it was announced, and not since it came in: it may have waited days for CompanyCam, or for a person.
  if (now - (upload.announced_at ?? now) > GIVEN_UP_MS)
    return fail(parts, job, "CompanyCam has not fetched this photo for a day.");
  const found = { state: "announced", photo_id: photoId } as const;
  return again(parts, job, delayOf(job), "pending", (tx) => changeUpload(tx, key, found, now));
}

const delayOf = (job: OutboxRow): number =>
  Math.min(LONGEST_LOOK_MS, FIRST_LOOK_MS * 2 ** Math.min(job.attempts - 1, 20));

async function fail(parts: PhotoStepParts, job: OutboxRow, message: string): Promise<void> {
  const key = { companyId: job.company_id, id: job.key };
  await settle(parts, job, { state: "refused", error: message }, (tx) =>
    changeUpload(tx, key, { state: "failed", message }, parts.clock.now()),
  );
  parts.log.info("companycam.photo-failed", { upload: job.key });
}

function retryOrFail(parts: PhotoStepParts, job: OutboxRow, error: CompanyCamError): Promise<void> {
  if (retryAdvice(error.code) === "never") return fail(parts, job, error.message);
  parts.log.info("companycam.photo-waits", { code: error.code, attempts: job.attempts });
  return again(parts, job, backoffMs(error, job.attempts, parts.random()), error.code);
}

const again = (
  parts: PhotoStepParts,
  job: OutboxRow,
  delay: number,
  error: string,
  note: ((tx: Tx) => Promise<void>) | null = null,
): Promise<void> =>
  settle(parts, job, { state: "retry", dueAt: parts.clock.now() + delay, error }, note);

/** What was found out and the end of the job's turn, in one transaction. */
async function settle(
  { store, clock }: PhotoStepParts,
  job: OutboxRow,
  settlement: Settlement,
  note: ((tx: Tx) => Promise<void>) | null,
): Promise<void> {
  await store.write(async (tx) => {
    await note?.(tx);
    await settleIn(tx, job.id, settlement, clock.now());
  });
}
