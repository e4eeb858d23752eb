// What every page does: warns before the session ends, moves between rows, sends with Ctrl+Enter.
"use strict";

// as htmx sends them
const headers = JSON.parse(document.body.getAttribute("hx-headers"));

const ending = document.getElementById("session-ends");
if (ending) {
  const idle = ending.dataset.seconds * 1000;
  const warning = 2 * 60_000;
  let timer;
  const wait = () => {
    clearTimeout(timer);
    ending.close();
    timer = setTimeout(() => {
      ending.showModal();
      timer = setTimeout(() => location.reload(), warning);
    }, idle - warning);
  };
  for (const kind of ["htmx:afterOnLoad", "sunlit:answer"]) document.addEventListener(kind, wait);
  wait();
}

// One row of a list is a tab stop: the first, then the one that last had the focus.
document.addEventListener("focusin", ({ target: row }) => {
  if (!row.matches("tr[tabindex]")) return;
  for (const other of row.parentElement.rows) other.tabIndex = other === row ? 0 : -1;
});
document.addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.key === "Enter" && event.ctrlKey && at.form) {
    [...at.form.elements].find((one) => one.matches("button:not([type=button])"))?.click();
    event.preventDefault();
  }
  if (!at.matches("tr[tabindex]")) return;
  if (event.key === "Enter") at.querySelector("a").click();
  const next = { ArrowDown: at.nextElementSibling, ArrowUp: at.previousElementSibling }[event.key];
  if (next) {
    next.focus();
    event.preventDefault();
  }
});

// A page that shows a run says when its news do not arrive; it asks every few seconds besides.
// A part of a page that is not loaded says so.
for (const news of ["htmx:sseError", "htmx:responseError", "htmx:sendError", "htmx:sseOpen"]) {
  document.addEventListener(news, ({ target: part }) => {
    document.getElementById("reconnecting")?.toggleAttribute("hidden", news === "htmx:sseOpen");
    if (part.dataset.unseen) part.textContent = part.dataset.unseen;
  });
}

// A page on which something has data-unsaved="true" asks before it is left.
addEventListener("beforeunload", (event) => {
  if (document.querySelector('[data-unsaved="true"]')) event.preventDefault();
});
for (const kind of ["input", "submit"]) {
  document.addEventListener(kind, ({ target }) => {
    const part = target.closest("[data-unsaved]");
    if (part) part.dataset.unsaved = kind === "input";
  });
}
// A form with data-sends-file sends its file as the body; the answer takes the place of the page.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-sends-file]")) return;
  event.preventDefault();
  const [body] = form.querySelector("[type=file]").files;
  const answer = await fetch(form.action, { method: "POST", headers, body });
  htmx.swap("main", await answer.text(), { swapStyle: "outerHTML" }, { select: "main" });
});
