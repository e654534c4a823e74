import { readFileSync } from "node:fs";

/** How the server gets into CompanyCam. */
export interface CompanyCamConfig {
  readonly api: "v2" | "v1";
  /** Where the API is, without its path; and where tokens come from. */
  readonly apiUrl: string;
  readonly oauthUrl: string;
  readonly access: CompanyCamAccess;
  /** Whether CompanyCam is to tell us what happens. */
  readonly webhooks: boolean;
}

export type CompanyCamAccess =
  | { readonly by: "token"; readonly token: string }
  | {
      readonly by: "oauth";
      readonly clientId: string;
      readonly clientSecret: string;
      readonly refreshToken: string;
    };

type Environment = Readonly<Record<string, string | undefined>>;
type Report = (variable: string, problem: string) => void;

const homes = { v2: "https://api.companycam.com", v1: "https://app.companycam.com" } as const;

/**
 * The part of the environment about CompanyCam; null when none of it is set.
 *
 * @param origin checks an address and reports what is wrong with it.
 * @param publicUrl CompanyCam reaches us there, when it begins with https.
 */
export function readCompanyCamSettings(
  env: Environment,
  report: Report,
  origin: (variable: string, text: string) => string,
  publicUrl: string,
): CompanyCamConfig | null {
  const names = Object.keys(env).filter((name) => name.startsWith("COMPANYCAM_"));
  if (names.every((name) => name.startsWith("COMPANYCAM_TEST_") || (env[name] ?? "") === ""))
    return null;
  const api = env["COMPANYCAM_API"] || "v2";
  if (api !== "v2" && api !== "v1") report("COMPANYCAM_API", `is "${api}"; it must be v2 or v1`);
  const chosen = api === "v1" ? "v1" : "v2";
  const url = origin("COMPANYCAM_URL", env["COMPANYCAM_URL"] ?? "");
  const webhooks = env["COMPANYCAM_WEBHOOKS"] ?? "";
  if (!["", "on", "off"].includes(webhooks))
    report("COMPANYCAM_WEBHOOKS", `is "${webhooks}"; it must be on or off`);
  return {
    api: chosen,
    apiUrl: url || homes[chosen],
    oauthUrl: url || homes.v1,
    access: readAccess(env, report),
    webhooks: webhooks === "" ? publicUrl.startsWith("https:") : webhooks === "on",
  };
}

function readAccess(env: Environment, report: Report): CompanyCamAccess {
  const secret = (variable: string): string => {
    const file = env[variable] ?? "";
    if (file === "") return "";
    try {
      const text = readFileSync(file, "utf8").trim();
      if (text === "") report(variable, "names an empty file");
      return text;
    } catch {
      report(variable, "names a file that cannot be read");
      return "";
    }
  };
  const token = env["COMPANYCAM_TOKEN"] || secret("COMPANYCAM_TOKEN_FILE");
  const clientId = env["COMPANYCAM_OAUTH_CLIENT_ID"] ?? "";
  if (clientId === "") {
    if (token === "" && (env["COMPANYCAM_TOKEN_FILE"] ?? "") === "")
      report("COMPANYCAM_TOKEN", "is not set; CompanyCam is configured and lets nobody in without");
    return { by: "token", token };
  }
  if (token !== "")
    report("COMPANYCAM_OAUTH_CLIENT_ID", "is set beside a token; choose one way into CompanyCam");
  const clientSecret = secret("COMPANYCAM_OAUTH_CLIENT_SECRET_FILE");
  const refreshToken = secret("COMPANYCAM_REFRESH_TOKEN_FILE");
  for (const variable of ["COMPANYCAM_OAUTH_CLIENT_SECRET_FILE", "COMPANYCAM_REFRESH_TOKEN_FILE"])
    if ((env[variable] ?? "") === "")
      report(variable, "is not set; it goes with COMPANYCAM_OAUTH_CLIENT_ID");
  return { by: "oauth", clientId, clientSecret, refreshToken };
}
