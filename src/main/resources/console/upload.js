// The page for handing in files: sends each by itself, shows how far it is, asks before replacing.
"use strict";

const form = document.getElementById("upload");
const there = document.getElementById("there");
const threeAtOnce = [1, 2, 3].map(() => Promise.resolve());

const copy = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

function add(file) {
  const card = copy("upload-card");
  const part = (name) => card.querySelector(`[data-part="${name}"]`);
  const job = { file, card, part, office: document.getElementById("office").value, replace: false };
  part("name").textContent = file.name;
  part("cancel").addEventListener("click", () => {
    card.remove();
    job.request?.abort();
  });
  part("told").addEventListener("click", ({ target }) => {
    if (!target.matches("button")) return;
    job.replace ||= target.name === "replace";
    queue(job);
  });
  document.getElementById("arriving").append(card);
  queue(job);
}

function queue(job) {
  // console.js asks before such a page is left
  job.card.dataset.unsaved = true;
  job.part("told").textContent = form.dataset.waiting;
  threeAtOnce.push(threeAtOnce.shift().then(() => send(job)));
}

async function send(job) {
  if (!job.card.isConnected) return;
  const { file, office, replace } = job;
  const asked = new URLSearchParams({ name: file.name, office, replace });
  // a large file is not sent only to be refused
  let answer = await ask(job, "GET", `${form.dataset.to}/check?${asked}&bytes=${file.size}`);
  if (answer.status === 200) {
    job.part("told").textContent = form.dataset.sending;
    // who has signed in again has another one
    headers["X-CSRF-TOKEN"] = answer.getResponseHeader("X-CSRF-TOKEN");
    answer = await ask(job, "POST", `${form.dataset.to}?${asked}`, file);
  }
  if (job.card.isConnected) show(job, answer);
}

// Unlike fetch this knows how much is sent. Where no answer came its status is 0.
function ask(job, method, address, body) {
  return new Promise((answered) => {
    const request = (job.request = new XMLHttpRequest());
    request.open(method, address);
    for (const header of Object.entries(headers)) request.setRequestHeader(...header);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      job.part("progress").value = (100 * loaded) / Math.max(1, total);
      document.dispatchEvent(new Event("sunlit:answer"));
    });
    request.addEventListener("loadend", () => answered(request));
    request.send(body);
  });
}

function show(job, { status, responseText }) {
  const answer = new DOMParser().parseFromString(responseText, "text/html");
  const card = answer.querySelector("li[data-name]");
  if (!card) return failed(job, status, answer.querySelector("[data-told]"));
  there.querySelector(`[data-name="${CSS.escape(card.dataset.name)}"]`)?.remove();
  htmx.swap(there, responseText, { swapStyle: "beforeend" });
  job.card.remove();
  document.getElementById("none").hidden = true;
  document.getElementById("run").disabled = false;
}

function failed(job, status, told) {
  const lost = status === 401 || status === 403 ? "upload-signed-out" : "upload-broken";
  job.part("told").replaceChildren(told ?? copy(lost));
  job.card.dataset.unsaved = false;
}

async function addEntry(entry) {
  if (entry instanceof File) return add(entry);
  if (entry.isFile) return entry.file(add);
  const reader = entry.createReader();
  const read = () => new Promise((take, refuse) => reader.readEntries(take, refuse));
  for (let some = await read(); some.length > 0; some = await read()) some.forEach(addEntry);
}

form.addEventListener("change", ({ target }) => {
  if (target.type !== "file") return;
  [...target.files].forEach(add);
  target.value = "";
});
for (const kind of ["dragover", "dragleave", "drop"]) {
  form.addEventListener(kind, (event) => {
    event.preventDefault();
    form.classList.toggle("over", kind === "dragover");
    if (kind !== "drop") return;
    const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
    items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile()).forEach(addEntry);
  });
}
