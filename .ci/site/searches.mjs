// The real search box, and what has to be found by it.

/** Each term, and whether the delete account page must come first: where other pages fit as well, they may. */
export const SEARCHES = [
  ["deleteAccount", true],
  ["delete_account", true],
  ["delete-account", true],
  ["delete account", true],
  ["/api/v3/delete-account", true],
  ["DeleteAccounDto", true],
  ["注销账户", true],
  ["注销", false],
  ["IsSuccessDto", false],
];

/** What readers of guides look for, and the guide that is about it. */
export const GUIDES = [
  ["pkce", "oidc"],
  ["refresh token", "tokens"],
  ["retries", "retries"],
];

/** Types a term, key by key; gives the addresses of the results and the time until they were there. */
export async function search(page, term) {
  const start = Date.now();
  await page.click("#mdbook-search-toggle");
  await page.waitForSelector("#mdbook-searchbar", { visible: true });
  await page.type("#mdbook-searchbar", term);
  // mdBook looks at the box when a key is let go; typing Chinese lets none go.
  await page.keyboard.press("Shift");
  await page.waitForFunction(
    (term) => document.querySelector("#mdbook-searchresults-header").innerText.includes(`'${term}'`),
    {},
    term,
  );
  const addresses = await page.$$eval("#mdbook-searchresults a", (links) => links.map((link) => link.href));
  const results = addresses.map((address) => address.split(/[?#]/)[0]);
  return { results, milliseconds: Date.now() - start };
}
