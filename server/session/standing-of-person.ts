import * as z from "zod/mini";
import type { Session } from "../../shared/sync/wire.ts";
import type { SalesforceClient } from "../salesforce/client.ts";
import { roleOf } from "./role.ts";

/** How somebody stands in their company, as Salesforce says now. */
export interface PersonStanding {
  readonly role: Session["role"];
  readonly isActive: boolean;
}

const namedSchema = z.nullable(z.object({ Name: z.string() }));
const userSchema = z.object({
  IsActive: z.boolean(),
  UserRole: namedSchema,
  Profile: namedSchema,
});

/** Asks Salesforce; null when it cannot say. A user it does not show us is not one who has left. */
export async function askPerson(
  salesforce: Pick<SalesforceClient, "query">,
  userId: string,
): Promise<PersonStanding | null> {
  const users = await salesforce.query(
    {
      from: "User",
      select: ["IsActive", "UserRole.Name", "Profile.Name"],
      where: { field: "Id", is: "=", value: userId },
      limit: 1,
    },
    userSchema,
  );
  const user = users.ok ? users.value[0] : undefined;
  if (!user) return null;
  return { role: roleOf([user.UserRole?.Name, user.Profile?.Name]), isActive: user.IsActive };
}
