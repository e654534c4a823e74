/** Tell Salesforce about an accepted estimate; key: the estimate's id. Queued with the acceptance. */
export const ACCEPTED_ESTIMATE = "salesforce.accepted-estimate";

/**
 * Who said yes for the customer, and where in the log. The estimate itself is read again when the job
 * runs: one that is a draft by then was reopened, and there is nothing to send.
 */
export interface AcceptedEstimatePayload {
  readonly estimateId: string;
  /** Null when a person sent it again without accepting it anew. */
  readonly mutationId: string | null;
  readonly userId: string;
  /** A person has looked at the records that a duplicate rule matched, and wants another one. */
  readonly allowDuplicates?: boolean | undefined;
}

/** Find or make the project at CompanyCam for an address; key: the address's. Queued when somebody asks for it. */
export const COMPANYCAM_PROJECT = "companycam.project";

/** Bring a photo to CompanyCam; key: the upload's id. Queued when its last byte is on disk. */
export const COMPANYCAM_PHOTO = "companycam.photo";
