import { type Context, Hono } from "hono";
import {
  type TaskChoice,
  type TaskProblem,
  type TasksResponse,
  useMatchSchema,
} from "../../shared/salesforce/tasks.ts";
import type { AppEnv } from "../identity.ts";
import { listTasks } from "../salesforce/tasks/list-tasks.ts";
import { type Settling, type SettleParts, settleTask } from "../salesforce/tasks/settle-task.ts";
import type { SalesforceClient } from "../salesforce/client.ts";
import { readJsonBody } from "./read-body.ts";
import { refuse } from "./refuse.ts";

const MAX_BYTES = 1000;

export interface TaskRouteParts extends SettleParts {
  readonly salesforce: Pick<SalesforceClient, "query" | "recordUrl">;
}

const answers: Readonly<
  Record<TaskProblem, { readonly status: 403 | 409 | 503; readonly message: string }>
> = {
  not_open: {
    status: 409,
    message: "This has been settled meanwhile, or the estimate was reopened. Nothing was changed.",
  },
  not_offered: { status: 403, message: "This may not be chosen here. Nothing was changed." },
  match_gone: {
    status: 409,
    message: "That customer is no longer in Salesforce. Nothing was changed.",
  },
  salesforce_away: {
    status: 503,
    message: "Salesforce does not answer. Nothing was changed; try again later.",
  },
};

/** `GET /tasks` and `POST /tasks/:id/{retry,use-match,create-anyway,dismiss}`: what Salesforce did not take. */
export function taskRoutes(parts: TaskRouteParts) {
  const carriedOut = async (context: Context<AppEnv>, settling: Settling): Promise<Response> => {
    const id = context.req.param("id") ?? "";
    const settled = await settleTask(parts, context.var.identity, id, settling);
    if (settled.ok) return context.body(null, 204);
    const { status, message } = answers[settled.error];
    const error = { code: settled.error, message, retryable: status === 503 };
    return context.json({ error }, status);
  };
  const choose =
    (choice: Exclude<TaskChoice, "use-match">) =>
    (context: Context<AppEnv>): Promise<Response> =>
      carriedOut(context, { choice });
  return new Hono<AppEnv>()
    .get("/tasks", async (context) => {
      const { store, salesforce } = parts;
      const tasks = await listTasks(store, context.var.identity, (id) => salesforce.recordUrl(id));
      return context.json({ tasks: [...tasks] } satisfies TasksResponse);
    })
    .post("/tasks/:id/retry", choose("retry"))
    .post("/tasks/:id/create-anyway", choose("create-anyway"))
    .post("/tasks/:id/dismiss", choose("dismiss"))
    .post("/tasks/:id/use-match", async (context) => {
      const body = await readJsonBody(context, MAX_BYTES);
      if (!body.ok) {
        return body.error === "not_json_type"
          ? refuse(context, "body_not_json", { status: 415 })
          : refuse(context, body.error);
      }
      const wanted = useMatchSchema.safeParse(body.value);
      if (!wanted.success) return refuse(context, "body_invalid");
      return carriedOut(context, { choice: "use-match", accountId: wanted.data.accountId });
    });
}
