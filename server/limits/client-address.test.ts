import { expect, test } from "vitest";
import { clientAddress, counted, isLoopback, type TrustedProxy } from "./client-address.ts";

const from = (
  proxy: TrustedProxy,
  headers: Record<string, string>,
  remoteAddress = "203.0.113.9",
): string =>
  clientAddress(
    { header: (name) => headers[name], env: { incoming: { socket: { remoteAddress } } } },
    proxy,
  );

test("without a trusted proxy headers say nothing", () => {
  const said = { "x-forwarded-for": "198.51.100.1", "fly-client-ip": "198.51.100.2" };
  expect(from(null, said)).toBe("203.0.113.9");
});

test("each trusted proxy has appended one address; what stands further left is anybody's word", () => {
  const said = { "x-forwarded-for": "10.0.0.1, 198.51.100.7, 192.0.2.4" };
  expect(from(1, said)).toBe("192.0.2.4");
  expect(from(2, said)).toBe("198.51.100.7");
  expect(from(9, said), "fewer than promised").toBe("203.0.113.9");
});

test("Fly's own header counts only where Fly is trusted", () => {
  expect(from("fly", { "fly-client-ip": "198.51.100.2" })).toBe("198.51.100.2");
  expect(from(1, { "fly-client-ip": "198.51.100.2" })).toBe("203.0.113.9");
});

test("what is not an address is not one", () => {
  for (const junk of ["", "unknown", "x".repeat(5000), "198.51.100.300", "1.2.3.4, <script>"])
    expect(from(1, { "x-forwarded-for": junk })).toBe("203.0.113.9");
  expect(clientAddress({ header: () => undefined, env: undefined }, null)).toBe("unknown");
});

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["192.0.2.1", "192.0.2.1"],
])("%s counts as %s", (address, as) => {
  expect(counted(address)).toBe(as);
});

test("loopback is this machine", () => {
  expect(isLoopback(counted("::1"))).toBe(true);
  expect(isLoopback(counted("127.0.0.1"))).toBe(true);
  expect(isLoopback(counted("::ffff:127.0.0.1"))).toBe(true);
  expect(isLoopback(counted("192.0.2.1"))).toBe(false);
});
