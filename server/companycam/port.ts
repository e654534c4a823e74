import type { Answer } from "./errors.ts";
import type { Page, Photo, Project, Tag, User, Webhook } from "./model.ts";

export interface NewProject {
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

export interface NewPhoto {
  /** Where CompanyCam fetches the bytes from, by itself, some time after it has answered. */
  readonly uri: string;
  readonly capturedAt: number;
  readonly description: string | null;
  readonly tags: readonly string[];
}

/** Which photos by when they were taken, both ends included; Unix milliseconds, counted by CompanyCam in seconds. */
export interface TakenBetween {
  readonly from: number;
  readonly to: number;
}

export interface NewWebhook {
  readonly url: string;
  readonly scopes: readonly string[];
  readonly token: string;
}

/**
 * CompanyCam, as the rest of the server knows it. Two adapters speak its two APIs. Nothing that creates is idempotent
 * there: whoever repeats a creation looks first whether the one before went through.
 */
export interface CompanyCam {
  /** Living projects, the latest activity first. */
  listProjects(options: {
    readonly modifiedSince?: number | undefined;
    readonly cursor?: string | null | undefined;
  }): Promise<Answer<Page<Project>>>;
  /** Living projects whose name or address has the words; the first hundred, and not yet what is seconds old. */
  searchProjects(words: string): Promise<Answer<readonly Project[]>>;
  /** `not_found` for one that was deleted or merged into another. */
  getProject(id: string): Promise<Answer<Project>>;
  createProject(project: NewProject): Promise<Answer<Project>>;
  renameProject(id: string, name: string): Promise<Answer<Project>>;
  /** The latest taken first. */
  listPhotos(
    projectId: string,
    options: {
      readonly taken?: TakenBetween | undefined;
      readonly cursor?: string | null | undefined;
    },
  ): Promise<Answer<Page<Photo>>>;
  getPhoto(id: string): Promise<Answer<Photo>>;
  announcePhoto(projectId: string, photo: NewPhoto): Promise<Answer<Photo>>;
  /** Adds tags by name; a name that is not known becomes a new tag. */
  tagPhoto(id: string, names: readonly string[]): Promise<Answer<readonly Tag[]>>;
  listUsers(): Promise<Answer<readonly User[]>>;
  listTags(): Promise<Answer<readonly Tag[]>>;
  listWebhooks(): Promise<Answer<readonly Webhook[]>>;
  createWebhook(webhook: NewWebhook): Promise<Answer<Webhook>>;
  /** Gives it our scopes and our secret, and turns it on. */
  repairWebhook(id: string, webhook: NewWebhook): Promise<Answer<Webhook>>;
}
