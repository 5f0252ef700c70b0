// What mdBook's pages do not do by themselves: tabs, and what the keyboard and screen readers need.
"use strict";

// Tabs for samples. A page has `<div class="tabs">` around code blocks whose info strings end in `tab=Rust`; without
// this script all of them show. Follows the tabs pattern of the ARIA Authoring Practices Guide.
(() => {
  const KEY = "sample-language";
  const groups = [];

  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  // An info string has no spaces in a word: `tab=Every-page`.
  const label = block =>
    [...block.querySelector("code").classList].find(name => name.startsWith("tab="))?.slice(4).replaceAll("-", " ");

  document.querySelectorAll(".tabs").forEach((group, number) => {
    const blocks = [...group.querySelectorAll("pre")].filter(label);
    if (blocks.length < 2) return;
    const list = make("div", { role: "tablist", "aria-label": "Language" });
    const tabs = blocks.map((block, at) => {
      const id = `sample-${number}-${at}`;
      const panel = make("div", { role: "tabpanel", id, "aria-labelledby": `${id}-tab` });
      block.replaceWith(panel);
      panel.append(block);
      const tab = make("button", { role: "tab", type: "button", id: `${id}-tab`, "aria-controls": id }, label(block));
      tab.addEventListener("click", () => choose(label(block)));
      list.append(tab);
      return { tab, panel, name: label(block) };
    });
    list.addEventListener("keydown", event => {
      const at = tabs.findIndex(({ tab }) => tab === document.activeElement);
      const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (next === undefined) return;
      // mdBook would turn to the next page.
      event.stopPropagation();
      event.preventDefault();
      const { tab, name } = tabs[(next + tabs.length) % tabs.length];
      choose(name);
      tab.focus();
    });
    group.prepend(list);
    groups.push(tabs);
  });

  // One choice for all samples, on this page and on those after it. A group without that language keeps its own.
  const choose = name => {
    groups.forEach(tabs => show(tabs, name));
    try { localStorage.setItem(KEY, name); } catch { /* Storage may be forbidden. */ }
  };
  const show = (tabs, name) => {
    if (!tabs.some(tab => tab.name === name)) return;
    for (const { tab, panel, name: own } of tabs) {
      tab.setAttribute("aria-selected", own === name);
      tab.tabIndex = own === name ? 0 : -1;
      panel.hidden = own !== name;
    }
  };

  let chosen;
  try { chosen = localStorage.getItem(KEY); } catch { /* As above. */ }
  groups.forEach(tabs => {
    show(tabs, tabs[0].name);
    show(tabs, chosen);
  });
})();

// What scrolls by itself must be reached by the keyboard.
(() => {
  const boxes = document.querySelectorAll(".table-wrapper, pre > code");
  const update = () => boxes.forEach(box => {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
  update();
  addEventListener("resize", update);
  document.addEventListener("click", update);
})();

// mdBook's switch of the sidebar is a label, and the arrows in it are links without a target: only a mouse presses
// them.
(() => {
  const becomeButton = element => {
    element.setAttribute("role", "button");
    element.tabIndex = 0;
    element.addEventListener("keydown", event => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      element.click();
    });
  };

  becomeButton(document.getElementById("mdbook-sidebar-toggle"));
  document.querySelectorAll("#mdbook-sidebar .chapter-fold-toggle").forEach(arrow => {
    const item = arrow.closest("li");
    const tell = () => arrow.setAttribute("aria-expanded", item.classList.contains("expanded"));
    becomeButton(arrow);
    arrow.setAttribute("aria-label", `Pages of ${item.querySelector("a").textContent.trim()}`);
    arrow.addEventListener("click", tell);
    tell();
  });
})();

// The search box has no label, and names a description that is not there.
(() => {
  const box = document.getElementById("mdbook-searchbar");
  box.setAttribute("aria-label", "Search this book");
  box.setAttribute("aria-describedby", "mdbook-searchresults-header");
})();
