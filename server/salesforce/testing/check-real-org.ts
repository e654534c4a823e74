import { missingForRealOrg } from "./real-org.ts";

/** Before the tests: says in one line when our client is not held against a real Salesforce. */
export function setup(): void {
  const missing = missingForRealOrg();
  if (missing.length === 0) return;
  process.stdout.write(
    `${missing.join(", ")} not set: the Salesforce client's contract is tested on 1 of its 2 orgs, the sandbox.\n`,
  );
}
