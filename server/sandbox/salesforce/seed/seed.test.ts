import { expect, test } from "vitest";
import { openApi, queryRecords, testConfig } from "../harness.ts";
import { organizationId, organizationName } from "../org.ts";
import { createSalesforceSandbox } from "../sandbox.ts";

test("the organization answers to the id that its tokens name", async () => {
  const sandbox = createSalesforceSandbox(testConfig());
  const api = await openApi(sandbox);
  const records = await queryRecords(api, "SELECT Id, Name FROM Organization");
  expect(records).toMatchObject([{ Id: organizationId, Name: organizationName }]);
});
