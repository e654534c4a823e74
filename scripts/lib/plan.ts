import { join, resolve } from "node:path";

/** What `npm start` is about to run, read from the environment. */
export interface Plan {
  readonly host: string;
  readonly port: number;
  /** The address to open. */
  readonly address: string;
  /** Absent when a real Salesforce is configured. */
  readonly sandbox?: SandboxPlan | undefined;
  /** Absent when a real Salesforce or a real CompanyCam is configured. */
  readonly companyCam?: SandboxPlan | undefined;
}

export interface SandboxPlan {
  readonly host: string;
  /** Where it should listen; if that is taken, anywhere. */
  readonly port: number;
  readonly dataDir: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the CompanyCam sandbox listens: no setting of the real one. */
const SANDBOX_PORT = "COMPANYCAM_SANDBOX_PORT";

const ANY_INTERFACE = new Set(["0.0.0.0", "::"]);

/** Where this machine finds what listens on `host`. */
export function localOrigin(host: string, port: number): string {
  const name = ANY_INTERFACE.has(host) ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/**
 * One setting of a service is enough to mean the real one: the server then says which others are missing, rather than a
 * sandbox hiding the mistake. Beside a real Salesforce there is no made-up CompanyCam: customers' photos would go there.
 */
export function planFrom(env: Environment): Plan {
  const host = env["HOST"] || "127.0.0.1";
  const port = portFrom(env, "PORT", 8080);
  const address = env["PUBLIC_URL"] || localOrigin(host, port);
  const isSet = (prefix: string): boolean =>
    Object.keys(env).some(
      (name) => name.startsWith(prefix) && env[name] !== "" && name !== SANDBOX_PORT,
    );
  if (isSet("SALESFORCE_")) return { host, port, address };
  const sandbox = {
    host: env["SANDBOX_HOST"] || "127.0.0.1",
    port: portFrom(env, "SANDBOX_PORT", port + 1),
    dataDir: join(dataDirFrom(env), "sandbox"),
  };
  if (isSet("COMPANYCAM_")) return { host, port, address, sandbox };
  return { host, port, address, sandbox, companyCam: companyCamPlanFrom(env) };
}

/** Where a sandbox of CompanyCam stands: two ports above the server, where nothing else is said. */
export const companyCamPlanFrom = (env: Environment): SandboxPlan => ({
  host: env["SANDBOX_HOST"] || "127.0.0.1",
  port: portFrom(env, SANDBOX_PORT, portFrom(env, "PORT", 8080) + 2),
  dataDir: join(dataDirFrom(env), "companycam-sandbox"),
});

/** Where the server keeps everything, as its own configuration has it. */
export const dataDirFrom = (env: Environment): string => resolve(env["DATA_DIR"] || ".data");

function portFrom(env: Environment, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === "") return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new RangeError(`${name} must be a port between 1 and 65535, not "${text}"`);
}

/** Who may sign in to the sandbox, and where it listens. */
export interface SandboxAccess {
  readonly url: string;
  readonly privateKeyFile: string;
  readonly publicKeyFile: string;
}

/** The names under which the two programs know each other; any would do, they only have to agree. */
const JWT_CLIENT = "paintbox-server";
const OIDC_CLIENT = "paintbox-sign-in";

export function sandboxEnvironment(plan: SandboxPlan, access: SandboxAccess): Environment {
  return {
    SANDBOX_HOST: plan.host,
    SANDBOX_PORT: new URL(access.url).port,
    SANDBOX_DATA_DIR: plan.dataDir,
    SANDBOX_JWT_CLIENT_ID: JWT_CLIENT,
    SANDBOX_JWT_PUBLIC_KEY_FILE: access.publicKeyFile,
    SANDBOX_OIDC_CLIENT_ID: OIDC_CLIENT,
  };
}

export function salesforceEnvironment(access: SandboxAccess): Environment {
  return {
    SALESFORCE_LOGIN_URL: access.url,
    SALESFORCE_CLIENT_ID: JWT_CLIENT,
    SALESFORCE_PRIVATE_KEY_FILE: access.privateKeyFile,
    SALESFORCE_USERNAME: "integration@brightcoat.example",
    SALESFORCE_OIDC_CLIENT_ID: OIDC_CLIENT,
  };
}

/** The bearer token that both programs know; it opens nothing but the sandbox. */
const COMPANYCAM_TOKEN = "sandbox-token";

export const companyCamSandboxEnvironment = (plan: SandboxPlan, url: string): Environment => ({
  SANDBOX_HOST: plan.host,
  SANDBOX_PORT: new URL(url).port,
  SANDBOX_DATA_DIR: plan.dataDir,
  SANDBOX_TOKEN: COMPANYCAM_TOKEN,
});

/** Webhooks come over plain http there: the sandbox is on this machine. */
export const companyCamEnvironment = (url: string): Environment => ({
  COMPANYCAM_URL: url,
  COMPANYCAM_TOKEN,
  COMPANYCAM_WEBHOOKS: "on",
});
