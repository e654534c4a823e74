import { totalmem } from "node:os";

const MIB = 2 ** 20;

/**
 * How much memory this process may come to, in bytes: what the settings say, else the container's limit (cgroup v2 or
 * v1), else what the machine has.
 *
 * @param settingMb `MEMORY_LIMIT_MB`; null: not set.
 * @param container 0 without a limit; cgroup v1 says "none" by a number beyond any machine.
 */
export function memoryLimit(
  settingMb: number | null,
  container: number = process.constrainedMemory(),
  machine: number = totalmem(),
): number {
  if (settingMb !== null) return settingMb * MIB;
  return container > 0 && container < machine ? container : machine;
}
