import { expect, test } from "vitest";
import { askSession, sessionAfter } from "./session.ts";

const session = {
  companyId: "00D000000000001AAA",
  companyName: "Blue Tape Painting",
  userId: "005000000000001AAA",
  userName: "Erin Vega",
  email: "erin@paintbox.example",
  role: "estimator" as const,
};
const answers =
  (response: Response): typeof fetch =>
  () =>
    Promise.resolve(response);
const nobody = async (): Promise<null> => null;

test("a proper answer is a signed-in session", async () => {
  expect(await askSession(answers(Response.json(session)), nobody)).toEqual({
    kind: "signed-in",
    session,
    device: null,
  });
});

test("what the server knows of this browser comes with it, and does not change who is here", async () => {
  const client = {
    clientId: "01890000-0000-7000-8000-000000000001",
    lastSeq: 4,
    schema: 2,
    seenAt: 9,
  };
  const device = { clients: [client] };
  const answer = await askSession(answers(Response.json({ ...session, device })), nobody);
  expect(answer).toEqual({ kind: "signed-in", session, device });
  expect(sessionAfter(session, answer)).toBe(session);
});

test("only an empty answer means signed out", async () => {
  expect(await askSession(answers(new Response(null, { status: 204 })), nobody)).toEqual({
    kind: "signed-out",
  });
});

test.each([
  ["a captive portal's page", new Response("<html>Welcome to Guest Wi-Fi</html>")],
  ["a server in trouble", new Response("{}", { status: 503 })],
  ["a session of another shape", Response.json({ user: "Erin" })],
])("%s is no answer: work goes on as before", async (_what, response) => {
  expect(await askSession(answers(response), nobody)).toEqual({ kind: "unreachable", kept: null });
});

test("no network is no answer either", async () => {
  const offline: typeof fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  expect(await askSession(offline, nobody)).toEqual({ kind: "unreachable", kept: null });
});

test("a tablet that was signed in stays its owner's when the server is out of reach, or forgets them", () => {
  const erin = sessionAfter(null, { kind: "signed-in", session, device: null });
  expect(erin).toEqual(session);
  expect(sessionAfter(erin, { kind: "unreachable", kept: null })).toBe(erin);
  expect(sessionAfter(erin, { kind: "signed-out" })).toBe(erin);
  expect(sessionAfter(erin, undefined)).toBe(erin);
});

test("the same person again changes nothing, another one takes over", () => {
  const again = { ...session };
  expect(sessionAfter(session, { kind: "signed-in", session: again, device: null })).toBe(session);
  const manager = { ...session, userId: "005000000000002AAA", role: "manager" } as const;
  expect(sessionAfter(session, { kind: "signed-in", session: manager, device: null })).toBe(
    manager,
  );
});

test("out of reach, a tablet that has lost its note of who is here finds it in their records", async () => {
  const offline: typeof fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  const answer = await askSession(offline, async () => session);
  expect(sessionAfter(null, answer)).toBe(session);
  const ben = { ...session, userId: "005000000000002AAA" };
  expect(sessionAfter(ben, answer)).toBe(ben);
});
