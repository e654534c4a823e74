import { readFileSync } from "node:fs";
import { type AssertionIssuer, rsaPrivateKey } from "../assertion.ts";

/** A real Salesforce org to hold our client against: a scratch org or a sandbox, never one that people work in. */
const VARIABLES = [
  "SALESFORCE_TEST_LOGIN_URL",
  "SALESFORCE_TEST_CLIENT_ID",
  "SALESFORCE_TEST_USERNAME",
  "SALESFORCE_TEST_PRIVATE_KEY_FILE",
] as const;

/** Which of the variables that name it are not set. */
export const missingForRealOrg = (): readonly string[] =>
  VARIABLES.filter((variable) => (process.env[variable] ?? "") === "");

/** Who we are there; null when the environment does not say. */
export function realOrgIssuer(): AssertionIssuer | null {
  if (missingForRealOrg().length > 0) return null;
  const [loginUrl = "", clientId = "", username = "", keyFile = ""] = VARIABLES.map(
    (variable) => process.env[variable],
  );
  return { loginUrl, clientId, username, privateKey: rsaPrivateKey(readFileSync(keyFile, "utf8")) };
}
