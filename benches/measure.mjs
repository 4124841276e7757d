// Measuring candidates against one another: in turn, in one process, many short rounds, medians.

export const median = (values) => quantile(values, 0.5);

export function quantile(values, part) {
  const sorted = values.toSorted((left, right) => left - right);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

// Results end here, so that nothing that makes them is optimised away.
let kept;
const keep = (value) => (kept = value);

function time(work, count) {
  const start = performance.now();
  for (let index = 0; index < count; index += 1) keep(work(index));
  return performance.now() - start;
}

/** How often a candidate runs in a round of so many milliseconds. */
function calibrate(work, milliseconds) {
  let count = 1;
  for (;;) {
    const taken = time(work, count);
    if (taken >= milliseconds / 2) return Math.max(1, Math.round((count * milliseconds) / taken));
    count *= 2;
  }
}

/**
 * `candidates`: two functions of a running index, by name. Resolves with microseconds per call by name (the median of the
 * rounds, and the span of their middle half), and with how much faster the first is than the second: the median of the
 * rounds' own ratios, since within a round both meet the same noise. A round begins with another candidate each time.
 */
export function race(candidates, { rounds = 40, milliseconds = 25 } = {}) {
  const names = Object.keys(candidates);
  for (const name of names) time(candidates[name], calibrate(candidates[name], 100)); // Until the compilers are done.
  const counts = Object.fromEntries(names.map((name) => [name, calibrate(candidates[name], milliseconds)]));
  const taken = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length];
      taken[name].push((time(candidates[name], counts[name]) * 1000) / counts[name]);
    }
  }
  const [ours, theirs] = names.map((name) => taken[name]);
  return { ...Object.fromEntries(names.map((name) => [name, summary(taken[name])])), ratio: median(ours.map((value, round) => theirs[round] / value)) };
}

export const summary = (values) => ({ median: median(values), from: quantile(values, 0.25), to: quantile(values, 0.75) });

/** Three digits that count. */
export function figure(value) {
  if (value === 0) return "0";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString("en-US", { minimumFractionDigits: Math.min(digits, 3), maximumFractionDigits: Math.min(digits, 3) });
}

/** A median with the span of the middle half. */
export const spread = ({ median, from, to }) => `${figure(median)} (${figure(from)}–${figure(to)})`;

/** How much faster prorata is than the peer; below 1 it is slower. */
export const times = (ratio) => `${figure(ratio)} ×`;

/** Prints rows under a heading, numbers to the right. */
export function table(heading, columns, rows) {
  const cells = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const print = (row) => console.log(`  ${row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join("   ")}`.trimEnd());
  console.log(`\n${heading}`);
  print(cells[0]);
  console.log(`  ${widths.map((width) => "─".repeat(width)).join("   ")}`);
  cells.slice(1).forEach(print);
}
