// The site as it is served, and a browser that looks at it and notes what goes wrong.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

import puppeteer from "puppeteer-core";

/** Serves the pages that were built; `url` is the front page. */
export async function serve(program, pages) {
  const server = spawn(program, ["serve", pages, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.startsWith("ready: ")) return { url: `${line.slice("ready: ".length)}/`, stop: () => server.kill() };
  }
  throw new Error("the server ended before it was ready");
}

/** A browser whose pages write errors of scripts and requests into `faults`. */
export async function browse(executablePath, origin) {
  // As root, as in a container, Chromium runs without its sandbox or not at all; it sees nothing but our own pages.
  const browser = await puppeteer.launch({ executablePath, headless: true, args: ["--no-sandbox"] });
  const context = browser.defaultBrowserContext();
  await context.overridePermissions(origin, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
  const faults = [];

  /** A page of the given width at `url`. */
  async function open(url, { width = 1400, theme, javaScript = true } = {}) {
    const page = await browser.newPage();
    page.on("console", (message) => message.type() === "error" && faults.push(`${page.url()}: ${message.text()}`));
    page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
    page.on("requestfailed", (request) => faults.push(`${page.url()}: ${request.url()} failed`));
    page.on("response", (response) => {
      if (response.status() >= 400) faults.push(`${page.url()}: ${response.url()} is ${response.status()}`);
    });
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin) {
        faults.push(`${page.url()}: ${request.url()} is on another host`);
      }
    });
    await page.setViewport({ width, height: 900 });
    await page.setJavaScriptEnabled(javaScript);
    if (javaScript) {
      await page.evaluateOnNewDocument((theme) => {
        localStorage.removeItem("sample-language");
        if (theme) localStorage.setItem("mdbook-theme", theme);
        else localStorage.removeItem("mdbook-theme");
      }, theme);
    }
    await page.goto(url, { waitUntil: "load" });
    return page;
  }
  return { open, faults, close: () => browser.close() };
}
