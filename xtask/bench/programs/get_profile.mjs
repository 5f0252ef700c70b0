// Reads a profile over and over: `node get_profile.mjs HOST ONE_BY_ONE AT_ONCE FILE`.

import assert from "node:assert";
import { writeFileSync } from "node:fs";
import sdk from "authing-node-sdk";

const [host, oneByOne, atOnce, file] = process.argv.slice(2);
const client = new sdk.AuthenticationClient({ appId: "APP", appSecret: "SECRET", appHost: host, accessToken: "TOKEN" });

async function call() {
  const answer = await client.getProfile({});
  assert.strictEqual(answer.data.userId, "6229ffaxxxxxxxxcade3e3d9");
}

let started = performance.now();
for (let count = 0; count < Number(oneByOne); count++) await call();
const first = (performance.now() - started) / 1000;

started = performance.now();
let left = Number(atOnce);
const tasks = Array.from({ length: 64 }, async () => {
  while (left > 0) {
    left -= 1;
    await call();
  }
});
await Promise.all(tasks);
const second = (performance.now() - started) / 1000;
writeFileSync(file, `${first} ${second}`);
