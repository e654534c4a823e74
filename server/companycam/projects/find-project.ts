import type { CompanyCamProjectRow } from "../../store/schema.ts";
import { type Answer, answered } from "../errors.ts";
import type { Project } from "../model.ts";
import type { CompanyCam } from "../port.ts";
import { addressKey } from "./address-key.ts";

/** What was made just before we began to count, or on a clock that is behind ours. */
const OVERLAP_MS = 10 * 60_000;
/** Pages of projects that were lately active; a hundred on each. */
const MOST_PAGES = 5;

type Wanted = Pick<
  CompanyCamProjectRow,
  "address_key" | "marker" | "street" | "project_id" | "create_tried_at"
>;

/**
 * Looks for the project of an address: the one that it is linked to while that lives, one that bears our marker, or one
 * at the same address, the oldest of several. When we may have made one that we have not heard of, the search is not
 * believed alone, as it does not know yet what is seconds old: what was lately active is gone through as well.
 */
export async function findProject(
  companyCam: CompanyCam,
  wanted: Wanted,
): Promise<Answer<Project | null>> {
  if (wanted.project_id !== null) {
    const linked = await companyCam.getProject(wanted.project_id);
    if (linked.ok || linked.error.code !== "not_found") return linked;
  }
  for (const words of [wanted.marker, wordsOf(wanted.street)]) {
    const found = await companyCam.searchProjects(words);
    if (!found.ok) return found;
    const best = bestOf(wanted, found.value);
    if (best) return answered(best);
  }
  return wanted.create_tried_at === null
    ? answered(null)
    : amongTheRecent(companyCam, wanted, wanted.create_tried_at - OVERLAP_MS);
}

async function amongTheRecent(
  companyCam: CompanyCam,
  wanted: Wanted,
  modifiedSince: number,
): Promise<Answer<Project | null>> {
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const recent = await companyCam.listProjects({ modifiedSince, cursor });
    if (!recent.ok) return recent;
    const best = bestOf(wanted, recent.value.items);
    if (best) return answered(best);
    cursor = recent.value.next;
    if (cursor === null) break;
  }
  return answered(null);
}

/** House number and the street's own name: how the rest is abbreviated differs. */
const wordsOf = (street: string): string =>
  street
    .split(/[\s,.#]+/)
    .filter(Boolean)
    .slice(0, 2)
    .join(" ");

function bestOf(
  { marker, address_key: key }: Wanted,
  projects: readonly Project[],
): Project | undefined {
  const marked = projects.filter(({ name }) => name?.includes(marker));
  const there = projects.filter((project) => addressKey(project) === key);
  const [oldest] = (marked.length > 0 ? marked : there).toSorted(
    (one, other) =>
      Number(one.isArchived) - Number(other.isArchived) || one.createdAt - other.createdAt,
  );
  return oldest;
}
