import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Locked
 * @typedef {{ packages?: Record<string, Locked> }} Lock
 */

/**
 * What stands between the installed packages and the ones the lock file asks for, in words; or
 * nothing when they agree. npm leaves a copy of the lock in node_modules when, and only when, an
 * installation went through, whoever ran it: comparing the two needs no stamp of our own.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json
 * @returns {string | undefined}
 */
export function whyInstall(wanted, installed) {
  if (installed?.packages === undefined) return "nothing is installed yet";
  for (const [path, { version, optional, devOptional }] of Object.entries(wanted.packages ?? {})) {
    if (path === "") continue;
    const there = installed.packages[path];
    const name = path.replace(/^.*node_modules\//, "");
    // Optional packages are those of other systems: npm leaves them out here, rightly.
    if (there === undefined && !optional && !devOptional) return `${name} is missing`;
    if (there !== undefined && there.version !== version) {
      return `${name} is ${there.version}, not ${version}`;
    }
  }
  return undefined;
}

/**
 * Runs `npm ci` when the installed packages are not those of the lock file, with npm's own words
 * passed through. Ends the process with a sentence when npm cannot.
 * @param {string} root the repository
 */
export function ensureInstalled(root) {
  const wanted = readLock(join(root, "package-lock.json"));
  if (wanted === undefined) throw new Error("package-lock.json is missing: is this a whole clone?");
  const why = whyInstall(wanted, readLock(join(root, "node_modules/.package-lock.json")));
  if (why === undefined) return;
  const modules = join(root, "node_modules");
  // npm would empty the folder at the other end of the link, which belongs to another checkout.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    console.error(
      `node_modules is a link, and ${why}. Install at its other end, or remove the link.`,
    );
    process.exit(1);
  }
  console.log(`Installing packages first: ${why}. This takes a minute or so.`);
  const { command, args } = npmCommand(process.env, process.execPath, root);
  const run = spawnSync(command, [...args, "ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: command.endsWith(".cmd"),
  });
  if (run.status === 0) return;
  console.error("npm ci did not finish. Check the network or the registry above, then try again.");
  process.exit(1);
}

/**
 * How to run npm. The npm that started us knows itself and its Node; a Node that lives inside
 * node_modules would be deleted by `npm ci` while running it, so that one is never used.
 * @param {Record<string, string | undefined>} env
 * @param {string} execPath the Node that runs this
 * @param {string} root the repository
 */
export function npmCommand(env, execPath, root) {
  const inside = join(root, "node_modules");
  const node = [env["npm_node_execpath"], execPath].find(
    (path) => path !== undefined && !path.startsWith(inside),
  );
  const cli = env["npm_execpath"];
  if (node !== undefined && cli !== undefined && /\.c?js$/.test(cli)) {
    return { command: node, args: [cli] };
  }
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args: [] };
}

/**
 * The Node this project runs on: the one of the npm package `node`, or the running one when that
 * is new enough and the package brought none for this system.
 * @param {string} root the repository
 * @param {{ execPath: string, version: string }} running
 * @returns {string | undefined}
 */
export function projectNode(root, running) {
  const own = join(
    root,
    "node_modules/node/bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  if (existsSync(own)) return own;
  return Number(running.version.replace(/^v/, "").split(".")[0]) >= 24
    ? running.execPath
    : undefined;
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}
