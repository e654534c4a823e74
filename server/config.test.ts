import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  listeningOn,
  readConfig,
  readKeysConfig,
  readStoreConfig,
  storeLocation,
} from "./config.ts";

let folder: string;
let sound: Record<string, string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "paintbox-config-"));
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(join(folder, "key.pem"), privateKey.export({ type: "pkcs8", format: "pem" }));
  const elliptic = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  writeFileSync(join(folder, "ec.pem"), elliptic.export({ type: "pkcs8", format: "pem" }));
  writeFileSync(join(folder, "junk.pem"), "not a key");
  sound = {
    SALESFORCE_LOGIN_URL: "https://login.salesforce.com",
    SALESFORCE_CLIENT_ID: "server",
    SALESFORCE_PRIVATE_KEY_FILE: join(folder, "key.pem"),
    SALESFORCE_USERNAME: "paintbox@example.com",
    SALESFORCE_OIDC_CLIENT_ID: "people",
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const blamed = (changes: Record<string, string>): readonly string[] => {
  const result = readConfig({ ...sound, ...changes });
  return result.ok ? [] : result.problems.map((problem) => problem.variable);
};

test("the defaults are a server for this machine", () => {
  const result = readConfig({ ...sound, PORT: "", HOST: "" });
  expect(result).toMatchObject({
    ok: true,
    config: { port: 8080, host: "127.0.0.1", publicUrl: "http://127.0.0.1:8080" },
  });
});

describe("nonsense is refused, naming the variable", () => {
  test.each([
    ["PORT", "http"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["HOST", "http://x"],
    ["DATABASE_URL", "mysql://localhost/paintbox"],
    ["DATABASE_URL", "postgres://localhost"],
    ["DATABASE_URL", "localhost/paintbox"],
    ["BACKUP_EVERY_HOURS", "daily"],
    ["BACKUP_EVERY_HOURS", "0"],
    ["KEYS_ROTATE_DAYS", "monthly"],
    ["KEYS_ROTATE_DAYS", "-1"],
    ["KEYS_SECRET_ARN", "paintbox-keys"],
    ["KEYS_SECRET_ENDPOINT", "localhost"],
    ["TRUST_PROXY", "yes"],
    ["TRUST_PROXY", "10"],
    ["MEMORY_LIMIT_MB", "1"],
    ["MEMORY_LIMIT_MB", "512m"],
    ["METRICS_PORT", "70000"],
    ["DRAIN_SECONDS", "-1"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"],
    ["REDIS_URL", "localhost:6379"],
    ["REDIS_URL", "https://localhost"],
    ["PUBLIC_URL", "paintbox.example.com"],
    ["PUBLIC_URL", "http://paintbox.example.com"],
    ["PUBLIC_URL", "https://paintbox.example.com/app"],
    ["LEASE_DAYS", "6"],
    ["LEASE_DAYS", "15"],
    ["LEASE_DAYS", "7.5"],
    ["SALESFORCE_LOGIN_URL", "http://login.salesforce.com"],
    ["SALESFORCE_LOGIN_URL", "ftp://login.salesforce.com"],
    ["SALESFORCE_LOGIN_URL", ""],
    ["SALESFORCE_CLIENT_ID", ""],
    ["SALESFORCE_USERNAME", ""],
    ["SALESFORCE_OIDC_CLIENT_ID", ""],
    ["SALESFORCE_PRIVATE_KEY_FILE", ""],
    ["SALESFORCE_PRIVATE_KEY_FILE", "/nowhere/key.pem"],
  ])("%s=%s", (variable, value) => {
    expect(blamed({ [variable]: value })).toEqual([variable]);
  });

  test("a file that holds no RSA key, without repeating what it holds", () => {
    for (const file of ["ec.pem", "junk.pem"]) {
      const result = readConfig({ ...sound, SALESFORCE_PRIVATE_KEY_FILE: join(folder, file) });
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result)).not.toContain("not a key");
    }
  });

  test("an address of a database, without repeating the password in it", () => {
    const result = readConfig({ ...sound, DATABASE_URL: "postgre://me:secret@host/paintbox" });
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toContain("secret");
  });

  test("several problems are told at once", () => {
    expect(blamed({ PORT: "x", HOST: "a b", SALESFORCE_USERNAME: "" })).toEqual([
      "PORT",
      "HOST",
      "SALESFORCE_USERNAME",
    ]);
  });
});

describe("CompanyCam", () => {
  const configOf = (changes: Record<string, string>) => {
    const result = readConfig({ ...sound, ...changes });
    return result.ok ? result.config.companyCam : result.problems;
  };

  test("nothing of it set: not connected", () => {
    expect(configOf({ COMPANYCAM_TOKEN: "" })).toBeNull();
    expect(configOf({ COMPANYCAM_TEST_TOKEN: "for contract tests" })).toBeNull();
  });

  test("a token is enough; webhooks need an address that CompanyCam reaches", () => {
    expect(configOf({ COMPANYCAM_TOKEN: "t" })).toEqual({
      api: "v2",
      apiUrl: "https://api.companycam.com",
      oauthUrl: "https://app.companycam.com",
      access: { by: "token", token: "t" },
      webhooks: false,
    });
    const PUBLIC_URL = "https://paintbox.example.com";
    const settings = { COMPANYCAM_TOKEN: "t", COMPANYCAM_API: "v1", PUBLIC_URL };
    expect(configOf(settings)).toMatchObject({
      apiUrl: "https://app.companycam.com",
      webhooks: true,
    });
    expect(configOf({ ...settings, COMPANYCAM_WEBHOOKS: "off" })).toMatchObject({
      webhooks: false,
    });
  });

  test("an OAuth client with its secret and a first refresh token, from files", () => {
    writeFileSync(join(folder, "secret"), "client-secret\n");
    writeFileSync(join(folder, "refresh"), "first-token\n");
    expect(
      configOf({
        COMPANYCAM_OAUTH_CLIENT_ID: "paintbox",
        COMPANYCAM_OAUTH_CLIENT_SECRET_FILE: join(folder, "secret"),
        COMPANYCAM_REFRESH_TOKEN_FILE: join(folder, "refresh"),
      }),
    ).toMatchObject({
      access: {
        by: "oauth",
        clientId: "paintbox",
        clientSecret: "client-secret",
        refreshToken: "first-token",
      },
    });
  });

  test.each([
    [{ COMPANYCAM_API: "v3", COMPANYCAM_TOKEN: "t" }, ["COMPANYCAM_API"]],
    [{ COMPANYCAM_API: "v1" }, ["COMPANYCAM_TOKEN"]],
    [{ COMPANYCAM_TOKEN_FILE: "/nowhere" }, ["COMPANYCAM_TOKEN_FILE"]],
    [{ COMPANYCAM_TOKEN: "t", COMPANYCAM_WEBHOOKS: "yes" }, ["COMPANYCAM_WEBHOOKS"]],
    [{ COMPANYCAM_TOKEN: "t", COMPANYCAM_URL: "http://elsewhere.example" }, ["COMPANYCAM_URL"]],
    [
      { COMPANYCAM_OAUTH_CLIENT_ID: "c" },
      ["COMPANYCAM_OAUTH_CLIENT_SECRET_FILE", "COMPANYCAM_REFRESH_TOKEN_FILE"],
    ],
  ])("%o is refused", (changes, variables) => {
    expect(blamed(changes)).toEqual(variables);
  });
});

test("the data is in DATA_DIR, or in the Postgres of DATABASE_URL", () => {
  const DATABASE_URL = "postgres://me:secret@db.example.com/paintbox?sslmode=require";
  const embedded = readStoreConfig({ DATA_DIR: "/data" });
  const postgres = readStoreConfig({ DATA_DIR: "/data", DATABASE_URL });
  expect(embedded.ok && storeLocation(embedded.config)).toEqual({ directory: "/data" });
  expect(postgres.ok && storeLocation(postgres.config)).toEqual({ databaseUrl: DATABASE_URL });
});

test("keys are beside the data, in the folder that was named, or in the secret's region", () => {
  const keysIn = (env: Record<string, string>) => {
    const result = readKeysConfig({ DATA_DIR: "/data", ...env });
    return result.ok ? result.config : result.problems;
  };
  const beside = { folder: "/data/keys", isFolderChosen: false, rotateDays: 30, secret: null };
  expect(keysIn({})).toEqual(beside);
  expect(keysIn({ KEYS_DIR: "/keys", KEYS_ROTATE_DAYS: "0" })).toEqual({
    ...beside,
    folder: "/keys",
    isFolderChosen: true,
    rotateDays: 0,
  });
  const arn = "arn:aws:secretsmanager:us-west-2:123456789012:secret:paintbox-keys-AbCdEf";
  expect(keysIn({ KEYS_SECRET_ARN: arn })).toMatchObject({
    secret: { arn, region: "us-west-2", endpoint: null },
  });
  const elsewhere = { KEYS_SECRET_REGION: "eu-west-1", KEYS_SECRET_ENDPOINT: "https://aws.test" };
  expect(keysIn({ KEYS_SECRET_ARN: arn, ...elsewhere })).toMatchObject({
    secret: { arn, region: "eu-west-1", endpoint: "https://aws.test" },
  });
});

test("plain http is allowed to a sandbox on this machine", () => {
  expect(blamed({ SALESFORCE_LOGIN_URL: "http://127.0.0.1:9090" })).toEqual([]);
});

test("with PORT=0 the public address is known once the server listens; a given one stays", () => {
  const derived = readConfig({ ...sound, PORT: "0", HOST: "0.0.0.0" });
  const given = readConfig({ ...sound, PORT: "0", PUBLIC_URL: "https://paintbox.example.com/" });
  expect(derived.ok && listeningOn(derived.config, 4711).publicUrl).toBe("http://127.0.0.1:4711");
  expect(given.ok && listeningOn(given.config, 4711).publicUrl).toBe(
    "https://paintbox.example.com",
  );
});
