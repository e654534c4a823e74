import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { createTokenSeal } from "./sealed-token.ts";

const newKey = () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const key = newKey();
const token = {
  accessToken: "00D!secret",
  instanceUrl: new URL("https://paint.my.salesforce.com/"),
  organizationId: "00D000000000001AAA",
  userId: "005000000000001AAA",
};

test("what is sealed opens again with the same key, and never looks the same twice", () => {
  const seal = createTokenSeal(key, "one");
  const sealed = seal.seal(token);
  expect(sealed).not.toContain("secret");
  expect(seal.seal(token)).not.toBe(sealed);
  expect(createTokenSeal(key, "one").open(sealed)).toEqual(token);
});

test("another key, another session, a changed byte and a text that is none open to nothing", () => {
  const seal = createTokenSeal(key, "one");
  const sealed = seal.seal(token);
  expect(createTokenSeal(newKey(), "one").open(sealed)).toBeNull();
  expect(createTokenSeal(key, "two").open(sealed)).toBeNull();
  expect(seal.open(`${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`)).toBeNull();
  expect(seal.open("")).toBeNull();
});
