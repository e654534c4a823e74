import { resolve } from "node:path";
import { expect, test } from "vitest";
import {
  companyCamEnvironment,
  companyCamSandboxEnvironment,
  planFrom,
  salesforceEnvironment,
  sandboxEnvironment,
} from "./plan.ts";

test("with nothing set, sandboxes stand one and two ports above the server", () => {
  expect(planFrom({})).toEqual({
    host: "127.0.0.1",
    port: 8080,
    address: "http://127.0.0.1:8080",
    sandbox: { host: "127.0.0.1", port: 8081, dataDir: resolve(".data/sandbox") },
    companyCam: {
      host: "127.0.0.1",
      port: 8082,
      dataDir: resolve(".data/companycam-sandbox"),
    },
  });
});

test("one setting of a real Salesforce is enough for no sandbox", () => {
  expect(
    planFrom({ SALESFORCE_LOGIN_URL: "https://login.salesforce.com" }).sandbox,
  ).toBeUndefined();
  expect(planFrom({ SALESFORCE_LOGIN_URL: "" }).sandbox).toBeDefined();
});

test("a real Salesforce or a real CompanyCam is enough for no sandbox of CompanyCam", () => {
  expect(planFrom({ SALESFORCE_LOGIN_URL: "https://x.example" }).companyCam).toBeUndefined();
  const plan = planFrom({ COMPANYCAM_TOKEN: "real" });
  expect(plan.companyCam).toBeUndefined();
  expect(plan.sandbox).toBeDefined();
  expect(planFrom({ COMPANYCAM_SANDBOX_PORT: "9000" }).companyCam?.port).toBe(9000);
});

test("the server and the CompanyCam sandbox know the same token", () => {
  const { companyCam } = planFrom({});
  const url = "http://127.0.0.1:9999";
  const theirs = companyCam && companyCamSandboxEnvironment(companyCam, url);
  expect(theirs).toMatchObject({ SANDBOX_PORT: "9999" });
  expect(companyCamEnvironment(url)["COMPANYCAM_TOKEN"]).toBe(theirs?.["SANDBOX_TOKEN"]);
});

test("the address is one a browser can open", () => {
  expect(planFrom({ HOST: "0.0.0.0", PORT: "9000" }).address).toBe("http://127.0.0.1:9000");
  expect(planFrom({ HOST: "::", PORT: "9000" }).address).toBe("http://127.0.0.1:9000");
  expect(planFrom({ HOST: "::1", PORT: "9000" }).address).toBe("http://[::1]:9000");
  expect(planFrom({ PUBLIC_URL: "https://paint.example" }).address).toBe("https://paint.example");
});

test.each(["0", "-1", "65536", "http", "80.5"])(
  "%s is no port, and the variable is named",
  (PORT) => {
    expect(() => planFrom({ PORT })).toThrow("PORT must be a port");
  },
);

test("the server and the sandbox know each other by the same names", () => {
  const { sandbox } = planFrom({});
  const access = { url: "http://127.0.0.1:9999", privateKeyFile: "k", publicKeyFile: "p" };
  const theirs = sandbox && sandboxEnvironment(sandbox, access);
  const ours = salesforceEnvironment(access);
  expect(theirs).toMatchObject({ SANDBOX_PORT: "9999", SANDBOX_JWT_PUBLIC_KEY_FILE: "p" });
  expect(ours["SALESFORCE_LOGIN_URL"]).toBe(access.url);
  expect(ours["SALESFORCE_CLIENT_ID"]).toBe(theirs?.["SANDBOX_JWT_CLIENT_ID"]);
  expect(ours["SALESFORCE_OIDC_CLIENT_ID"]).toBe(theirs?.["SANDBOX_OIDC_CLIENT_ID"]);
});
