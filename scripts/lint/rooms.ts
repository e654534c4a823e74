/**
 * The rooms of the house and the doors between them, as data.
 *
 * `scripts/lint/plugin.ts` turns this table into lint errors; `scripts/lint/arrows.test.ts` walks
 * through every wall once to see that it holds. Tests (`*.test.ts`) may open any door: they are
 * where two rooms are held against each other.
 */
export interface Room {
  /** Folder below the root of the repository. The longest match decides which room a file is in. */
  readonly folder: string;
  /** Rooms it may import from, besides itself. */
  readonly doors: readonly string[];
  /** Rooms it may reach only through a dynamic `import()`, to stay out of the initial bundle. */
  readonly lazyDoors?: readonly string[];
  /** The only packages it may import; absent: any that `PACKAGE_OWNERS` does not keep elsewhere. */
  readonly packages?: readonly string[];
  /** Each folder inside is a room of its own that may not import its neighbours. */
  readonly divided?: boolean;
  /** No clock, no chance, no input or output: the same answer on every machine. */
  readonly pure?: boolean;
}

export const ROOMS: readonly Room[] = [
  { folder: "shared", doors: [], packages: ["zod/mini", "fflate"], pure: true },
  // Estimates at random, for the tests of every room.
  {
    folder: "shared/pricing/testing",
    doors: ["shared"],
    packages: ["fast-check", "zod/mini"],
    pure: true,
  },
  {
    folder: "client/boot",
    doors: [
      "client/chrome",
      "client/local",
      "client/session",
      "client/sync",
      "client/ui",
      "client/words",
      "shared",
    ],
    lazyDoors: ["client/features"],
  },
  {
    folder: "client/features",
    doors: [
      "client/chrome",
      "client/local",
      "client/session",
      "client/sync",
      "client/ui",
      "client/words",
      "shared",
    ],
    divided: true,
  },
  // What stands around every screen: the header, who is signed in, installing and updating.
  {
    folder: "client/chrome",
    doors: ["client/local", "client/session", "client/sync", "client/ui", "client/words", "shared"],
  },
  { folder: "client/gallery", doors: ["client/ui", "client/words", "shared"] },
  { folder: "client/local", doors: ["shared"] },
  // Staying signed in: the tablet's key, its lease, and what the office wants of it.
  { folder: "client/session", doors: ["client/local", "shared"] },
  { folder: "client/sync", doors: ["client/local", "client/session", "shared"] },
  { folder: "client/ui", doors: [], packages: ["react", "react-dom"] },
  { folder: "client/words", doors: [], packages: ["react"] },
  { folder: "client/workers", doors: ["shared"] },
  { folder: "sw", doors: ["shared"] },
  { folder: "server", doors: ["shared"] },
  { folder: "server/sandbox", doors: ["shared"] },
  { folder: "scripts", doors: ["e2e/fuzz", "shared", "shared/pricing/testing"] },
  { folder: "e2e", doors: ["scripts", "shared"] },
  { folder: "e2e/fuzz", doors: ["e2e/sim", "scripts", "server", "server/sandbox", "shared"] },
  // Holds the engine and the handlers against each other, under one clock.
  { folder: "e2e/sim", doors: ["client/local", "client/sync", "server", "shared"] },
];

/** Packages that only the named rooms, and tests, may import. */
export const PACKAGE_OWNERS: Readonly<Record<string, readonly string[]>> = {
  dexie: ["client/local"],
  "workbox-precaching": ["sw"],
  "workbox-routing": ["sw"],
  "workbox-core": ["sw"],
  "workbox-build": ["scripts"],
  "workbox-window": ["client/boot", "client/chrome"],
  kysely: ["server", "e2e/fuzz", "e2e/sim"],
  pg: ["server"],
  hono: ["server", "server/sandbox", "e2e/sim"],
  "@hono/node-server": ["server", "server/sandbox"],
  oauth4webapi: ["server"],
  jsforce: ["e2e"],
  "puppeteer-core": ["e2e"],
  // Packs workbooks in shared/xlsx, which unpacks by itself, within limits.
  fflate: ["shared"],
};

/** Rooms whose code reaches the tablet: they pay for the classic build of zod by 15 KB. */
export const ZOD_MINI_ONLY: readonly string[] = ["shared", "client", "sw"];

/** The room of a file given by its path from the root of the repository, or none (root, bench). */
export function roomOf(path: string): Room | undefined {
  return ROOMS.filter((room) => path.startsWith(`${room.folder}/`)).toSorted(
    (a, b) => b.folder.length - a.folder.length,
  )[0];
}

/** In a divided room, the compartment a file is in: `client/features/photos`. */
function compartmentOf(path: string, room: Room): string {
  if (room.divided !== true) return room.folder;
  const inside = path.slice(room.folder.length + 1).split("/")[0] ?? "";
  return `${room.folder}/${inside}`;
}

/**
 * Why a file of ours may not import another file of ours, or nothing when it may.
 * Both paths are from the root of the repository, with forward slashes.
 */
export function wallBetween(from: string, to: string, lazy: boolean): string | undefined {
  const here = roomOf(from);
  if (here === undefined) return undefined;
  const there = roomOf(to);
  if (there === undefined) {
    return `${here.folder}/ may not import ${to}, which is in no room`;
  }
  if (there === here) {
    const [mine, other] = [compartmentOf(from, here), compartmentOf(to, here)];
    return mine === other ? undefined : `${mine}/ may not import its neighbour ${other}/`;
  }
  if (here.doors.includes(there.folder)) return undefined;
  if (here.lazyDoors?.includes(there.folder) === true) {
    return lazy ? undefined : `${here.folder}/ may import ${there.folder}/ only with import()`;
  }
  return `${here.folder}/ may not import ${there.folder}/`;
}

/** Why a file may not import a package, or nothing when it may. */
export function packageBarred(from: string, specifier: string): string | undefined {
  const room = roomOf(from);
  if (room === undefined) return undefined;
  const name = packageName(specifier);
  if (
    name === "zod" &&
    specifier !== "zod/mini" &&
    ZOD_MINI_ONLY.some((r) => from.startsWith(`${r}/`))
  ) {
    return "import zod/mini: the classic build costs the tablet 15 KB more";
  }
  const listed = room.packages?.some((p) => p === specifier || p === name);
  if (listed === false) {
    return `${room.folder}/ may not import the package ${name}`;
  }
  const owners = Object.hasOwn(PACKAGE_OWNERS, name) ? PACKAGE_OWNERS[name] : undefined;
  if (owners === undefined || owners.includes(room.folder)) return undefined;
  return `${name} is imported only in ${owners.map((o) => `${o}/`).join(", ")}`;
}

function packageName(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
}
