import * as z from "zod/mini";
import type { Session } from "../../shared/sync/wire.ts";
import type { SalesforceClient } from "../salesforce/client.ts";

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

const namedSchema = z.nullable(z.object({ Name: z.string() }));
const userSchema = z.object({ UserRole: namedSchema, Profile: namedSchema });

/** Asks Salesforce for someone's role; null when it cannot say. */
export async function askRole(salesforce: SalesforceClient, userId: string): Promise<Role | null> {
  const users = await salesforce.query(
    {
      from: "User",
      select: ["UserRole.Name", "Profile.Name"],
      where: { field: "Id", is: "=", value: userId },
      limit: 1,
    },
    userSchema,
  );
  const user = users.ok ? users.value[0] : undefined;
  return user ? roleOf([user.UserRole?.Name, user.Profile?.Name]) : null;
}
