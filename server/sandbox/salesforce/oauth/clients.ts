/** The two registered apps: one for the server (JWT bearer), one for people (authorization code). */
import { createPublicKey, type KeyObject } from "node:crypto";

import { OAuthError } from "./oauth-error.ts";

export type ClientConfig = {
  readonly jwtClientId: string;
  /** A public key or an X.509 certificate, PEM. */
  readonly jwtPublicKeyPem: string;
  readonly oidcClientId: string;
  /** Registered besides every loopback address. */
  readonly redirectUris?: readonly string[] | undefined;
};

export type Clients = {
  readonly jwtClientId: string;
  readonly jwtPublicKey: KeyObject;
  readonly oidcClientId: string;
  readonly allowsRedirect: (uri: string) => boolean;
};

export function registerClients(config: ClientConfig): Clients {
  const registered = new Set(config.redirectUris);
  return {
    jwtClientId: config.jwtClientId,
    jwtPublicKey: createPublicKey(config.jwtPublicKeyPem),
    oidcClientId: config.oidcClientId,
    allowsRedirect: (uri) => registered.has(uri) || isLoopback(uri),
  };
}

export function requireOidcClient(clients: Clients, clientId: string | undefined): string {
  if (clientId === clients.oidcClientId) return clientId;
  throw new OAuthError("invalid_client_id", "client identifier invalid");
}

/** RFC 8252: a loopback address is the same redirect whatever its port. */
function isLoopback(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname, username, hash } = new URL(uri);
  return (
    protocol === "http:" &&
    ["127.0.0.1", "localhost", "[::1]"].includes(hostname) &&
    username === "" &&
    hash === ""
  );
}
