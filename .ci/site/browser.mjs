// Proves in a browser what the documentation site promises. One line a check; the last line counts them.
//   node browser.mjs CHROMIUM SITE PAGES TOKENS
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { faultsOf } from "./accessibility.mjs";
import { GUIDES, search, SEARCHES } from "./searches.mjs";
import { browse, serve } from "./site.mjs";

const [chromium, program, pages, tokens] = process.argv.slice(2);
const screenshots = process.env.SITE_SCREENSHOTS;
const LIGHT = "light";
const DARK = "navy";
const PANEL = "[role=tabpanel]:not([hidden])";

const site = await serve(program, pages);
// Whatever ends this script ends the server too.
process.on("exit", site.stop);
const browser = await browse(chromium, new URL(site.url).origin);
let passed = 0;
let failed = 0;

/** A check passes when it gives no fault. */
async function check(name, find) {
  let faults;
  try {
    faults = [await find()].flat().filter((fault) => fault !== undefined && fault !== true);
  } catch (error) {
    faults = [error.message];
  }
  console.log(`${faults.length === 0 ? "ok    " : "FAILED"} ${name}`);
  faults.forEach((fault) => console.log(`       ${fault}`));
  if (faults.length === 0) passed += 1;
  else failed += 1;
}

const expect = (holds, fault) => (holds ? undefined : fault);

/** Opens a page, lets `look` look, and closes it. */
async function on(url, options, look) {
  const page = await browser.open(url, options);
  try {
    return await look(page);
  } finally {
    await page.close();
  }
}

async function picture(page, name) {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name.replaceAll(" ", "-")}.png`), fullPage: true });
}

/** Runs in the page: what is wider than the window and does not scroll by itself. */
function tooWide() {
  const scrolls = (box) => /auto|scroll|hidden/.test(getComputedStyle(box).overflowX) && box.clientWidth > 0;
  const isInScrolling = (element) => {
    for (let box = element.parentElement; box && box.tagName !== "MAIN"; box = box.parentElement) {
      if (scrolls(box)) return true;
    }
    return false;
  };
  const wide = [...document.querySelectorAll("main *")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !isInScrolling(element))
    .map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)} is too wide`);
  for (const box of [document.scrollingElement, document.querySelector("#mdbook-content")]) {
    if (box.scrollWidth > box.clientWidth) wide.push(`${box.tagName} scrolls`);
  }
  return wide;
}

// The pages of each kind, by what the table of contents has.
const links = await on(site.url, {}, (page) =>
  page.$$eval("#mdbook-sidebar a[href$='.html']", (anchors) => anchors.map((anchor) => anchor.href)),
);
const ending = (end) => {
  const found = links.find((link) => link.endsWith(end));
  if (!found) throw new Error(`no page ends with ${end}`);
  return found;
};
const deleteAccount = ending("/delete-account.html");
const kinds = {
  "the front page": site.url,
  "a guide": links.find((link) => link.includes("/guides/")),
  "an area": new URL("index.html", deleteAccount).href,
  "delete account": deleteAccount,
  "deep data structures": ending("/list-users.html"),
};

await check("the delete account page shows its tables and both samples", () =>
  on(deleteAccount, {}, async (page) => {
    const tables = await page.$$eval("main table", (all) => all.filter((table) => table.offsetHeight > 0).length);
    const shown = () => page.$$eval(`.tabs ${PANEL}`, (panels) => panels.map((panel) => panel.innerText));
    const [rust] = await shown();
    await page.click(".tabs [role=tab]:nth-child(2)");
    const [curl] = await shown();
    return [
      expect(tables >= 4, `${tables} tables`),
      expect(rust.includes("delete_account("), "no sample in Rust"),
      expect(curl.includes("/api/v3/delete-account"), "no sample for curl"),
    ];
  }),
);

await check("without scripts every sample shows", () =>
  on(deleteAccount, { javaScript: false }, async (page) => {
    const shown = await page.$$(".tabs pre");
    const visible = await Promise.all(shown.map((block) => block.isVisible()));
    return expect(visible.length >= 2 && visible.every(Boolean), `${visible.filter(Boolean).length} samples show`);
  }),
);

for (const [term, isFirst] of SEARCHES) {
  await check(`a search for ${term} finds delete account${isFirst ? " first" : ""}`, () =>
    on(site.url, {}, async (page) => {
      const { results, milliseconds } = await search(page, term);
      if (term === SEARCHES[0][0]) console.log(`       the first results came after ${milliseconds} ms`);
      if (isFirst) return expect(results[0] === deleteAccount, `first is ${results[0]}`);
      if (results.includes(deleteAccount)) return undefined;
      const text = await (await fetch(results[0] ?? site.url)).text();
      const fits = results.length > 0 && text.includes(term);
      return expect(fits, `${results.length} results, and the first lacks ${term}`);
    }),
  );
}

for (const [term, guide] of GUIDES) {
  await check(`a search for ${term} finds the guide ${guide} first`, () =>
    on(site.url, {}, async (page) => {
      const { results } = await search(page, term);
      return expect(results[0]?.endsWith(`/guides/${guide}.html`), `first is ${results[0]}`);
    }),
  );
}

await check("queries are split as pages are", () =>
  on(site.url, {}, async (page) => {
    await search(page, "account");
    const table = Object.entries(JSON.parse(await readFile(tokens, "utf8")));
    const texts = table.map(([text]) => text);
    const split = await page.evaluate((texts) => texts.map((text) => elasticlunr.tokenizer(text)), texts);
    return table.map(([text, expected], at) => expect(`${expected}` === `${split[at]}`, `${text} gives ${split[at]}`));
  }),
);

await check("the sidebar unfolds, leads on, and shows where one is", () =>
  on(site.url, {}, async (page) => {
    const path = new URL(deleteAccount).pathname.slice(1);
    const link = await page.$(`#mdbook-sidebar a[href$="${path}"]`);
    const wasFolded = !(await link.isVisible());
    // From the client to the area: each is unfolded by the keyboard.
    const folded = await link.evaluateHandle((link) => {
      const arrows = [];
      for (let item = link.closest("li").parentElement.closest("li"); item; item = item.parentElement.closest("li")) {
        arrows.unshift(item.querySelector(".chapter-fold-toggle"));
      }
      return arrows;
    });
    for (const arrow of (await folded.getProperties()).values()) {
      await arrow.focus();
      await page.keyboard.press("Enter");
    }
    await Promise.all([page.waitForNavigation(), link.click()]);
    const active = await page.$eval("#mdbook-sidebar a.active", (link) => link.href);
    const activeShows = await (await page.$("#mdbook-sidebar a.active")).isVisible();
    return [
      expect(wasFolded, "it is not folded at first"),
      expect(page.url() === deleteAccount, `arrived at ${page.url()}`),
      expect(active === deleteAccount && activeShows, `${active} is marked`),
    ];
  }),
);

await check("the copy button puts the sample on the clipboard", () =>
  on(deleteAccount, {}, async (page) => {
    await page.bringToFront();
    await page.hover(`.tabs ${PANEL} pre`);
    await page.click(`.tabs ${PANEL} .clip-button`);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const sample = await page.$eval(`.tabs ${PANEL} code`, (code) => code.textContent);
    return expect(copied.trim() === sample.trim() && copied !== "", `the clipboard has ${copied.slice(0, 60)}`);
  }),
);

await check("tabs switch by keyboard, and the choice stays", () =>
  on(deleteAccount, {}, async (page) => {
    const chosen = () => page.$eval(".tabs [role=tab][aria-selected=true]", (tab) => tab.textContent);
    const before = await chosen();
    await page.focus(".tabs [role=tab][aria-selected=true]");
    await page.keyboard.press("ArrowRight");
    const after = await chosen();
    const focused = await page.evaluate(() => document.activeElement.textContent);
    await page.keyboard.press("Home");
    return [
      expect(before !== after && focused === after, `from ${before} to ${after}, focus on ${focused}`),
      expect((await chosen()) === before, "Home does not lead back"),
      expect(page.url() === deleteAccount, `the key led to ${page.url()}`),
    ];
  }),
);

await check("the dark theme can be chosen", () =>
  on(deleteAccount, { theme: LIGHT }, async (page) => {
    const brightness = () =>
      page.evaluate(() => {
        const colours = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).slice(0, 3);
        return colours.reduce((sum, colour) => sum + Number(colour), 0);
      });
    const light = await brightness();
    await page.click("#mdbook-theme-toggle");
    await page.click(`#mdbook-theme-${DARK}`);
    const dark = await brightness();
    return expect(light > 600 && dark < 200, `from ${light} to ${dark} of 765`);
  }),
);

for (const [kind, url] of Object.entries(kinds)) {
  await check(`at 390 pixels ${kind} does not scroll sideways`, () =>
    on(url, { width: 390 }, async (page) => {
      await picture(page, `narrow ${kind}`);
      return page.evaluate(tooWide);
    }),
  );
  for (const theme of [LIGHT, DARK]) {
    await check(`axe finds nothing serious on ${kind}, ${theme}`, () =>
      on(url, { theme }, async (page) => {
        await picture(page, `${theme} ${kind}`);
        return faultsOf(page);
      }),
    );
  }
}

for (const theme of [LIGHT, DARK]) {
  await check(`axe finds nothing serious on search results, ${theme}`, () =>
    on(site.url, { theme }, async (page) => {
      await search(page, "注销账户");
      await picture(page, `${theme} search`);
      return faultsOf(page);
    }),
  );
}

await check("no page has an error, a failed request or asks another host", () => browser.faults);

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
// The server is a child that runs on until it is told, and while it runs this script would wait for it.
process.exit(failed === 0 ? 0 : 1);
