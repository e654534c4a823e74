/**
 * /composite: up to 25 calls in one, each able to use what an earlier one answered. The top level
 * is 200 even when every part failed; with allOrNone one failure undoes all.
 */
import { isJsonObject, type JsonObject, textAt } from "../json-value.ts";
import { SalesforceError } from "../salesforce-error.ts";
import { ok, requireBody, type RestAnswer, type RestCall, type RestEnvironment } from "./call.ts";
import { MissingReferenceError, resolveReferences } from "./composite-references.ts";

const mostSubrequests = 25;

/** Of the 25 at most 5 may be queries or collections. */
const mostHeavySubrequests = 5;

type Subrequest = {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body: unknown;
  readonly headers: JsonObject;
};

export type Dispatch = (environment: RestEnvironment, call: RestCall) => RestAnswer;

export function composite(
  environment: RestEnvironment,
  call: RestCall,
  dispatch: Dispatch,
): RestAnswer {
  const body = requireBody(call);
  const subrequests = readSubrequests(body);
  if (typeof subrequests === "string") return refuse(subrequests);
  const allOrNone = body["allOrNone"] === true;
  const start = environment.store.mark();
  const answers = new Map<string, RestAnswer>();
  for (const subrequest of subrequests) {
    const answer = answerSubrequest(environment, subrequest, answers, allOrNone, dispatch);
    answers.set(subrequest.referenceId, answer);
    if (allOrNone && hasFailed(answer)) {
      environment.store.undoTo(start);
      return ok(render(subrequests, (each) => (each === subrequest ? answer : rolledBack)));
    }
  }
  return ok(render(subrequests, (each) => answers.get(each.referenceId) ?? rolledBack));
}

const halted = (message: string): RestAnswer => ({
  status: 400,
  body: [{ errorCode: "PROCESSING_HALTED", message }],
});

const rolledBack = halted(
  "The transaction was rolled back since another operation in the same transaction failed.",
);

function answerSubrequest(
  environment: RestEnvironment,
  subrequest: Subrequest,
  earlier: ReadonlyMap<string, RestAnswer>,
  allOrNone: boolean,
  dispatch: Dispatch,
): RestAnswer {
  const { method, headers } = subrequest;
  try {
    const target = splitUrl(String(resolveReferences(subrequest.url, earlier)));
    if (!target) {
      return halted(`Invalid URL in subrequest: ${subrequest.url}`);
    }
    const call: RestCall = {
      ...target,
      method,
      body: resolveReferences(subrequest.body, earlier),
      header: (name) => headerIn(headers, name),
      ...(allOrNone ? { forceAllOrNone: true } : {}),
    };
    return environment.subrequestFault(call) ?? dispatch(environment, call);
  } catch (error) {
    if (error instanceof MissingReferenceError) return halted(error.message);
    throw error;
  }
}

/** A failed status, or rows of a collection that failed. */
function hasFailed({ status, body }: RestAnswer): boolean {
  if (status >= 300 && status !== 304) return true;
  return (
    Array.isArray(body) &&
    body.some((row: unknown) => isJsonObject(row) && row["success"] === false)
  );
}

function render(
  subrequests: readonly Subrequest[],
  answerOf: (subrequest: Subrequest) => RestAnswer,
) {
  const compositeResponse = subrequests.map((subrequest) => {
    const { status, body = null, headers = {} } = answerOf(subrequest);
    return {
      body,
      httpHeaders: headers,
      httpStatusCode: status,
      referenceId: subrequest.referenceId,
    };
  });
  return { compositeResponse };
}

/** Salesforce refuses a composite that is too big inside a 200, with no reference id. */
function refuse(message: string): RestAnswer {
  return ok({
    compositeResponse: [
      {
        body: [{ errorCode: "LIMIT_EXCEEDED", message }],
        httpHeaders: {},
        httpStatusCode: 400,
        referenceId: null,
      },
    ],
  });
}

/** @returns the subrequests, or the sentence with which there are too many */
function readSubrequests(body: JsonObject): readonly Subrequest[] | string {
  const list = body["compositeRequest"];
  if (!Array.isArray(list) || list.length === 0) {
    throw new SalesforceError(
      "JSON_PARSER_ERROR",
      "compositeRequest is required and must be a list",
    );
  }
  if (list.length > mostSubrequests)
    return `The request can’t contain more than ${mostSubrequests} operations.`;
  const subrequests = list.map(readSubrequest);
  const ids = new Set(subrequests.map((each) => each.referenceId));
  if (ids.size !== subrequests.length)
    throw new SalesforceError("BAD_REQUEST", "Duplicate referenceId in composite");
  if (subrequests.filter(isHeavy).length > mostHeavySubrequests) {
    return `The request can’t contain more than ${mostHeavySubrequests} query and sObject Collections operations.`;
  }
  return subrequests;
}

const isHeavy = ({ url }: Subrequest): boolean =>
  /\/(query|queryAll|composite\/sobjects)([/?]|$)/.test(url);

function readSubrequest(value: unknown): Subrequest {
  if (!isJsonObject(value))
    throw new SalesforceError("JSON_PARSER_ERROR", "every subrequest must be a JSON object");
  const method = textAt(value, "method");
  const url = textAt(value, "url");
  const referenceId = textAt(value, "referenceId");
  if (method === undefined || url === undefined || referenceId === undefined) {
    throw new SalesforceError(
      "BAD_REQUEST",
      "method, url and referenceId are required in every subrequest",
    );
  }
  if (!/^[A-Za-z]\w*$/.test(referenceId)) {
    throw new SalesforceError(
      "BAD_REQUEST",
      `The referenceId ${referenceId} must be letters, digits and underscores`,
    );
  }
  const headers = value["httpHeaders"];
  return {
    method,
    url,
    referenceId,
    body: value["body"],
    headers: isJsonObject(headers) ? headers : {},
  };
}

function splitUrl(url: string): Pick<RestCall, "version" | "path" | "query"> | undefined {
  const match = /^\/services\/data\/(v\d+\.\d)\/([^?]*)(?:\?(.*))?$/.exec(url);
  const [, version, path, search = ""] = match ?? [];
  // A composite inside a composite is refused; collections are the exception.
  if (version === undefined || path === undefined || /^composite(?!\/sobjects)/.test(path))
    return undefined;
  return { version, path, query: new URLSearchParams(search) };
}

function headerIn(headers: JsonObject, name: string): string | undefined {
  const entry = Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return entry ? String(entry[1]) : undefined;
}
