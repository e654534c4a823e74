import { changeKeys } from "../key-folder.ts";
import { rotated } from "../rotation.ts";
import { generateSigningKey } from "../signing-key.ts";

/** Rotates the keys of the folder in its first argument for ever, for a test that kills it. Says so after the first time. */
const folder = process.argv[2] ?? "";
for (let count = 0; ; count += 1) {
  const moment = { now: Date.now(), generate: generateSigningKey };
  const done = await changeKeys(folder, (keys) => rotated(keys, moment, { early: true }));
  if (!done.ok && done.error.code !== "busy") throw new Error(done.error.code);
  if (count === 0) process.stdout.write("rotating\n");
}
