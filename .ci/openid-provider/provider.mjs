// An OpenID provider on the loopback interface, for the SDK's tests: node provider.mjs
// It prints one line of JSON, {"origin":"http://127.0.0.1:PORT"}, and ends when its standard input does.
import { createServer } from "node:http";
import { json } from "node:stream/consumers";

// Not part of its interface, but the adapter that it makes by itself cannot be handed on to the next provider.
import { createMemoryAdapter } from "oidc-provider/lib/adapters/memory_adapter.js";

import { asJwk, controls, Requests, signingKey } from "./control.mjs";
import { isInteraction, signIn, signOut } from "./interactions.mjs";
import { openidProvider } from "./openid.mjs";

// oidc-provider uses it, and Node.js has it from version 22 only.
URL.parse ??= (url, base) => (URL.canParse(url, base) ? new URL(url, base) : null);
// oidc-provider tells there of each default it falls back to, but standard output is for the one line.
console.info = () => {};

const http = createServer((request, response) => {
  handle(request, response).catch((error) => answer(response, 400, { error: error.message }));
});
await new Promise((ready) => http.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${http.address().port}`;

const adapter = createMemoryAdapter();
const server = {
  requests: new Requests(),
  // A provider's keys are fixed, so new keys take a new provider. It goes on with the codes and tokens of the old one.
  rotateKeys() {
    this.key = signingKey();
    this.openid = openidProvider(`${origin}/oidc`, adapter, asJwk(this.key));
    this.openid.use(this.requests.record).use(signOut);
    this.callback = this.openid.callback();
  },
};
server.rotateKeys();
const control = controls(server);

process.stdin.resume().on("end", () => process.exit());
process.stdout.write(`${JSON.stringify({ origin })}\n`);

async function handle(request, response) {
  const { pathname } = new URL(request.url, origin);
  if (isInteraction(pathname)) {
    return signIn(server.openid, request, response);
  }
  if (pathname.startsWith("/oidc/")) {
    // The provider finds where it is mounted by comparing the two.
    request.originalUrl = request.url;
    request.url = request.url.slice("/oidc".length);
    return server.callback(request, response);
  }
  const command = control[`${request.method} ${pathname}`];
  if (!command) {
    return answer(response, 404, { error: `${request.method} ${pathname} is not served` });
  }
  const hasBody = request.headers["content-type"] === "application/json";
  return answer(response, 200, await command(hasBody ? await json(request) : {}));
}

function answer(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
