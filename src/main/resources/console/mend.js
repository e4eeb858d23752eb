// The grid of corrections: saves each cell when it is left, moves by keys, takes blocks from Excel.
"use strict";

const grid = document.getElementById("mend");
const table = grid ?? document.getElementById("submit");
const problem = document.getElementById("mend-problem");
let queue = Promise.resolve();
let waiting = 0;

const find = (line, cell) => table.querySelector(`[data-line="${line}"][data-cell="${cell}"]`);
const at = (input, text) => ({ line: +input.dataset.line, cell: +input.dataset.cell, text });

// What was sent or came. The browser's own event of a change overlooks what scripts write.
const keep = (input, text) => (input.value = input.defaultValue = text);

const show = ({ line, withdrawn, cells }) => {
  document.getElementById(`line-${line}`).classList.toggle("withdrawn", withdrawn);
  for (const { cell, text, changed, last, reason } of cells) {
    const input = find(line, cell);
    if (!input) continue;
    document.getElementById(`reason-${line}-${cell}`).textContent = reason;
    if (input.type === "checkbox") input.checked = changed;
    else {
      // an older answer never overwrites what was typed or taken back since
      const isLeft = input !== document.activeElement && input.value === input.defaultValue;
      if (waiting === 1 && isLeft && !last) keep(input, text);
      input.readOnly = withdrawn;
      input.classList.toggle("changed", changed);
      input.ariaInvalid = reason ? "true" : null;
    }
  }
};

const send = async (cells) => {
  const answer = await fetch(grid.dataset.address, {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/json" },
    body: JSON.stringify(cells),
  });
  if (answer.status === 401 || answer.status === 403) return grid.dataset.signedOut;
  const saved = await answer.json();
  document.getElementById("mend-changed").textContent = saved.changed;
  saved.lines.forEach(show);
  document.dispatchEvent(new Event("sunlit:answer"));
  return saved.problem;
};

// One request after the other, so that what was typed last counts.
const save = (cells) => {
  waiting++;
  grid.dataset.unsaved = true;
  queue = queue.then(async () => {
    const told = await send(cells).catch(() => `${grid.dataset.failed} ${cells[0].line}`);
    problem.textContent = told;
    // what fails is sent again when its cell is left
    if (told) for (const { line, cell } of cells) find(line, cell).defaultValue = "\0";
    waiting--;
    grid.dataset.unsaved = waiting > 0 || told !== "";
  });
};
const undo = (input) => {
  keep(input, input.dataset.delivered);
  save([at(input, null)]);
};

// The cell so many rows down and columns to the right.
const beside = (input, down, right) => {
  const cell = input.closest("td");
  const row = table.rows[cell.parentElement.rowIndex + down];
  return row?.cells[cell.cellIndex + right]?.querySelector("input");
};

table.addEventListener("keydown", (event) => {
  const input = event.target;
  if (!input.matches("input")) return;
  if (event.key === "Enter" && !event.ctrlKey) beside(input, event.shiftKey ? -1 : 1, 0)?.focus();
  else if (grid && event.key === "z" && event.ctrlKey && input.type === "text") undo(input);
  else return;
  event.preventDefault();
});
table.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
  if (event.target.type !== "text" || !/[\t\n]/.test(text)) return;
  event.preventDefault();
  const cells = text.split(/\r?\n/).flatMap((line, down) =>
    line.split("\t").map((value, right) => ({ value, input: beside(event.target, down, right) })),
  );
  const changes = cells
    .filter(({ input }) => input && !input.readOnly && !(input.dataset.cell < 0))
    .map(({ input, value }) => at(input, input.type === "checkbox" ? "" : keep(input, value)));
  if (!grid) return;
  if (changes.length) save(changes);
  if (changes.length === cells.length) return;
  queue = queue.then(() => (problem.textContent = grid.dataset.outside));
});

if (grid) {
  grid.addEventListener("change", ({ target: input }) => {
    if (input.type === "checkbox") save([at(input, input.checked ? "" : null)]);
  });
  grid.addEventListener("focusout", ({ target: input }) => {
    if (input.type !== "text" || input.value === input.defaultValue) return;
    save([at(input, keep(input, input.value))]);
  });
  const takeBack = ({ target }) => target.matches(".undo") && undo(target.previousElementSibling);
  grid.addEventListener("click", takeBack);
  const nextError = async () => {
    // what is being saved may be right then
    await queue;
    const wrong = [...grid.querySelectorAll('[aria-invalid="true"]')];
    const isAfter = (input) =>
      document.activeElement.compareDocumentPosition(input) & Node.DOCUMENT_POSITION_FOLLOWING;
    (wrong.find(isAfter) ?? wrong[0])?.focus();
  };
  document.getElementById("mend-next").addEventListener("click", nextError);
  document.addEventListener("keydown", ({ key }) => key === "F8" && nextError());
  // The next page or form is asked for when the last cell is saved.
  document.addEventListener("click", (event) => {
    const way = event.target.closest("a[href], button:not([type=button])");
    if (!waiting || !way) return;
    event.preventDefault();
    queue.then(() => way.click());
  });
}
