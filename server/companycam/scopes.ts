import type { CacheScope } from "../cache/cache-kind.ts";

/** Where answers of CompanyCam lie in the cache; what an event makes old is dropped by these. */

const everything = (companyId: string): CacheScope => [companyId, "companycam"];

export const scopes = {
  everything,
  /** All lists of projects, by page or by search. */
  lists: (companyId: string): CacheScope => [...everything(companyId), "lists"],
  project: (companyId: string, id: string): CacheScope => [...everything(companyId), "project", id],
  /** All pages of a project's photos. */
  photosOf: (companyId: string, projectId: string): CacheScope => [
    ...everything(companyId),
    "photos",
    projectId,
  ],
  photo: (companyId: string, id: string): CacheScope => [...everything(companyId), "photo", id],
  people: (companyId: string): CacheScope => [...everything(companyId), "people"],
  tags: (companyId: string): CacheScope => [...everything(companyId), "tags"],
} as const;
