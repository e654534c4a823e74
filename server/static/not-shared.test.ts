import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SHARE_ADDRESS } from "../../shared/shared-file.ts";
import { notShared } from "./not-shared.ts";

let server: Server;
let port = 0;

beforeAll(async () => {
  const app = new Hono();
  app.post(SHARE_ADDRESS, notShared);
  const listener = getRequestListener(app.fetch);
  server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address !== null && typeof address === "object") ({ port } = address);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const share = (body: Uint8Array<ArrayBuffer>): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${SHARE_ADDRESS}`, { method: "POST", redirect: "manual", body });

test("photos are read to their end, so that the browser hears the answer and no reset", async () => {
  const answers = [await share(new Uint8Array(20_000_000)), await share(new Uint8Array(1))];
  for (const { status, headers } of answers) {
    expect(status).toBe(303);
    expect(headers.get("location")).toBe("/share?not-received");
  }
});

/** Sends a head and the beginning of its body. @returns the answer's head, when the server has closed. */
const begin = (length: number): { readonly answer: Promise<string>; readonly end: () => void } => {
  const socket = connect(port, "127.0.0.1");
  socket.write(
    `POST ${SHARE_ADDRESS} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\nphoto`,
  );
  const answer = new Promise<string>((resolve) => {
    let got = "";
    socket.on("data", (data) => (got += data.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(got));
  });
  return { answer, end: () => socket.destroy() };
};

test("what is larger than any share, or comes beside many others, is cut off", async () => {
  expect(await begin(1_000_000_000).answer).toMatch(/^HTTP\/1.1 303/);
  const others = Array.from({ length: 8 }, () => begin(1000));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await begin(1000).answer).toMatch(/^HTTP\/1.1 303/);
  for (const { end } of others) end();
  await expect.poll(async () => (await share(new Uint8Array(20_000_000))).status).toBe(303);
});
