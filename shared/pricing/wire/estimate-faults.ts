import type * as z from "zod/mini";
import { isMembers } from "../known-keys.ts";
import { estimateFault, type EstimateFault, type EstimateFaultCode } from "./estimate-fault.ts";
import { MAX_AREAS, MAX_ITEMS, MAX_SURFACES, type SentEstimate } from "./sent-estimate.ts";

type Issue = z.core.$ZodIssue;

const ids: ReadonlySet<string> = new Set([
  "id",
  "estimateId",
  "areaId",
  "customerId",
  "priceBookId",
  "opportunityId",
]);
const moments: ReadonlySet<string> = new Set(["createdAt", "acceptedAt", "crmSentAt"]);
const examples: Readonly<Record<string, string>> = {
  discounts: "neighbour spring",
  prepTasks: "caulk=100 scrape=20",
  order: "V",
};

/** What a text that does not fit its pattern should have been: most fields with one hold keys. */
function badText(path: string, field: string, found: unknown): EstimateFault {
  const example = Object.hasOwn(examples, field) ? examples[field] : undefined;
  if (example !== undefined) return estimateFault("malformed", path, found, example);
  if (ids.has(field)) return estimateFault("not_an_id", path, found);
  if (moments.has(field)) return estimateFault("not_a_moment", path, found);
  const isDay = field === "day" || field === "acceptedOn";
  return estimateFault(isDay ? "not_a_day" : "not_a_key", path, found);
}

const byType: Readonly<Record<string, EstimateFaultCode>> = {
  string: "not_a_text",
  number: "not_a_whole_number",
  int: "not_a_whole_number",
  boolean: "not_yes_or_no",
  array: "not_a_list",
};

function tooBig(issue: z.core.$ZodIssueTooBig, path: string): EstimateFault {
  const { input, maximum } = issue;
  if (Array.isArray(input)) return estimateFault("too_many", path, input.length, maximum);
  return estimateFault(
    typeof input === "string" ? "text_too_long" : "too_high",
    path,
    input,
    maximum,
  );
}

/** Names of other people's making, short enough for a sentence. */
const shortNames = (names: readonly string[]): string =>
  names
    .slice(0, 5)
    .map((name) => `"${name.slice(0, 40)}"`)
    .join(", ");

/**
 * An issue of zod in the words of faults.
 *
 * @param issue with its input reported.
 */
export function faultOfIssue(issue: Issue): EstimateFault {
  const path = issue.path.map(String).join(".");
  const field = String(issue.path.at(-1));
  const { input } = issue;
  switch (issue.code) {
    case "unrecognized_keys":
      return { ...estimateFault("unknown_field", path), found: shortNames(issue.keys) };
    case "too_big":
      return tooBig(issue, path);
    case "too_small":
      return estimateFault("too_low", path, input, issue.minimum);
    case "invalid_value":
      return input === undefined
        ? estimateFault("missing", path)
        : estimateFault("not_a_choice", path, input, issue.values.map(String).join(", "));
    case "invalid_type":
      if (input === undefined) return estimateFault("missing", path);
      return estimateFault(byType[issue.expected] ?? "not_an_object", path, input);
    case "custom":
    case "invalid_format":
    case "invalid_element":
    case "invalid_key":
    case "invalid_union":
    case "not_multiple_of":
      return badText(path, field, input);
  }
}

/** Lists that are too long, before anything in them is read: reading takes a bounded time. */
export function sizeFaults(value: unknown): readonly EstimateFault[] {
  if (!isMembers(value)) return [];
  const { areas, items } = value;
  const faults: EstimateFault[] = [];
  const most = (path: string, length: number, limit: number): void => {
    if (length > limit) faults.push(estimateFault("too_many", path, length, limit));
  };
  if (Array.isArray(items)) most("items", items.length, MAX_ITEMS);
  if (!Array.isArray(areas)) return faults;
  most("areas", areas.length, MAX_AREAS);
  let surfaces = 0;
  for (const area of areas.slice(0, MAX_AREAS)) {
    if (isMembers(area) && Array.isArray(area["surfaces"])) surfaces += area["surfaces"].length;
  }
  most("areas.*.surfaces", surfaces, MAX_SURFACES);
  return faults;
}

/** What is wrong with what a well-formed estimate says of itself: ids, and who belongs where. */
export function linkFaults({ estimate, areas, items }: SentEstimate): readonly EstimateFault[] {
  const faults: EstimateFault[] = [];
  const areaIds = new Set<string>();
  /** Of surfaces and items: each is a line of the result. */
  const lineIds = new Set<string>();
  const once = (taken: Set<string>, id: string, path: string): void => {
    if (taken.has(id)) faults.push(estimateFault("id_taken", `${path}.id`, id));
    taken.add(id);
  };
  const inside = (found: string | undefined, expected: string, path: string): void => {
    if (found === undefined || found === expected) return;
    faults.push(estimateFault("elsewhere", path, found, expected));
  };
  for (const [index, { area, surfaces }] of areas.entries()) {
    once(areaIds, area.id, `areas.${index}.area`);
    inside(area.estimateId, estimate.id, `areas.${index}.area.estimateId`);
    for (const [at, surface] of surfaces.entries()) {
      const path = `areas.${index}.surfaces.${at}`;
      once(lineIds, surface.id, path);
      inside(surface.estimateId, estimate.id, `${path}.estimateId`);
      inside(surface.areaId, area.id, `${path}.areaId`);
    }
  }
  for (const [index, item] of items.entries()) {
    once(lineIds, item.id, `items.${index}`);
    inside(item.estimateId, estimate.id, `items.${index}.estimateId`);
    if (item.areaId === null || areaIds.has(item.areaId)) continue;
    faults.push(estimateFault("unknown_area", `items.${index}.areaId`, item.areaId));
  }
  return faults;
}
