import { createServer, type Server } from "node:http";
import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { JwksClient } from "jwks-rsa";
import { createVerify } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { systemClock } from "../clock.ts";
import { readyFront } from "../ready/ready-front.ts";
import { jwksResource } from "./jwks-resource.ts";
import { viewOfKeyFile, type KeyFile } from "./key-file.ts";
import { createKeyRing, type OwnKeyRing } from "./key-ring.ts";
import { PUBLISHED_AHEAD_MS } from "./key-times.ts";
import { firstKeys, rotated } from "./rotation.ts";
import { generateSigningKey } from "./signing-key.ts";

/** The two libraries that most verifiers use, over real HTTP, through a rotation; time moves by hand. */

let ring: OwnKeyRing;
let keys: KeyFile;
let server: Server;
let url: string;
let asked: number;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  ring = createKeyRing({ clock: systemClock });
  keys = firstKeys({ now: Date.now(), generate: generateSigningKey });
  asked = 0;
  const table = new Map([["/jwks", jwksResource(() => ring.jwks())]]);
  server = createServer(
    readyFront(
      () => table,
      (_request, response) => response.writeHead(404).end(),
      () => {
        asked += 1;
      },
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/jwks`;
});
afterEach(() => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
});

const publish = (next: KeyFile): void => {
  keys = next;
  ring.take(viewOfKeyFile(keys));
};
function rotate(options: { readonly early: boolean } = { early: false }): void {
  const moment = { now: Date.now(), generate: generateSigningKey };
  const result = rotated(keys, moment, options);
  if (!result.ok) throw new Error(result.error.code);
  publish(result.value);
}
async function token(): Promise<string> {
  const signed = await ring.sign({ sub: "maria" }, { typ: "JWT", ttlMs: 24 * 3_600_000 });
  if (!signed.ok) throw new Error(signed.error.code);
  return signed.token;
}
const pass = (milliseconds: number): void => {
  vi.setSystemTime(Date.now() + milliseconds);
};

interface Verifier {
  verify(text: string): Promise<unknown>;
}
const kinds: readonly (readonly [string, () => Verifier])[] = [
  [
    "jose",
    () => {
      const set = createRemoteJWKSet(new URL(url));
      return { verify: async (text) => (await jwtVerify(text, set)).payload["sub"] };
    },
  ],
  [
    "jwks-rsa",
    () => {
      const client = new JwksClient({ jwksUri: url });
      return {
        async verify(text) {
          const [header = "", payload = "", signature = ""] = text.split(".");
          const { kid } = JSON.parse(Buffer.from(header, "base64url").toString());
          const key = (await client.getSigningKey(kid)).getPublicKey();
          const good = createVerify("sha256")
            .update(`${header}.${payload}`)
            .verify({ key, dsaEncoding: "ieee-p1363" }, signature, "base64url");
          if (!good) throw new Error("bad signature");
          return JSON.parse(Buffer.from(payload, "base64url").toString()).sub;
        },
      };
    },
  ],
];

describe.each(kinds)("%s", (_, create) => {
  test("verifies through next, current and previous", async () => {
    publish(keys);
    const verifier = create();
    const signed: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      signed.push(await token());
      for (const each of signed) expect(await verifier.verify(each)).toBe("maria");
      pass(PUBLISHED_AHEAD_MS);
      rotate();
    }
    expect(asked).toBeLessThanOrEqual(8);
  });

  test("verifies with a set from before the rotation", async () => {
    publish(keys);
    const verifier = create();
    const old = await token();
    await verifier.verify(old);
    rotate({ early: true });
    expect(await verifier.verify(await token())).toBe("maria");
    expect(await verifier.verify(old)).toBe("maria");
  });

  test("fails while there are no keys, and verifies as soon as there are", async () => {
    const verifier = create();
    const other = createKeyRing({ clock: systemClock });
    other.take(viewOfKeyFile(keys));
    const signed = await other.sign({ sub: "maria" }, { typ: "JWT", ttlMs: 60_000 });
    const text = signed.ok ? signed.token : "";
    await expect(verifier.verify(text)).rejects.toBeInstanceOf(Error);
    publish(keys);
    expect(await verifier.verify(text)).toBe("maria");
  });
});

test("jose refuses a key that it was not told of until its cooldown is over: hence published ahead", async () => {
  publish(keys);
  const set = createRemoteJWKSet(new URL(url));
  await jwtVerify(await token(), set);
  rotate({ early: true });
  await jwtVerify(await token(), set);
  expect(asked).toBe(1);
  rotate({ early: true });
  const unknown = await token();
  expect(set.coolingDown).toBe(true);
  await expect(jwtVerify(unknown, set)).rejects.toThrow(errors.JWKSNoMatchingKey);
  pass(31_000);
  expect((await jwtVerify(unknown, set)).payload.sub).toBe("maria");
  expect(asked).toBe(2);
});
