import { type ChildProcess, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Identity } from "../identity.ts";
import { deviceName } from "../session/device-name.ts";
import { rememberPerson, startFamily } from "../session/families.ts";
import { ensureCompany } from "../store/companies.ts";
import { openStore, type Store } from "../store/store.ts";

/** A folder with everything a server process needs, and somebody who is signed in. */
export interface Ground {
  readonly directory: string;
  readonly dataDirectory: string;
  readonly settings: Readonly<Record<string, string>>;
  /** The header `Cookie` of each person, in their order. */
  readonly cookies: readonly string[];
  remove(): void;
}

export interface RunningServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** Lines of both outputs so far, as JSON where they are. */
  events(): readonly Readonly<Record<string, unknown>>[];
  /** Everything it has said. */
  said(): string;
  /** Sends a signal and resolves with the exit code. */
  end(signal?: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** Signs people in, without asking anybody. @returns the header `Cookie` of each, in their order. */
export async function signIn(store: Store, people: readonly Identity[]): Promise<string[]> {
  const cookies: string[] = [];
  for (const person of people) {
    const { companyId: id, companyName: name } = person;
    const now = Date.now();
    await store.write((tx) => ensureCompany(tx, { id, name, now }));
    const place = { deviceId: person.userId, device: deviceName(undefined) };
    const { cookie } = await store.write(async (tx) => {
      await rememberPerson(tx, { ...person, email: `${person.userId}@example.com` }, now);
      return startFamily(tx, person, place, now);
    });
    cookies.push(`paintbox=${cookie}`);
  }
  return cookies;
}

/** @param people signed in, all of one company. */
export async function prepareGround(...people: readonly Identity[]): Promise<Ground> {
  const directory = mkdtempSync(join(tmpdir(), "paintbox-main-"));
  const dataDirectory = join(directory, "data");
  const keyFile = join(directory, "key.pem");
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  const store = await openStore({ directory: dataDirectory });
  const cookies = await signIn(store, people);
  await store.close();
  return {
    directory,
    dataDirectory,
    cookies,
    settings: {
      PORT: "0",
      DATA_DIR: dataDirectory,
      // Nobody listens there.
      SALESFORCE_LOGIN_URL: "http://127.0.0.1:1",
      SALESFORCE_CLIENT_ID: "server",
      SALESFORCE_PRIVATE_KEY_FILE: keyFile,
      SALESFORCE_USERNAME: "paintbox@example.com",
      SALESFORCE_OIDC_CLIENT_ID: "people",
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** Starts the server as `npm start` does, from its sources, and waits for its address. */
export async function startMain(
  environment: Readonly<Record<string, string>>,
): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../main.ts")], {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = once(child, "exit");
  let said = "";
  child.stderr.on("data", (data) => {
    said += String(data);
  });
  const lines = createInterface({ input: child.stdout });
  const listening = new Promise<string>((resolve) => {
    lines.on("line", (line) => {
      said += `${line}\n`;
      // Where it listens; what it prints for people is the address that they see.
      const [, port] = /"event":"started","port":(\d+)/.exec(line) ?? [];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
  });
  const url = await Promise.race([listening, exited.then(() => null)]);
  if (url === null) throw new Error(`the server did not start:\n${said}`);
  return {
    url,
    process: child,
    said: () => said,
    events: () =>
      said
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line)),
    async end(signal = "SIGTERM") {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}
