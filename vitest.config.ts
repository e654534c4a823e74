import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{shared,client,server,sw,scripts,bench,ops,e2e/sim,e2e/fuzz}/**/*.test.{ts,tsx}"],
    environment: "node",
    globalSetup: [
      "server/store/testing/check-installed.ts",
      "server/live/testing/check-redis.ts",
      "server/salesforce/testing/check-real-org.ts",
    ],
    setupFiles: ["scripts/lib/pinned-seed.ts"],
    // Two cores: more workers than that only slow each other down.
    maxWorkers: 2,
    // A contract suite that starts a server, on a busy machine, still ends well before this.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    restoreMocks: true,
  },
});
