import * as z from "zod/mini";
import type { CacheKind, CacheRead, CacheScope } from "../../cache/cache-kind.ts";
import type { UpstreamCache } from "../../cache/upstream-cache.ts";
import { type Answer, answered, type CompanyCamError, failed } from "../errors.ts";
import {
  type Page,
  type Photo,
  photoSchema,
  type Project,
  projectSchema,
  type Tag,
  tagSchema,
  type User,
  userSchema,
} from "../model.ts";
import type { CompanyCam } from "../port.ts";
import { scopes } from "../scopes.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const pageOf = <T>(item: z.ZodMiniType<T>) =>
  z.object({ items: z.array(item), next: z.nullable(z.string()) });

const absent = () => failed("not_found", "CompanyCam has nothing of that id.").error;
const kindOf = <T>(
  name: string,
  schema: z.ZodMiniType<T>,
  freshMs: number,
  absentMs = 0,
): CacheKind<T, CompanyCamError> => ({
  name: `companycam.${name}`,
  freshMs,
  // While CompanyCam is away for a day, yesterday's photos are better than none.
  staleMs: 24 * HOUR_MS,
  absentMs,
  absent,
  schema,
});

type Read<T> = Promise<CacheRead<T, CompanyCamError>>;

/** What people read of CompanyCam: from the cache, as old as an answer may be, dropped earlier by webhooks. */
export interface CompanyCamReads {
  projects(companyId: string, cursor: string | null): Read<Page<Project>>;
  search(companyId: string, words: string): Read<readonly Project[]>;
  project(companyId: string, id: string): Read<Project>;
  photos(companyId: string, projectId: string, cursor: string | null): Read<Page<Photo>>;
  photo(companyId: string, id: string): Read<Photo>;
  users(companyId: string): Read<readonly User[]>;
  tags(companyId: string): Read<readonly Tag[]>;
  /** Asks for a photo anew: somebody has seen a newer one than we remember. */
  forgetPhoto(companyId: string, id: string): Promise<void>;
}

export function createReads(companyCam: CompanyCam, cache: UpstreamCache): CompanyCamReads {
  const pages = cache.shelf(kindOf("projects", pageOf(projectSchema), 5 * MINUTE_MS));
  const searches = cache.shelf(kindOf("search", z.array(projectSchema), 5 * MINUTE_MS));
  const projects = cache.shelf(kindOf("project", projectSchema, 5 * MINUTE_MS, MINUTE_MS));
  // A photo that is deleted is told by no event: its list is the shortest.
  const lists = cache.shelf(kindOf("photos", pageOf(photoSchema), 3 * MINUTE_MS));
  const photos = cache.shelf(kindOf("photo", photoSchema, HOUR_MS, MINUTE_MS));
  const people = cache.shelf(kindOf("users", z.array(userSchema), 12 * HOUR_MS));
  const tags = cache.shelf(kindOf("tags", z.array(tagSchema), 12 * HOUR_MS));
  const below = (scope: CacheScope, ...more: readonly string[]): CacheScope => [...scope, ...more];

  return {
    projects: (companyId, cursor) =>
      pages.read(below(scopes.lists(companyId), "page", cursor ?? ""), async () =>
        mutable(await companyCam.listProjects({ cursor })),
      ),
    search: (companyId, words) =>
      searches.read(below(scopes.lists(companyId), "search", words), async () =>
        copied(await companyCam.searchProjects(words)),
      ),
    project: (companyId, id) =>
      projects.read(scopes.project(companyId, id), () => companyCam.getProject(id)),
    photos: (companyId, projectId, cursor) =>
      lists.read(below(scopes.photosOf(companyId, projectId), cursor ?? ""), async () =>
        mutable(await companyCam.listPhotos(projectId, { cursor })),
      ),
    photo: (companyId, id) =>
      photos.read(scopes.photo(companyId, id), () => companyCam.getPhoto(id)),
    users: (companyId) =>
      people.read(scopes.people(companyId), async () => copied(await companyCam.listUsers())),
    tags: (companyId) =>
      tags.read(scopes.tags(companyId), async () => copied(await companyCam.listTags())),
    forgetPhoto: (companyId, id) => cache.invalidate(scopes.photo(companyId, id)),
  };
}

/** Schemas speak of arrays that may be written to; ours may not. */
const copied = <T>(answer: Answer<readonly T[]>): Answer<T[]> =>
  answer.ok ? answered([...answer.value]) : answer;
const mutable = <T>(answer: Answer<Page<T>>): Answer<{ items: T[]; next: string | null }> =>
  answer.ok ? answered({ items: [...answer.value.items], next: answer.value.next }) : answer;
