// What every page does: warns before the session ends, moves between rows, sends with Ctrl+Enter.
"use strict";

const csrf = document.querySelector('meta[name="csrf"]')?.content ?? "";

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRF-TOKEN"] = csrf;
  // no page to come back to after signing in
  event.detail.headers["X-Requested-With"] = "XMLHttpRequest";
});
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 401) location.reload();
});

const ending = document.getElementById("session-ends");
if (ending) {
  const idle = ending.dataset.seconds * 1000;
  const warning = 2 * 60 * 1000;
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      ending.showModal();
      timer = setTimeout(() => location.reload(), warning);
    }, idle - warning);
  };
  document.getElementById("session-extend").addEventListener("click", async () => {
    ending.close();
    const answer = await fetch("/still-here", { redirect: "manual" });
    if (answer.ok) wait();
    else location.reload();
  });
  document.addEventListener("htmx:afterRequest", wait);
  document.addEventListener("sunlit:request", wait);
  wait();
}

document.addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.key === "Enter" && event.ctrlKey && at.form) {
    at.form.requestSubmit();
    event.preventDefault();
  }
  const row = at.closest?.("tr[tabindex]");
  if (row !== at) return;
  if (event.key === "Enter") row.querySelector("a")?.click();
  const next = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
  if (next) {
    next.focus();
    event.preventDefault();
  }
});

// A page that shows a run while it works says when its news do not arrive; it asks every few seconds besides.
const reconnecting = document.getElementById("reconnecting");
if (reconnecting) {
  for (const [event, lost] of [["htmx:sseError", true], ["htmx:sendError", true], ["htmx:sseOpen", false]]) {
    document.addEventListener(event, () => (reconnecting.hidden = !lost));
  }
}

// A page with data-unsaved="true" on its form asks before it is left.
addEventListener("beforeunload", (event) => {
  if (document.querySelector('[data-unsaved="true"]')) event.preventDefault();
});
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.hasAttribute("data-unsaved")) form.dataset.unsaved = "true";
});
document.addEventListener("submit", (event) => {
  if (event.target.hasAttribute("data-unsaved")) event.target.dataset.unsaved = "false";
});
document.querySelector(".fault[role=alert]")?.focus();
