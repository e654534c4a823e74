import { Hono } from "hono";
import * as z from "zod/mini";
import type { AppEnv } from "../identity.ts";
import type { MemoryReport, MemoryWatch } from "../memory/memory-watch.ts";
import type { Audit } from "../observe/audit.ts";
import { readJsonBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";

const MAX_OPTIMIZE_BYTES = 200;

const optimizeSchema = z.strictObject({
  /**
   * - `light`: caches give back half. - `standard`: caches are emptied. - `aggressive`: idle connections and the
   * older event streams go as well. - `emergency`: all event streams do; tablets come back by themselves.
   */
  level: z.enum(["light", "standard", "aggressive", "emergency"]),
  /** Also when memory is not tight. */
  force: z.optional(z.boolean()),
});

/** `GET /memory`, `POST /memory/optimize`, `DELETE /memory/cache?target=`, for managers (route table), audited. */
export const memoryRoutes = ({ memory, audit }: { memory: MemoryWatch; audit: Audit }) =>
  new Hono<AppEnv>()
    .get("/memory", (context) => context.json(toJson(memory.report())))
    .post("/memory/optimize", async (context) => {
      const body = await readJsonBody(context, MAX_OPTIMIZE_BYTES);
      if (!body.ok) {
        return body.error === "not_json_type"
          ? refuse(context, "body_not_json", { status: 415 })
          : refuse(context, body.error);
      }
      const asked = z.safeParse(optimizeSchema, body.value);
      if (!asked.success) return refuse(context, "body_invalid");
      const { level, force = false } = asked.data;
      memory.look();
      const isNeeded = force || memory.level() !== "normal";
      const by = context.var.identity;
      await audit({ by, action: "memory.optimize", subject: `${level}${force ? " force" : ""}` });
      const shed = isNeeded ? optimize(memory, level) : [];
      memory.look();
      return context.json({ ...toJson(memory.report()), shed });
    })
    .delete("/memory/cache", async (context) => {
      const target = context.req.query("target") ?? "all";
      const names = memory.report().holders.map(({ name }) => name);
      if (target !== "all" && !names.includes(target)) return refuse(context, "not_found");
      const by = context.var.identity;
      await audit({ by, action: "memory.clear_cache", subject: target });
      const shed = memory.shed("cache", "all", target === "all" ? undefined : target);
      return context.json({ ...toJson(memory.report()), shed });
    });

function optimize(
  memory: MemoryWatch,
  level: z.infer<typeof optimizeSchema>["level"],
): readonly string[] {
  if (level === "light") return memory.shed("cache", "half");
  const caches = memory.shed("cache", "all");
  if (level === "standard") return caches;
  return [...caches, ...memory.shed("connections", level === "aggressive" ? "half" : "all")];
}

const toJson = ({ level, holders, ...bytes }: MemoryReport) => ({
  level,
  ...bytes,
  usedPart: Math.round((1000 * bytes.rssBytes) / bytes.limitBytes) / 1000,
  holders,
});
