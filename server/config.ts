import { resolve } from "node:path";
import { readPrivateKey } from "./private-key.ts";

/** Everything the environment decides, read once and checked whole (README, "Settings"). */
export interface Config {
  /** 0 lets the operating system choose. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDirectory: string;
  /** The origin that browsers see, without a trailing slash. */
  readonly publicUrl: string;
  readonly salesforce: SalesforceConfig;
}

export interface SalesforceConfig {
  /** Origin, without a trailing slash. */
  readonly loginUrl: string;
  /** The consumer key that the server itself uses (JWT bearer). */
  readonly clientId: string;
  /** PEM text of the RSA key whose certificate Salesforce holds. */
  readonly privateKey: string;
  /** The integration user. */
  readonly username: string;
  /** The consumer key that people sign in with (code + PKCE). */
  readonly oidcClientId: string;
}

export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the environment; an empty variable counts as one that is not set. */
export function readConfig(env: Environment): ConfigResult {
  const problems: ConfigProblem[] = [];
  const report = (variable: string, problem: string): void => {
    problems.push({ variable, problem });
  };
  const required = (variable: string): string => {
    const value = env[variable] ?? "";
    if (value === "") report(variable, "is not set; Paintbox signs people in through Salesforce");
    return value;
  };
  if ((env["DATABASE_URL"] ?? "") !== "")
    report(
      "DATABASE_URL",
      "must be empty: this release keeps its data in DATA_DIR, Postgres comes later",
    );
  const config: Config = {
    port: checkedPort(env["PORT"] || "8080", report),
    host: checkedHost(env["HOST"] || "127.0.0.1", report),
    dataDirectory: resolve(env["DATA_DIR"] || ".data"),
    publicUrl:
      origin("PUBLIC_URL", env["PUBLIC_URL"] ?? "", report) ||
      localOrigin(env["HOST"] || "127.0.0.1", Number(env["PORT"] || "8080")),
    salesforce: {
      loginUrl: origin("SALESFORCE_LOGIN_URL", required("SALESFORCE_LOGIN_URL"), report),
      clientId: required("SALESFORCE_CLIENT_ID"),
      privateKey: privateKey(required("SALESFORCE_PRIVATE_KEY_FILE"), report),
      username: required("SALESFORCE_USERNAME"),
      oidcClientId: required("SALESFORCE_OIDC_CLIENT_ID"),
    },
  };
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

/** The configuration once the server listens: with `PORT=0` only then its own address is known. */
export function listeningOn(config: Config, chosenPort: number): Config {
  const derived = config.publicUrl === localOrigin(config.host, config.port);
  return {
    ...config,
    port: chosenPort,
    publicUrl: derived ? localOrigin(config.host, chosenPort) : config.publicUrl,
  };
}

/** Where this machine's browser finds a server that listens on `host`. */
function localOrigin(host: string, port: number): string {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

type Report = (variable: string, problem: string) => void;

function checkedPort(text: string, report: Report): number {
  const value = Number(text);
  const sound = /^\d{1,5}$/.test(text) && value <= 65_535;
  if (!sound) report("PORT", `is "${text}"; it must be a number from 0 to 65535`);
  return value;
}

function checkedHost(text: string, report: Report): string {
  if (!/^[0-9A-Za-z.:-]{1,253}$/.test(text))
    report("HOST", `is "${text}"; it must be an address or a name to listen on`);
  return text;
}

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** An origin, or "" after its problem was reported or when there is none. */
function origin(variable: string, text: string, report: Report): string {
  if (text === "") return "";
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    report(variable, `is "${text}"; it must be an address like https://paintbox.example.com`);
    return "";
  }
  if (url.protocol === "http:" && !loopback.has(url.hostname))
    report(variable, "must begin with https://; plain http is for this machine only");
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "" || url.username !== "")
    report(variable, "must end after the host and port, without a path or a password");
  return url.origin;
}

function privateKey(file: string, report: Report): string {
  if (file === "") return "";
  const result = readPrivateKey(file);
  if (result.ok) return result.pem;
  report("SALESFORCE_PRIVATE_KEY_FILE", result.problem);
  return "";
}
