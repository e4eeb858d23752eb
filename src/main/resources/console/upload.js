// The page for handing in files: sends each by itself, shows how far it is, asks before replacing.
"use strict";

const form = document.getElementById("upload");
const arriving = document.getElementById("arriving");
const there = document.getElementById("there");
const words = form.dataset;
const atOnce = 3;
const waiting = [];
// no page to come back to after signing in
const asPart = { headers: { "X-Requested-With": "XMLHttpRequest" } };
let sending = 0;
let token = csrf;

function add(file) {
  const card = document.getElementById("upload-card").content.firstElementChild.cloneNode(true);
  const own = (name) => card.querySelector(`[data-part="${name}"]`);
  const job = { file, card, part: own, office: document.getElementById("office").value, replace: false };
  own("name").textContent = file.name;
  own("cancel").addEventListener("click", () => {
    if (waiting.includes(job)) waiting.splice(waiting.indexOf(job), 1);
    job.isCancelled = true;
    job.request?.abort();
    card.remove();
    next();
  });
  own("retry").addEventListener("click", async () => {
    await renewToken();
    queue(job);
  });
  own("replace").addEventListener("click", () => {
    job.replace = true;
    queue(job);
  });
  arriving.append(card);
  queue(job);
}

function queue(job) {
  job.part("ways").hidden = true;
  job.part("progress").hidden = false;
  job.part("told").textContent = words.waiting;
  waiting.push(job);
  next();
}

function next() {
  while (sending < atOnce && waiting.length > 0) send(waiting.shift());
  // console.js asks before such a page is left
  arriving.dataset.unsaved = String(sending + waiting.length > 0);
}

async function send(job) {
  sending++;
  const asked = new URLSearchParams({ name: job.file.name, office: job.office, replace: job.replace });
  // a large file is not sent only to be refused
  const check = await fetch(`${words.to}/check?${asked}&bytes=${job.file.size}`, asPart).catch(() => null);
  if (job.isCancelled) return ended();
  if (!check?.ok || check.redirected) {
    answered(job, check?.status ?? 0, check?.redirected, (await check?.text()) ?? "");
    return ended();
  }
  const request = new XMLHttpRequest();
  job.request = request;
  job.part("told").textContent = words.sending;
  request.open("POST", `${words.to}?${asked}`);
  request.setRequestHeader("X-CSRF-TOKEN", token);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.upload.addEventListener("progress", (event) => {
    job.part("progress").value = (100 * event.loaded) / Math.max(1, event.total);
    document.dispatchEvent(new Event("sunlit:request"));
  });
  request.addEventListener("load", () => answered(job, request.status, false, request.responseText));
  request.addEventListener("error", () => failed(job, words.broken));
  request.addEventListener("loadend", ended);
  request.send(job.file);
}

function ended() {
  sending--;
  next();
}

function answered(job, status, redirected, text) {
  // without a session there is a redirect to the sign-in, or a token that is too old
  if (redirected || status === 401 || status === 403) return failed(job, words.signedOut);
  const answer = document.createElement("template");
  answer.innerHTML = text;
  const card = answer.content.querySelector("li[data-name]");
  if (status !== 201 || !card) {
    const told = answer.content.querySelector("[data-told]");
    return failed(job, told ?? words.broken, told !== null && status === 409);
  }
  [...there.children].filter((old) => old.dataset.name === card.dataset.name).forEach((old) => old.remove());
  there.append(card);
  job.card.remove();
  htmx.process(card);
  document.getElementById("none").hidden = true;
  document.getElementById("run").disabled = false;
}

function failed(job, why, isThere = false) {
  job.part("told").replaceChildren(why);
  job.part("progress").hidden = true;
  job.part("ways").hidden = false;
  job.part("replace").hidden = !isThere || job.replace;
  job.part("retry").hidden = !job.part("replace").hidden;
}

async function renewToken() {
  const page = await fetch(location.href).catch(() => null);
  const read = new DOMParser().parseFromString((await page?.text()) ?? "", "text/html");
  token = read.querySelector('meta[name="csrf"]')?.content || token;
}

async function addEntry(entry) {
  if (entry.isFile) return entry.file(add);
  const reader = entry.createReader();
  const read = () => new Promise((take, refuse) => reader.readEntries(take, refuse));
  for (let some = await read(); some.length > 0; some = await read()) for (const one of some) await addEntry(one);
}

for (const [button, input] of [["choose", "files"], ["choose-folder", "folder"]]) {
  const field = document.getElementById(input);
  document.getElementById(button).addEventListener("click", () => field.click());
  field.addEventListener("change", () => {
    [...field.files].forEach(add);
    field.value = "";
  });
}
for (const kind of ["dragenter", "dragover", "dragleave", "drop"]) {
  form.addEventListener(kind, (event) => {
    event.preventDefault();
    form.classList.toggle("over", kind === "dragenter" || kind === "dragover");
    for (const item of kind === "drop" ? [...event.dataTransfer.items] : []) {
      const entry = item.webkitGetAsEntry();
      if (entry) addEntry(entry);
      else if (item.kind === "file") add(item.getAsFile());
    }
  });
}
for (const kind of ["htmx:responseError", "htmx:sendError"]) {
  there.addEventListener(kind, (event) => { event.target.textContent = words.unseen; });
}
