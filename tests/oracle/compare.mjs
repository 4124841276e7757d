// An engine's preview and the oracle's, as flat comparable values.

import { decimal, fraction } from "./fraction.mjs";
import { interval, iso } from "./calendar.mjs";
import { rowsOf } from "./attention.mjs";

const moment = (value) => (value === undefined ? undefined : new Date(value).toISOString());
const step = (value) => `${value.count} ${value.unit}`;
const inOrder = (list) => list.join(" | ");
const sorted = (list) => list.sort().join(" | ");
const lineText = (line, amount) => `${line.kind} ${line.addOn ?? line.plan ?? ""} ×${line.quantity} ${amount}`;
const MONEY = ["subtotal", "discount", "tax", "total", "dueNow", "balanceUsed", "deferred", "toBalance", "refund", "forfeited", "balanceAfter"];
const OPERATIONS = ["allowance", "transferred", "available", "converted", "forfeited"];

export function ofEngine(p) {
  const flat = {
    direction: p.direction, cause: p.cause, effectiveAt: moment(p.effectiveAt), "period.start": moment(p.period.start), "period.end": moment(p.period.end),
    lines: inOrder(p.lines.map((line) => lineText(line, line.included && line.included !== "0.00" ? `incl ${line.included}` : line.amount))),
    unitAmounts: inOrder(p.lines.map((line) => `${line.kind} ${decimal(fraction(line.unitAmount), 12)}`)),
    "recurring.amount": p.recurring?.amount, "recurring.interval": p.recurring && step(interval(p.recurring.interval)), "recurring.from": moment(p.recurring?.from),
    "next.at": moment(p.next?.at), "next.amount": p.next?.amount,
    "operations.expiresAt": moment(p.operations?.expiresAt), "operations.resetsAt": moment(p.operations?.resetsAt), "operations.extra": JSON.stringify(p.operations?.extra),
    seats: JSON.stringify(p.seats), deactivation: p.deactivation && `${p.deactivation.members} at ${moment(p.deactivation.at)}`,
    required: sorted(p.required.map((one) => `${one.kind} ${one.subject ?? one.remove ?? one.keep} ${one.answered}`)),
    warnings: sorted(p.warnings.map((one) => (one.kind === "scheduled_change_stands" ? `${one.kind} ${moment(one.at)}` : one.kind))), lost: sorted(p.lost.map((one) => `${one.kind} ${one.amount}`)),
  };
  for (const name of MONEY) flat[name] = p[name];
  for (const name of OPERATIONS) flat[`operations.${name}`] = p.operations?.[name];
  for (const [kind, row] of Object.entries(rowsOf(p.comparison))) flat[`comparison.${kind}`] = JSON.stringify(row);
  return flat;
}

export function ofOracle(p, money) {
  const text = (value) => (value === undefined ? undefined : money.text(value));
  const at = (value) => (value === undefined ? undefined : iso(value));
  const flat = {
    direction: p.direction, cause: p.cause, effectiveAt: at(p.effectiveAt), "period.start": at(p.period.start), "period.end": at(p.period.end),
    lines: inOrder(p.lines.map((line) => lineText(line, line.included && !line.included.isZero ? `incl ${text(line.included)}` : text(line.amount)))),
    unitAmounts: inOrder(p.lines.map((line) => `${line.kind} ${decimal(line.unit ?? fraction(line.unitAmount), 12)}`)),
    "recurring.amount": text(p.recurring?.amount), "recurring.interval": p.recurring && step(p.recurring.interval), "recurring.from": at(p.recurring?.from),
    "next.at": at(p.next?.at), "next.amount": text(p.next?.amount),
    "operations.expiresAt": at(p.operations?.expiresAt), "operations.resetsAt": at(p.operations?.resetsAt),
    "operations.extra": JSON.stringify(p.operations?.extra && { ...p.operations.extra, amount: text(p.operations.extra.amount) }),
    seats: JSON.stringify(p.seats), deactivation: p.deactivation && `${p.deactivation.members} at ${iso(p.deactivation.at)}`,
    required: sorted(p.required.map((one) => `${one.kind} ${one.subject ?? one.remove ?? one.keep} ${one.answered}`)),
    warnings: sorted([...p.warnings]), lost: sorted(p.lost.map((one) => `${one.kind} ${text(one.amount)}`)),
  };
  for (const name of MONEY) flat[name] = text(p[name]);
  for (const name of OPERATIONS) flat[`operations.${name}`] = p.operations?.[name];
  for (const [kind, row] of Object.entries(p.comparison)) flat[`comparison.${kind}`] = JSON.stringify(row);
  return flat;
}

/** Paths on which two flat values differ. */
export function differences(engine, oracle) {
  return [...new Set([...Object.keys(engine), ...Object.keys(oracle)])].filter((path) => engine[path] !== oracle[path])
    .map((path) => ({ path, engine: engine[path], oracle: oracle[path] }));
}
