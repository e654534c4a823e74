/** What a CompanyCam account consists of, before either API words it. All times are Unix seconds. */

export type Address = {
  readonly street_address_1: string | null;
  readonly street_address_2: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postal_code: string | null;
  readonly country: string | null;
};

export type Coordinates = { readonly lat: number; readonly lon: number };

export type Contact = {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone_number: string | null;
};

export type User = {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly role: "admin" | "manager" | "standard";
  readonly createdAt: number;
};

export type Project = {
  readonly id: string;
  readonly name: string | null;
  readonly status: "active" | "deleted";
  readonly archived: boolean;
  readonly address: Address;
  readonly coordinates: Coordinates | null;
  readonly primaryContact: Contact | null;
  readonly notepad: string;
  readonly creatorId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Moved by photos as well; lists by `modified_since` go by it. */
  readonly activeAt: number;
};

export type ProcessingStatus =
  | "pending"
  | "processing"
  | "processed"
  | "processing_error"
  | "duplicate";

export type Photo = {
  readonly id: string;
  readonly projectId: string;
  readonly creatorId: string;
  readonly processing: ProcessingStatus;
  readonly status: "active" | "deleted";
  readonly coordinates: Coordinates | null;
  /** MD5 in hex; null until the bytes are here. */
  readonly hash: string | null;
  readonly description: string | null;
  readonly internal: boolean;
  readonly capturedAt: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly tagIds: readonly string[];
  /** Where the bytes were to be fetched; null for what the sandbox drew itself. */
  readonly sourceUri: string | null;
  /** Seed of the drawing; null when the bytes were fetched. */
  readonly drawing: number | null;
};

export type Tag = { readonly id: string; readonly value: string; readonly createdAt: number };

export type ApiName = "v2" | "v1";

export type Webhook = {
  readonly id: string;
  /** Events are worded as the API does through which it was made. */
  readonly api: ApiName;
  readonly url: string;
  readonly scopes: readonly string[];
  readonly token: string;
  readonly enabled: boolean;
  /** Failed deliveries since the last that succeeded. */
  readonly errors: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

export type Delivery = {
  readonly id: string;
  readonly webhookId: string;
  readonly event: string;
  readonly attempts: number;
  /** Of the last attempt; 0 when nothing answered. */
  readonly status: number;
  readonly createdAt: number;
};
