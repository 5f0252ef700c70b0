// What a test can ask of the server beside OpenID: fresh keys, tokens of its own making, and what requests there were.
import { createPublicKey, generateKeyPairSync, randomUUID } from "node:crypto";

import { base64url, CompactSign } from "jose";

import { CLIENTS } from "./clients.mjs";

const JWKS_PATH = "/oidc/.well-known/jwks.json";

/** A private key of 2048 bits and its identifier. */
export function signingKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { privateKey, kid: randomUUID() };
}

/** The key as oidc-provider takes it. */
export function asJwk({ privateKey, kid }) {
  return { ...privateKey.export({ format: "jwk" }), kid, alg: "RS256", use: "sig" };
}

/** The requests for /oidc. Of what they carry it keeps names alone, and the status of the answer. */
export class Requests {
  seen = [];

  /** Middleware of the provider. */
  record = async (ctx, next) => {
    const { method, path, query, headers } = ctx;
    const entry = {
      method,
      path: `/oidc${path}`,
      authorization: headers.authorization?.split(" ")[0] ?? null,
      query: Object.keys(query),
      form: [],
      status: null,
    };
    this.seen.push(entry);
    await next();
    entry.form = Object.keys(ctx.oidc?.body ?? {});
    entry.status = ctx.status;
  };

  count(path) {
    return this.seen.filter((request) => request.path === path).length;
  }
}

/** The controls by method and path. `server` has the `key` of now, `rotateKeys()` and the `requests`. */
export function controls(server) {
  const foreign = signingKey();
  return {
    "POST /control/rotate-keys": () => {
      server.rotateKeys();
      return { kid: server.key.kid };
    },
    "POST /control/sign": async (order) => ({ token: await sign(order, server.key, foreign) }),
    "GET /control/requests": () => server.requests.seen,
    "GET /control/jwks-count": () => ({ count: server.requests.count(JWKS_PATH) }),
  };
}

// The header of the order goes over the defaults. A stranger's key claims to be the provider's, which is the attack.
async function sign({ header, claims, key = "current", client = "hs256" }, current, foreign) {
  const payload = JSON.stringify(claims);
  const signed = (defaults, secret) =>
    new CompactSign(new TextEncoder().encode(payload)).setProtectedHeader({ ...defaults, ...header }).sign(secret);

  switch (key) {
    case "current":
      return signed({ alg: "RS256", kid: current.kid }, current.privateKey);
    case "foreign":
      return signed({ alg: "RS256", kid: current.kid }, foreign.privateKey);
    case "client-secret":
      return signed({ alg: "HS256" }, new TextEncoder().encode(secretOf(client)));
    case "public-key":
      return signed({ alg: "HS256", kid: current.kid }, new TextEncoder().encode(publicPem(current)));
    case "none":
      return `${base64url.encode(JSON.stringify({ ...header, alg: "none" }))}.${base64url.encode(payload)}.`;
    default:
      throw new Error(`no key is named ${key}`);
  }
}

function secretOf(id) {
  const found = CLIENTS.find((client) => client.client_id === id);
  if (!found?.client_secret) throw new Error(`no client with a secret is named ${id}`);
  return found.client_secret;
}

const publicPem = ({ privateKey }) => createPublicKey(privateKey).export({ type: "spki", format: "pem" });
