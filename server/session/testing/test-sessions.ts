import { Hono } from "hono";
import { guard } from "../../access/guard.ts";
import { routeTable } from "../../access/route-table.ts";
import type { Clock } from "../../clock.ts";
import type { AppEnv } from "../../identity.ts";
import { type Log, silentLog } from "../../observe/log.ts";
import { deviceRoutes } from "../../routes/devices.ts";
import type { Store } from "../../store/store.ts";
import type { Session } from "../../../shared/sync/wire.ts";
import { createProcessBus } from "../../live/process-bus.ts";
import { syncRoutes } from "../../routes/sync.ts";
import { createHub } from "../../sync/hub.ts";
import { authenticate } from "../authenticate.ts";
import type { PersonCheck } from "../check-person.ts";
import { deviceName } from "../device-name.ts";
import { rememberPerson, startFamily } from "../families.ts";
import { keepingRoutes } from "../keeping-routes.ts";
import { personRoutes } from "../person-routes.ts";
import type { Signer } from "../signer.ts";
import { TestTablet } from "./test-tablet.ts";

export const ORIGIN = "http://127.0.0.1:18171";

export const erin: Session = {
  companyId: "00D000000000001AAA",
  companyName: "Brightside Painting",
  userId: "005000000000001AAA",
  userName: "Erin Vega",
  email: "erin@brightside.example",
  role: "estimator",
};
export const marcus: Session = {
  ...erin,
  userId: "005000000000002AAA",
  userName: "Marcus Hale",
  role: "manager",
};
export const luz: Session = {
  ...erin,
  userId: "005000000000003AAA",
  userName: "Luz Ortega",
  role: "painter",
};

export interface TestSessions {
  readonly app: Hono<AppEnv>;
  /** A tablet on which somebody has signed in. */
  signedIn(person: Session, options?: { readonly hasKey?: boolean }): Promise<TestTablet>;
  /** A tablet on which nobody has. */
  unpacked(now?: () => number): TestTablet;
}

export interface TestSessionParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly signer: Signer;
  readonly log?: Log;
  readonly checkPerson?: PersonCheck;
  /** Real pushes and pulls; else they say whose they are. */
  readonly isSyncing?: boolean;
}

/** All that sessions answer, without Salesforce. */
export function createTestSessions(parts: TestSessionParts): TestSessions {
  const { store, clock, signer, log = silentLog } = parts;
  const checkPerson = parts.checkPerson ?? (() => Promise.resolve());
  const publicUrl = ORIGIN;
  const common = { store, clock, log, signer, publicUrl };
  const app = new Hono<AppEnv>();
  app.use("/api/*", guard(routeTable, authenticate(common)));
  app.route("/api/session", keepingRoutes({ ...common, leaseDays: 14, checkPerson }));
  app.route("/api/session", personRoutes(common));
  app.route("/api/v1", deviceRoutes(common));
  // Stands for all ordinary requests: it says whose it is.
  const who = (c: { json(value: unknown): Response; var: AppEnv["Variables"] }) =>
    c.json(c.var.identity);
  if (parts.isSyncing) {
    const hub = createHub(createProcessBus());
    app.route("/api/sync", syncRoutes({ config: { publicUrl }, store, hub, clock }));
  } else {
    app.post("/api/sync/push", (c) => who(c));
    app.post("/api/sync/pull", (c) => who(c));
  }
  app.post("/api/v1/calculations", (c) => who(c));

  const unpacked = (now = () => clock.now()): TestTablet => new TestTablet(app, ORIGIN, now);
  let tablets = 0;
  return {
    app,
    unpacked,
    async signedIn(person, { hasKey = true } = {}) {
      const tablet = unpacked();
      tablets += 1;
      const place = { deviceId: `device-${tablets}`, device: deviceName(IPAD) };
      const { cookie } = await store.write(async (tx) => {
        await tx
          .insertInto("company")
          .values({ id: person.companyId, name: person.companyName })
          .onConflict((conflict) => conflict.column("id").doNothing())
          .execute();
        await rememberPerson(tx, person, clock.now());
        return startFamily(tx, person, place, clock.now());
      });
      tablet.cookies.set("paintbox", cookie);
      tablet.cookies.set("paintbox-device", place.deviceId);
      if (hasKey) {
        await tablet.makeKey();
        if ((await tablet.refresh()) === null) throw new Error("the first refresh was refused");
      }
      return tablet;
    },
  };
}

const IPAD =
  "Mozilla/5.0 (iPad; CPU OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";

/** Whether ordinary requests with this cookie come through. */
export const isServed = async (tablet: TestTablet): Promise<boolean> =>
  (await tablet.go("/api/sync/pull", { method: "POST" })).status === 200;
