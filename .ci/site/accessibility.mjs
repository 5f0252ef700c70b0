// What axe-core finds.
import axe from "axe-core";

/** The serious and critical faults of a page, with the first places of each. */
export async function faultsOf(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => [`${id}: ${help}`, ...nodes.slice(0, 4).map(describe)].join("\n         "));
}

function describe({ target, html, any }) {
  return `${target}: ${html.slice(0, 160)}: ${any[0]?.message ?? ""}`;
}
