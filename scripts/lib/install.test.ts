import { expect, test } from "vitest";
import { npmCommand, projectNode, whyInstall } from "./install.mjs";

const lock = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/hono": { version: "4.13.19" },
    "node_modules/jose": { version: "6.2.17" },
    "node_modules/@oxlint/binding-darwin-arm64": { version: "1.89.0", optional: true },
  },
};

const installed = {
  packages: {
    "node_modules/hono": { version: "4.13.19" },
    "node_modules/jose": { version: "6.2.17" },
  },
};

test("what is installed as locked is left alone, other systems' packages included", () => {
  expect(whyInstall(lock, installed)).toBeUndefined();
});

test("an unfinished or missing installation is no installation", () => {
  expect(whyInstall(lock, undefined)).toBe("nothing is installed yet");
});

test("a missing package and another version are named", () => {
  expect(whyInstall(lock, { packages: { "node_modules/hono": { version: "4.13.19" } } })).toBe(
    "jose is missing",
  );
  const older = { packages: { ...installed.packages, "node_modules/hono": { version: "4.13.0" } } };
  expect(whyInstall(lock, older)).toBe("hono is 4.13.0, not 4.13.19");
});

test("npm runs on a Node that it will not delete under its own feet", () => {
  const own = "/repo/node_modules/node/bin/node";
  const env = { npm_execpath: "/usr/lib/npm-cli.js", npm_node_execpath: own };
  expect(npmCommand(env, "/usr/bin/node", "/repo")).toEqual({
    command: "/usr/bin/node",
    args: ["/usr/lib/npm-cli.js"],
  });
  expect(npmCommand(env, own, "/repo").args).toEqual([]);
});

test("an old Node without the package has nothing to run on", () => {
  const running = { execPath: "/usr/bin/node", version: "v20.20.2" };
  expect(projectNode("/nowhere", running)).toBeUndefined();
  expect(projectNode("/nowhere", { ...running, version: "v24.1.0" })).toBe("/usr/bin/node");
});
