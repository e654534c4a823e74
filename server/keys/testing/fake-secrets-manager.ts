import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";

/**
 * AWS Secrets Manager as far as keys need it: `GetSecretValue` over its JSON protocol, signed requests only, and the
 * ways in which it fails.
 */
export interface FakeSecretsManager {
  readonly url: string;
  readonly arn: string;
  /** Requests so far. */
  readonly asked: () => number;
  /** Connections so far. */
  readonly connections: () => number;
  /** Adds a version and says which labels it carries; they are taken from whichever carried them. */
  put(version: FakeVersion): void;
  /** Moves a label to a version; null takes it away. */
  label(stage: string, id: string | null): void;
  failWith(fault: Fault | null): void;
  close(): Promise<void>;
}

export interface FakeVersion {
  readonly id: string;
  readonly secret: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
  readonly stages: readonly string[];
}

/** `down`: connections are cut. `slow`: no answer. `garbage`: an answer that is no JSON. `error`: its own 500. */
export type Fault = "down" | "slow" | "garbage" | "error" | "denied";

const ARN = "arn:aws:secretsmanager:us-west-2:123456789012:secret:paintbox-keys-AbCdEf";

export async function startFakeSecretsManager(): Promise<FakeSecretsManager> {
  const versions = new Map<string, FakeVersion>();
  const labels = new Map<string, string>();
  let fault: Fault | null = null;
  let asked = 0;
  let connections = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked += 1;
    const body = await text(request);
    if (fault === "down") return void request.socket.destroy();
    if (fault === "slow") return;
    if (fault === "garbage") return void response.end("<html>not what you asked for</html>");
    if (fault === "error") return say(response, 500, { __type: "InternalServiceError" });
    if (fault === "denied") return say(response, 400, { __type: "AccessDeniedException" });
    const isSigned = /^AWS4-HMAC-SHA256 Credential=\w+\/\d{8}\/us-west-2\/secretsmanager\//.test(
      request.headers.authorization ?? "",
    );
    if (!isSigned) return say(response, 400, { __type: "MissingAuthenticationTokenException" });
    if (request.headers["x-amz-target"] !== "secretsmanager.GetSecretValue")
      return say(response, 400, { __type: "UnknownOperationException" });
    const { SecretId, VersionStage } = JSON.parse(body);
    const version = versions.get(labels.get(VersionStage) ?? "");
    if (SecretId !== ARN || version === undefined)
      return say(response, 400, {
        __type: "ResourceNotFoundException",
        Message: `Secrets Manager can't find the specified secret value for staging label: ${VersionStage}`,
      });
    say(response, 200, {
      ARN,
      Name: "paintbox-keys",
      VersionId: version.id,
      SecretString: version.secret,
      VersionStages: [...labels].filter(([, id]) => id === version.id).map(([stage]) => stage),
      CreatedDate: version.createdAt / 1000,
    });
  };

  const server = createServer((request, response) => void answer(request, response));
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    arn: ARN,
    asked: () => asked,
    connections: () => connections,
    put(version) {
      versions.set(version.id, version);
      for (const stage of version.stages) labels.set(stage, version.id);
    },
    label(stage, id) {
      if (id === null) labels.delete(stage);
      else labels.set(stage, id);
    },
    failWith(next) {
      fault = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
  response.end(JSON.stringify(body));
}
