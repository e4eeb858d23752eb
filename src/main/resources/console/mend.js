// The grid of corrections: saves each cell when it is left, moves by keys, takes blocks from Excel.
"use strict";

const grid = document.getElementById("mend");
const table = grid ?? document.getElementById("submit");
let queue = Promise.resolve();
let waiting = 0;

const told = (words) => {
  const problem = document.getElementById("mend-problem");
  problem.textContent = words;
  problem.hidden = !words;
};
const find = (line, cell) => document.querySelector(`[data-line="${line}"][data-cell="${cell}"]`);

// What was sent or came. The browser's own event of a change overlooks what scripts write.
const keep = (input, text) => (input.dataset.kept = text);
const kept = (input) => input.dataset.kept ?? input.defaultValue;

const show = (line) => {
  const row = document.getElementById(`line-${line.line}`);
  row.classList.toggle("withdrawn", line.withdrawn);
  row.querySelector("[data-withdraw]").setAttribute("aria-pressed", line.withdrawn);
  row.querySelector("[data-of]").textContent = line.reason;
  for (const cell of line.cells) {
    const input = find(line.line, cell.cell);
    if (!input) continue;
    document.getElementById(`reason-${line.line}-${cell.cell}`).textContent = cell.reason;
    if (input.type === "checkbox") input.checked = cell.changed;
    else {
      // an older answer never overwrites what was typed or taken back since
      const isCurrent = waiting === 1 && input !== document.activeElement && input.value === kept(input);
      if (isCurrent && !cell.last) input.value = keep(input, cell.text);
      input.readOnly = line.withdrawn;
      input.classList.toggle("changed", cell.changed);
      if (cell.reason) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      input.nextElementSibling.hidden = !cell.changed;
    }
  }
};

const send = async (cells) => {
  const answer = await fetch(grid.dataset.address, {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": csrf },
    body: JSON.stringify(cells),
  });
  if (answer.type === "opaqueredirect" || answer.status === 403) return grid.dataset.signedOut;
  const saved = await answer.json();
  if (!answer.ok) return saved.problem;
  document.getElementById("mend-changed").textContent = saved.changed;
  saved.lines.forEach(show);
  document.dispatchEvent(new Event("sunlit:request"));
  return "";
};

// One request after the other, so that what was typed last counts. What fails is sent again when its cell is left.
const save = (cells) => {
  waiting++;
  queue = queue.then(async () => {
    const problem = await send(cells).catch(() => `${grid.dataset.failed} ${cells[0].line}`);
    told(problem);
    if (problem) cells.map(({ line, cell }) => find(line, cell)).forEach((input) => input && keep(input, "\0"));
    waiting--;
    grid.dataset.unsaved = problem !== "";
  });
};
const at = (input, text) => ({ line: +input.dataset.line, cell: +input.dataset.cell, text });
const undo = (input) => {
  input.value = keep(input, input.dataset.delivered);
  save([at(input, null)]);
};

const fields = (row) => [...row.querySelectorAll("td")].map((cell) => cell.querySelector("input"));
// Where a cell is, and the cell so many rows down and columns to the right of it.
const beside = (input, down, right) => {
  const rows = [...input.closest("tbody").rows];
  const row = input.closest("tr");
  const next = rows[rows.indexOf(row) + down];
  return next && fields(next)[fields(row).indexOf(input) + right];
};

table?.addEventListener("keydown", (event) => {
  const input = event.target;
  if (event.key === "Enter" && !event.ctrlKey && input.matches("input")) {
    beside(input, event.shiftKey ? -1 : 1, 0)?.focus();
    event.preventDefault();
  } else if (grid && event.key === "z" && event.ctrlKey && input.type === "text") {
    undo(input);
    event.preventDefault();
  }
});
table?.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
  if (event.target.type !== "text" || !/[\t\n]/.test(text)) return;
  event.preventDefault();
  const changes = [];
  let outside = "";
  text.split(/\r?\n/).forEach((line, down) =>
    line.split("\t").forEach((value, right) => {
      const input = beside(event.target, down, right);
      if (!input || input.readOnly) outside = table.dataset.outside;
      else changes.push(at(input, input.type === "checkbox" ? "" : (input.value = keep(input, value))));
    }),
  );
  if (grid && changes.length) save(changes);
  if (grid && outside) queue = queue.then(() => told(outside));
});

if (grid) {
  grid.addEventListener("input", () => (grid.dataset.unsaved = "true"));
  grid.addEventListener("change", ({ target: input }) => {
    if (input.type === "checkbox") save([at(input, input.checked ? "" : null)]);
  });
  grid.addEventListener("focusout", ({ target: input }) => {
    if (input.type === "text" && input.value !== kept(input)) save([at(input, keep(input, input.value))]);
  });
  grid.addEventListener("click", (event) => {
    const { undo: cell, line, withdraw } = event.target.closest("button")?.dataset ?? {};
    if (cell) undo(find(line, cell));
    else if (withdraw !== undefined) {
      const isWithdrawn = event.target.closest("tr").classList.contains("withdrawn");
      save([{ line: +line, cell: -1, text: isWithdrawn ? null : "" }]);
    }
  });
  const nextError = () => {
    const wrong = [...grid.querySelectorAll('[aria-invalid="true"]')];
    const here = document.activeElement;
    const isAfter = (input) => here.compareDocumentPosition(input) & Node.DOCUMENT_POSITION_FOLLOWING;
    ((grid.contains(here) && wrong.find(isAfter)) || wrong[0])?.focus();
  };
  // what is being saved may be right then
  const seek = () => queue.then(nextError);
  document.getElementById("mend-next").addEventListener("click", seek);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F8") return;
    event.preventDefault();
    seek();
  });
  // The next page or form is asked for when the last cell is saved.
  const later = (event, go) => {
    if (!waiting) return;
    event.preventDefault();
    queue.then(go);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link) later(event, () => link.click());
  });
  document.addEventListener("submit", (event) => later(event, () => event.target.requestSubmit(event.submitter)));
}
