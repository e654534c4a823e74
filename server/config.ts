import { join, resolve } from "node:path";
import { type CompanyCamConfig, readCompanyCamSettings } from "./companycam/settings.ts";
import type { KeysConfig } from "./keys/keys-config.ts";
import type { SecretConfig } from "./keys/secret-config.ts";
import type { TrustedProxy } from "./limits/client-address.ts";
import { readPrivateKey } from "./private-key.ts";
import type { StoreLocation } from "./store/store.ts";

/** Everything the environment decides, read once and checked whole (README, "Settings"). */
export interface Config {
  /** 0 lets the operating system choose. */
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDirectory: string;
  /** A Postgres; null for the embedded store in `dataDirectory`. */
  readonly databaseUrl: string | null;
  readonly backups: BackupConfig | null;
  readonly keys: KeysConfig;
  /** Through which server processes tell each other what has changed; empty for none. */
  readonly redisUrl: string;
  /** Whom to believe about where a request comes from. */
  readonly trustedProxy: TrustedProxy;
  /** What the process may come to; null: what the container or the machine allows. */
  readonly memoryLimitMb: number | null;
  /** Where Prometheus reads metrics, on `host`; null: nowhere. 0 lets the operating system choose. */
  readonly metricsPort: number | null;
  /** How long the server says that it is going before it goes. */
  readonly drainSeconds: number;
  /** Null: nothing is traced. */
  readonly tracing: TracingConfig | null;
  /** The origin that browsers see, without a trailing slash. */
  readonly publicUrl: string;
  /** How long a tablet may be worked on without asking the server, in days. */
  readonly leaseDays: number;
  /** Tablets give up their service worker at their next contact: for a build whose worker is broken. */
  readonly killServiceWorker: boolean;
  readonly salesforce: SalesforceConfig;
  /** Null: Paintbox is not connected to CompanyCam. */
  readonly companyCam: CompanyCamConfig | null;
}

export interface TracingConfig {
  readonly serviceName: string;
  /** Which part of the traces is kept, from 0 to 1. */
  readonly ratio: number;
}

/** Backups that the server makes by itself. */
export interface BackupConfig {
  /** Absolute. */
  readonly directory: string;
  readonly everyHours: number;
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
  const publicUrl =
    origin("PUBLIC_URL", env["PUBLIC_URL"] ?? "", report) ||
    localOrigin(env["HOST"] || "127.0.0.1", Number(env["PORT"] || "8080"));
  const config: Config = {
    port: checkedPort(env["PORT"] || "8080", report),
    host: checkedHost(env["HOST"] || "127.0.0.1", report),
    ...readStoreSettings(env, report),
    backups: readBackupSettings(env, report),
    keys: readKeysSettings(env, report),
    redisUrl: redisAddress(env["REDIS_URL"] ?? "", report),
    trustedProxy: trustedProxy(env["TRUST_PROXY"] ?? "", report),
    memoryLimitMb: optionalNumber(env, "MEMORY_LIMIT_MB", [64, 1_000_000], report),
    metricsPort: optionalNumber(env, "METRICS_PORT", [0, 65_535], report),
    drainSeconds: optionalNumber(env, "DRAIN_SECONDS", [0, 300], report) ?? 0,
    tracing: readTracing(env, report),
    publicUrl,
    leaseDays: leaseDays(env["LEASE_DAYS"] || "14", report),
    killServiceWorker: yesOrNo(env, "KILL_SERVICE_WORKER", report),
    salesforce: {
      loginUrl: origin("SALESFORCE_LOGIN_URL", required("SALESFORCE_LOGIN_URL"), report),
      clientId: required("SALESFORCE_CLIENT_ID"),
      privateKey: privateKey(required("SALESFORCE_PRIVATE_KEY_FILE"), report),
      username: required("SALESFORCE_USERNAME"),
      oidcClientId: required("SALESFORCE_OIDC_CLIENT_ID"),
    },
    companyCam: readCompanyCamSettings(
      env,
      report,
      (variable, text) => origin(variable, text, report),
      publicUrl,
    ),
  };
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

/** The part of the environment that says where the data is. */
export type StoreConfig = Pick<Config, "dataDirectory" | "databaseUrl">;

export type StoreConfigResult =
  | { readonly ok: true; readonly config: StoreConfig }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** What `paintbox backup` and `paintbox restore` need to know. */
export function readStoreConfig(env: Environment): StoreConfigResult {
  const problems: ConfigProblem[] = [];
  const config = readStoreSettings(env, (variable, problem) => {
    problems.push({ variable, problem });
  });
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

export type KeysConfigResult =
  | { readonly ok: true; readonly config: KeysConfig }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** What `paintbox keys` needs to know. */
export function readKeysConfig(env: Environment): KeysConfigResult {
  const problems: ConfigProblem[] = [];
  const config = readKeysSettings(env, (variable, problem) => {
    problems.push({ variable, problem });
  });
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

export const storeLocation = ({ dataDirectory, databaseUrl }: StoreConfig): StoreLocation =>
  databaseUrl === null ? { directory: dataDirectory } : { databaseUrl };

function readStoreSettings(env: Environment, report: Report): StoreConfig {
  const text = env["DATABASE_URL"] ?? "";
  const url = URL.parse(text);
  const isPostgres =
    url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
  // The text may hold a password: it is not repeated.
  if (text !== "" && !isPostgres)
    report("DATABASE_URL", "must be an address like postgres://user:password@host:5432/database");
  return {
    dataDirectory: resolve(env["DATA_DIR"] || ".data"),
    databaseUrl: text === "" ? null : text,
  };
}

function readBackupSettings(env: Environment, report: Report): BackupConfig | null {
  const every = env["BACKUP_EVERY_HOURS"] || "24";
  const everyHours = Number(every);
  if (!(everyHours >= 0.01 && everyHours <= 8760))
    report("BACKUP_EVERY_HOURS", `is "${every}"; it must be a number of hours up to 8760`);
  const directory = env["BACKUP_DIR"] ?? "";
  return directory === "" ? null : { directory: resolve(directory), everyHours };
}

function readKeysSettings(env: Environment, report: Report): KeysConfig {
  const every = env["KEYS_ROTATE_DAYS"] || "30";
  if (!/^\d{1,4}$/.test(every))
    report("KEYS_ROTATE_DAYS", `is "${every}"; it must be a whole number of days, or 0 for never`);
  const chosen = env["KEYS_DIR"] ?? "";
  return {
    folder: chosen === "" ? join(resolve(env["DATA_DIR"] || ".data"), "keys") : resolve(chosen),
    isFolderChosen: chosen !== "",
    rotateDays: Number(every),
    secret: readSecretSettings(env, report),
  };
}

function readSecretSettings(env: Environment, report: Report): SecretConfig | null {
  const arn = env["KEYS_SECRET_ARN"] ?? "";
  const endpoint = origin("KEYS_SECRET_ENDPOINT", env["KEYS_SECRET_ENDPOINT"] ?? "", report);
  if (arn === "") return null;
  const inArn = /^arn:[\w-]+:secretsmanager:([\w-]+):\d+:secret:.+$/.exec(arn)?.[1];
  if (inArn === undefined)
    report(
      "KEYS_SECRET_ARN",
      `is "${arn}"; it must be like arn:aws:secretsmanager:us-west-2:123456789012:secret:name`,
    );
  const region = env["KEYS_SECRET_REGION"] || (inArn ?? "");
  return { arn, region, endpoint: endpoint === "" ? null : endpoint };
}

/** Variables that say where spans go; with any of them set, they go there. */
const TRACING_VARIABLES = [
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
] as const;

function readTracing(env: Environment, report: Report): TracingConfig | null {
  const wanted = TRACING_VARIABLES.filter((variable) => (env[variable] ?? "") !== "");
  if (wanted.length === 0 || env["OTEL_SDK_DISABLED"] === "true") return null;
  for (const variable of wanted)
    if (!/^https?:$/.test(URL.parse(env[variable] ?? "")?.protocol ?? ""))
      report(variable, "must be an address like http://127.0.0.1:4318");
  const text = env["OTEL_TRACES_SAMPLER_ARG"] || "1";
  const ratio = Number(text);
  if (!(ratio >= 0 && ratio <= 1))
    report("OTEL_TRACES_SAMPLER_ARG", `is "${text}"; it must be a number from 0 to 1`);
  return { serviceName: env["OTEL_SERVICE_NAME"] || "paintbox", ratio };
}

function yesOrNo(env: Environment, variable: string, report: Report): boolean {
  const text = env[variable] ?? "";
  if (text !== "" && text !== "true" && text !== "false")
    report(variable, `is "${text}"; it must be true or false`);
  return text === "true";
}

/** @returns null when the variable is not set. */
function optionalNumber(
  env: Environment,
  variable: string,
  [least, most]: readonly [number, number],
  report: Report,
): number | null {
  const text = env[variable] ?? "";
  if (text === "") return null;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least || value > most)
    report(variable, `is "${text}"; it must be a whole number from ${least} to ${most}`);
  return value;
}

function trustedProxy(text: string, report: Report): TrustedProxy {
  if (text === "" || text === "0") return null;
  if (text === "fly") return "fly";
  if (!/^[1-9]$/.test(text))
    report(
      "TRUST_PROXY",
      `is "${text}"; it must be fly, or how many proxies stand in front, 1 to 9`,
    );
  return Number(text);
}

/** The configuration once the server listens: with `PORT=0` only then its own address is known. */
export function listeningOn<C extends Pick<Config, "host" | "port" | "publicUrl">>(
  config: C,
  chosenPort: number,
): C {
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

/** Shorter, and a crew out of reach for a week stands still; longer, and a lost tablet stays open too long. */
function leaseDays(text: string, report: Report): number {
  const days = Number(text);
  if (!/^\d{1,2}$/.test(text) || days < 7 || days > 14)
    report("LEASE_DAYS", `is "${text}"; it must be a number of days from 7 to 14`);
  return days;
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

function redisAddress(text: string, report: Report): string {
  const isRedis = text === "" || /^rediss?:$/.test(URL.parse(text)?.protocol ?? "");
  // The text may hold a password: it is not repeated.
  if (!isRedis) report("REDIS_URL", "must be an address like redis://user:password@host:6379");
  return text;
}

function privateKey(file: string, report: Report): string {
  if (file === "") return "";
  const result = readPrivateKey(file);
  if (result.ok) return result.pem;
  report("SALESFORCE_PRIVATE_KEY_FILE", result.problem);
  return "";
}
