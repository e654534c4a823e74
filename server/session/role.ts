import type { Session } from "../../shared/sync/wire.ts";

type Role = Session["role"];

/**
 * Someone's role in Paintbox, from the names their org gave to their role and profile. Names are all a
 * fresh org has; a crew name counts before a manager's, so that "Crew Manager" stays with the crew.
 */
export function roleOf(titles: readonly (string | null | undefined)[]): Role {
  const text = titles.join(" ");
  if (/\b(painter|crew)s?\b/i.test(text)) return "painter";
  if (/\b(manager|administrator)s?\b/i.test(text)) return "manager";
  return "estimator";
}
