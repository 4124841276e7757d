/**
 * Every text of the page. A sentence is one function of its operands, never built from pieces, so that a translation is another
 * file like this one with another `locale`.
 */
import type { Amount, Because, Direction, Factor, Instant, Interval, Line, Loss, Preview, PriceDocument, Problem, RequiredAction, Row, Warning } from "prorata";
import type { ExampleId } from "./examples";
import { count, date, dateRange, exactMoney, isZero, magnitude, money, percent } from "./format";
import { locale } from "./language";

/** What the texts need to know of the catalog. */
export interface Context {
  currency: string;
  digits: number;
  /** The metered unit, as the catalog calls it. */
  unit: string;
  planName: (id: string) => string;
}

const plurals = new Intl.PluralRules(locale());

function plural(number: number, texts: { one: string; other: string }): string {
  return plurals.select(number) === "one" ? texts.one : texts.other;
}

const seats = (number: number): string => plural(number, { one: `${count(number)} seat`, other: `${count(number)} seats` });
const teams = (number: number): string => plural(number, { one: `${count(number)} team`, other: `${count(number)} teams` });
const members = (number: number): string => plural(number, { one: `${count(number)} member`, other: `${count(number)} members` });
const days = (number: number): string => plural(number, { one: `${count(number)} day`, other: `${count(number)} days` });

// --- The frame ---------------------------------------------------------------------------------

export const exampleTitles: Record<ExampleId, string> = {
  "make-upgrade": "Core, with 160,000 operations left",
  "make-downgrade": "Teams, with three teams",
  "make-annual-to-monthly": "Pro for a year, half of it left",
  "make-core-annual": "Core for a year",
  "make-first": "No subscription yet",
  "nitro-full": "Pro, every seat taken",
  "nitro-downgrade": "Business, with 28 members",
  "nitro-expired": "Pro, run out three days ago",
  "nitro-first": "No subscription yet",
  "anaconda-seats": "Business, with 12 seats",
  "anaconda-annual": "Starter for a year",
  "anaconda-first": "No subscription yet, but an individual one",
};

export function perInterval(amount: string, interval: Interval): string {
  if (interval === "month") return `${amount} a month`;
  if (interval === "year") return `${amount} a year`;
  switch (interval.unit) {
    case "day": return plural(interval.count, { one: `${amount} a day`, other: `${amount} every ${count(interval.count)} days` });
    case "week": return plural(interval.count, { one: `${amount} a week`, other: `${amount} every ${count(interval.count)} weeks` });
    case "month": return plural(interval.count, { one: `${amount} a month`, other: `${amount} every ${count(interval.count)} months` });
    case "year": return plural(interval.count, { one: `${amount} a year`, other: `${amount} every ${count(interval.count)} years` });
  }
}

export function intervalName(interval: Interval): string {
  if (interval === "month") return "Monthly";
  if (interval === "year") return "Annual";
  switch (interval.unit) {
    case "day": return plural(interval.count, { one: "Daily", other: `Every ${count(interval.count)} days` });
    case "week": return plural(interval.count, { one: "Weekly", other: `Every ${count(interval.count)} weeks` });
    case "month": return plural(interval.count, { one: "Monthly", other: `Every ${count(interval.count)} months` });
    case "year": return plural(interval.count, { one: "Annual", other: `Every ${count(interval.count)} years` });
  }
}

// --- What the customer has ---------------------------------------------------------------------

export const current = {
  title: "What you have",
  startFrom: "Start from",
  none: "No subscription",
  edit: "Edit what you have",
  plan: "Plan",
  billing: "Billing",
  seats: "Seats",
  members: "Members",
  teams: "Teams",
  unused: "Unused operations",
  individual: "An individual subscription also runs",
  balance: (currency: string): string => `Balance in ${currency}`,
  tax: "Tax",
  noTax: "None",
  taxOption: (rate: string, inclusive: boolean): string => (inclusive ? `${percent(rate)}, included in prices` : `${percent(rate)}, on top`),
  taxName: "Tax",
  today: "Today",
  todayHint: "Every price on this page holds for this day.",
  clockFirst: "Day of the purchase",
  expired: (end: Instant): string => `Ran out on ${date(end)}`,
  before: (start: Instant): string => `Before the period, which begins on ${date(start)}`,
  position: (used: number, total: number): string => `${count(used)} of ${days(total)} used`,
  clockText: (at: Instant, used: number, total: number): string => `${date(at)}, ${count(used)} of ${days(total)} used`,
  clockTextExpired: (at: Instant, past: number): string => `${date(at)}, ${days(past)} after the end`,
  scheduledCancel: (at: Instant): string => `Your subscription ends on ${date(at)}. Until then you keep everything.`,
  scheduledChange: (plan: string, at: Instant): string => `On ${date(at)} your subscription changes to ${plan}.`,
  scheduledSeats: (number: number, at: Instant): string => `On ${date(at)} your subscription changes to ${seats(number)}.`,
  withdraw: "Keep my subscription as it is",
  full: (limit: number): string =>
    plural(limit, {
      one: "Your organisation is full: its only seat is taken. Nobody can join until you add seats or remove members.",
      other: `Your organisation is full: all ${count(limit)} seats are taken. Nobody can join until you add seats or remove members.`,
    }),
  seatsTaken: (used: number, limit: number): string => `${count(used)} of ${seats(limit)} taken`,
  perSeat: (price: string): string => `${price} per seat`,
  seatCount: (number: number): string => seats(number),
  unusedCount: (number: number, unit: string): string => `${count(number)} ${unit} unused`,
  team: (number: number): string => `Team ${count(number)}`,
};

/** What a price grants, in one line: "150,000 operations a month". */
export function grant(price: Pick<PriceDocument, "interval" | "operations" | "resets">, unit: string): string | undefined {
  if (price.operations === undefined) return undefined;
  if (price.interval === "year" && price.resets !== "month") return `${count(price.operations)} ${unit} a year`;
  return `${count(price.operations)} ${unit} a month`;
}

// --- Choosing ----------------------------------------------------------------------------------

export const choosing = {
  title: "Choose a plan",
  billing: "Billing",
  tier: (unit: string): string => `${unit.charAt(0).toUpperCase()}${unit.slice(1)} a month`,
  seats: "Seats",
  plans: "Plans",
  currentPlan: "Current plan",
  dueToday: "Due today",
  notSold: "Not sold online",
  perSeat: (amount: string): string => `${amount} per seat`,
  billedYearly: (amount: string): string => `${amount} billed once a year`,
  saves: (amount: string, share: string): string => `Saves ${amount} a year (${share}%)`,
  teamLimit: (number: number): string => teams(number),
  anyTeams: "Any number of teams",
  seatLimit: (number: number): string => `Up to ${seats(number)}`,
  anySeats: "Any number of seats",
  lost: (amount: string): string => `${amount} not given back`,
  toBalance: (amount: string): string => `${amount} to your balance`,
  free: "Free",
  nothing: "Nothing changes",
};

export const extra = {
  title: (unit: string): string => `Extra ${unit}`,
  field: (unit: string): string => `Extra ${unit} to buy`,
  offer: (bundle: number, amount: string, unit: string): string => `Keep your plan and buy more for this period: ${count(bundle)} ${unit} for ${amount}.`,
  left: (left: number, unit: string): string => `${count(left)} more ${unit} can be bought in this period.`,
  orMoveUp: (allowance: string, amount: string): string => `Or move up to ${allowance}: ${amount} due today.`,
};

export const ending = {
  title: "End your subscription",
  detail: "You see what happens and when before anything is final.",
  cancel: "Cancel subscription",
  renewTitle: "Renew",
  renewDetail: (end: Instant): string => `Your subscription ran out on ${date(end)}. Renew it to go on.`,
  renew: "Renew subscription",
};

// --- The answer --------------------------------------------------------------------------------

export const summary = {
  title: "Your change",
  dueToday: "Due today",
  nothingChosen: "Choose a plan to see what it costs today.",
  nothingChanges: "This is what you have. Nothing changes, nothing is due.",
  then: (amount: string, interval: Interval, from: Instant): string => `Then ${perInterval(amount, interval)} from ${date(from)}`,
  thenUntilChanged: (at: Instant): string => `Nothing is charged today. The change happens on ${date(at)} and can be withdrawn until then.`,
  ends: (at: Instant): string => `Nothing is charged today. Your subscription stays active until ${date(at)}; you can take this back until then.`,
  noFurther: "Nothing further is charged.",
  breakdown: "How it adds up",
  total: "Total",
  balanceUsed: "Paid from your balance",
  deferred: "Moved to your next invoice",
  toBalance: "Added to your balance",
  refund: "Refunded",
  forfeited: "Not given back",
  nextInvoice: "Next invoice",
  nextInvoiceText: (amount: string, at: Instant): string => `${amount} on ${date(at)}`,
  balanceAfter: "Balance afterwards",
  operations: (unit: string): string => `Your ${unit} after the change`,
  lost: "Not given back",
  toDetails: "See the details",
  refusal: "This change is not possible",
  mendField: "Mend the marked field to see the price.",
  mendCurrent: "Something in what you have does not fit together.",
};

export function changeTitle(preview: Preview, from: string | null, to: string): string {
  const { direction, cause } = preview;
  switch (direction) {
    case "new": return `Start with ${to}`;
    case "cancel": return `Cancel ${from ?? to}`;
    case "renew": return `Renew ${to}`;
    case "none":
      if (cause === "extra_operations") return `Buy extra for ${to}`;
      if (cause === "withdraw") return `Keep ${to}`;
      return `Stay with ${to}`;
    case "upgrade":
      if (cause === "seats") return `Add seats to ${to}`;
      if (cause === "tier") return `Move up in ${to}`;
      if (cause === "interval") return billedBy(to, preview.change.interval);
      return from && from !== to ? `Upgrade from ${from} to ${to}` : `Upgrade ${to}`;
    case "downgrade":
      if (cause === "seats") return `Remove seats from ${to}`;
      if (cause === "tier") return `Move down in ${to}`;
      if (cause === "interval") return billedBy(to, preview.change.interval);
      return from && from !== to ? `Downgrade from ${from} to ${to}` : `Downgrade ${to}`;
    default: return `Change to ${to}`;
  }
}

function billedBy(plan: string, interval: Interval | undefined): string {
  if (interval === "month") return `Change ${plan} to monthly billing`;
  if (interval === "year") return `Change ${plan} to annual billing`;
  return `Change the billing of ${plan}`;
}

export const directions: Record<Direction, string> = {
  new: "New subscription",
  upgrade: "Upgrade",
  downgrade: "Downgrade",
  cancel: "Cancellation",
  renew: "Renewal",
  none: "No change",
};

export function lineTitle(line: Line, preview: Preview, context: Context): string {
  const plan = line.plan === undefined ? "" : context.planName(line.plan);
  switch (line.kind) {
    case "charge": return plan;
    case "unused_time": return `Credit for unused time of ${plan}`;
    case "unused_operations": return line.because.kind === "unused_operations" ? `Credit for ${count(line.because.operations)} unused ${context.unit}` : `Credit for unused ${context.unit}`;
    case "future_grants": return `Credit for ${context.unit} still to come`;
    case "difference": return `Difference for the rest of the period`;
    case "add_on": return line.addOn ?? plan;
    case "extra_operations": return line.because.kind === "extra_operations" ? `${count(line.because.operations)} extra ${context.unit}` : `Extra ${context.unit}`;
    case "discount": return line.because.kind === "discount" ? `Discount ${line.because.id}` : "Discount";
    case "tax": return line.because.kind === "tax" ? `${line.because.name}${line.because.inclusive ? ", included" : ""}` : "Tax";
    case "credit_excess": return "Credit that stays yours";
    case "rounding": return "Rounding";
    default: return plan || preview.direction;
  }
}

/** Seconds and smaller units are shown as days where they are whole days: the fraction is the same. */
function part(factor: Factor): string {
  const inDay = { millisecond: 86_400_000, second: 86_400, minute: 1_440, hour: 24, day: 1, month: 0 }[factor.unit];
  if (inDay && factor.remaining % inDay === 0 && factor.total % inDay === 0) return `${count(factor.remaining / inDay)} of ${days(factor.total / inDay)}`;
  switch (factor.unit) {
    case "month": return plural(factor.total, { one: `${count(factor.remaining)} of 1 month`, other: `${count(factor.remaining)} of ${count(factor.total)} months` });
    case "hour": return `${count(factor.remaining)} of ${count(factor.total)} hours`;
    case "minute": return `${count(factor.remaining)} of ${count(factor.total)} minutes`;
    case "second": return `${count(factor.remaining)} of ${count(factor.total)} seconds`;
    case "millisecond": return `${count(factor.remaining)} of ${count(factor.total)} milliseconds`;
    case "day": return `${count(factor.remaining)} of ${days(factor.total)}`;
  }
}

/** Few enough decimals to be read: a third of a cent explains nothing that the operands do not. */
function isShort(amount: Amount): boolean {
  return (amount.split(".")[1] ?? "").length <= 4;
}

/** Why a line has its amount, in words; several sentences where a cap or a rounding had a say. */
export function because(line: Line, context: Context): string[] {
  const cash = (amount: Amount): string => money(amount, context.currency, context.digits);
  const exact = (amount: Amount): string => exactMoney(amount, context.currency, context.digits);
  const reason: Because = line.because;
  const sentences: string[] = [];
  switch (reason.kind) {
    case "full_period":
      if (reason.quantity !== 1) sentences.push(`${count(reason.quantity)} × ${exact(reason.amount)}`);
      if (line.period) sentences.push(dateRange(line.period.start, line.period.end));
      break;
    case "remaining_time":
      sentences.push(
        reason.quantity === 1
          ? `${exact(reason.discounted ?? reason.amount)} × ${part(reason.factor)} that remain`
          : `${count(reason.quantity)} × ${exact(reason.discounted ?? reason.amount)} × ${part(reason.factor)} that remain`,
      );
      break;
    case "unused_time":
      if (reason.paid && reason.paid.length > 0) {
        for (const span of reason.paid) sentences.push(`${exact(span.amount)} paid × ${part(span.factor)} unused`);
      } else {
        sentences.push(
          reason.quantity === 1
            ? `${exact(reason.discounted ?? reason.amount)} × ${part(reason.factor)} unused`
            : `${count(reason.quantity)} × ${exact(reason.discounted ?? reason.amount)} × ${part(reason.factor)} unused`,
        );
      }
      break;
    case "difference":
      sentences.push(`${exact(reason.new)} − ${exact(reason.old)}, × ${part(reason.factor)} that remain`);
      break;
    case "unused_operations":
      sentences.push(`${exact(reason.amount)} × ${count(reason.operations)} ÷ ${count(reason.allowance)}`);
      break;
    case "future_grants":
      sentences.push(`${exact(reason.amount)} × ${count(reason.operations)} ÷ ${count(reason.allowance)}, for ${plural(reason.grants, { one: "1 month", other: `${count(reason.grants)} months` })} to come`);
      break;
    case "extra_operations":
      sentences.push(
        isZero(reason.surcharge)
          ? `${exact(reason.amount)} × ${count(reason.operations)} ÷ ${count(reason.allowance)}`
          : `${exact(reason.amount)} × ${count(reason.operations)} ÷ ${count(reason.allowance)}, plus ${percent(reason.surcharge)}`,
      );
      break;
    case "discount":
      if (reason.percent !== undefined) sentences.push(`${percent(reason.percent)} of ${cash(reason.of)}`);
      break;
    case "tax":
      sentences.push(`${percent(reason.rate)} of ${cash(reason.of)}`);
      break;
    case "credit_excess":
      sentences.push(`The credit is ${cash(reason.uncapped)}, the bill ${cash(reason.cap.limit)}`);
      break;
    case "rounding":
      sentences.push(`The exact total is ${exact(reason.exact)}`);
      break;
    case "deferred":
      sentences.push("Agreed earlier, collected now");
      break;
    default:
      break;
  }
  if ("bands" in reason && reason.bands) for (const band of reason.bands) if (band.unitAmount !== undefined) sentences.push(`${count(band.quantity)} × ${exact(band.unitAmount)} = ${exact(band.amount)}`);
  if ("exact" in reason && reason.exact !== undefined && reason.kind !== "rounding" && isShort(reason.exact)) sentences.push(`exactly ${exact(magnitude(reason.exact))}, rounded`);
  if ("cap" in reason && reason.cap && reason.uncapped !== undefined) {
    const worth = cash(magnitude(reason.uncapped));
    switch (reason.cap.kind) {
      case "bill": sentences.push(`worth ${worth}, limited to the bill of ${cash(reason.cap.limit)}`); break;
      case "total": sentences.push(`worth ${worth}, limited to the total of ${cash(reason.cap.limit)}`); break;
      case "paid": sentences.push(`worth ${worth}, limited to the ${cash(reason.cap.limit)} that was paid`); break;
    }
  }
  return sentences;
}

export const operations = {
  allowance: "Granted by the plan",
  transferred: "Moved along",
  remaining: "Left in this period",
  available: "Available",
  converted: (number: number, unit: string): string => `${count(number)} unused ${unit} become credit.`,
  forfeited: (number: number, unit: string): string => `${count(number)} unused ${unit} are given up.`,
  expires: (at: Instant, unit: string): string => `Moved and extra ${unit} expire on ${date(at)}.`,
  resets: (at: Instant): string => `Granted anew on ${date(at)}.`,
};

export function loss(value: Loss, context: Context): string {
  const cash = (amount: Amount): string => money(amount, context.currency, context.digits);
  switch (value.kind) {
    case "credit_above_bill": return `${cash(value.amount)} of your credit of ${cash(value.uncapped)} is above the bill and is not paid out.`;
    case "future_grants": return `${cash(value.amount)} paid ahead for ${count(value.operations)} ${context.unit} that were still to come.`;
    case "unused_operations": return `${count(value.operations)} unused ${context.unit}, worth ${cash(value.amount)}.`;
    case "unused_time": return `${cash(value.amount)} for ${part(value.factor)} not used.`;
    case "negative_total": return `${cash(value.amount)} of credit that is left over.`;
    default: return "Some of the value that is left.";
  }
}

/** Nothing for what the customer need not know. */
export function warning(value: Warning, context: Context): string | undefined {
  const cash = (amount: Amount): string => money(amount, context.currency, context.digits);
  switch (value.kind) {
    case "duplicate_billing": return "Your individual subscription goes on beside this one and is billed too. Cancel it if you no longer need it.";
    case "operations_above_limit": return `You used ${count(value.used)} ${context.unit} in this period; the new plan grants ${count(value.limit)}.`;
    // That an operation may count for more later is the seller's concern.
    case "tier_arbitrage": return undefined;
    // The list of what is lost says it with its cause.
    case "prepaid_value_lost": return undefined;
    case "annual_to_shorter": return `A year of unused ${context.unit} is worth ${cash(value.credit)}, but the bill is only ${cash(value.bill)}.`;
    case "scheduled_change_stands": return `The change to ${context.planName(value.plan)} on ${date(value.at)} still stands.`;
    case "scheduled_change_replaced": return `This replaces the change to ${context.planName(value.plan)} that you had planned.`;
    default: return "There is more to know about this change; please ask before you confirm.";
  }
}

export function deactivation(at: Instant, number: number): string {
  return plural(number, {
    one: `On ${date(at)} one member is deactivated. The owner stays, and a renewal brings the member back.`,
    other: `On ${date(at)} ${count(number)} members are deactivated. The owner stays, and a renewal brings everybody back.`,
  });
}

// --- Review and confirmation -------------------------------------------------------------------

export const review = {
  title: "Review the change",
  cancelTitle: "Cancel your subscription?",
  caption: "What you have and what you get",
  current: "Now",
  new: "After the change",
  changed: "changes",
  row: (kind: Row["kind"], unit: string): string => {
    switch (kind) {
      case "plan": return "Plan";
      case "tier": return unit.charAt(0).toUpperCase() + unit.slice(1);
      case "amount": return "Price";
      case "per_month": return "Per month";
      case "per_year": return "Per year";
      case "interval": return "Billing";
      case "seats": return "Seats";
      case "teams": return "Teams";
      case "period_end": return "Period ends";
      default: return "";
    }
  },
  nothing: "–",
  noPlan: "No subscription",
  interval: intervalName,
  anyTeams: "Any number",
  close: "Close",
  keep: "Keep my subscription",
  blocked: "Still to do before you can confirm:",
  chooseTeamsTitle: (keep: number, of: number): string => plural(keep, { one: `Choose the team to keep, of your ${count(of)}`, other: `Choose the ${count(keep)} teams to keep, of your ${count(of)}` }),
  chooseTeamsNote: "The other teams are no longer part of your organisation.",
  removeMembersTitle: "Members to remove",
  removeMembersNote: (memberCount: number, limit: number, remove: number): string => `You have ${members(memberCount)} and the new plan has room for ${count(limit)}. Remove at least ${count(remove)}.`,
};

export function acknowledgement(action: Extract<RequiredAction, { kind: "acknowledge" }>, preview: Preview, context: Context): string {
  const amount = action.amount === undefined ? undefined : money(action.amount, context.currency, context.digits);
  switch (action.subject) {
    case "downgrade": return "I understand that this is a downgrade and what changes with it.";
    case "forfeit": return amount === undefined ? "I understand that some of what I paid for is not given back." : `I understand that ${amount} is not given back.`;
    case "billing": return `I understand that my payment method is charged ${amount ?? money(preview.dueNow, context.currency, context.digits)} when I confirm.`;
    case "cancel": return `I understand that my subscription ends on ${date(preview.effectiveAt)}.`;
    default: return "I understand and agree.";
  }
}

/** What is missing, one entry per unanswered action. */
export function missing(action: RequiredAction): string {
  switch (action.kind) {
    case "choose_teams": return plural(action.keep, { one: "Choose the team to keep.", other: `Choose ${count(action.keep)} teams to keep.` });
    case "remove_members": return plural(action.remove, { one: "Remove one member.", other: `Remove ${count(action.remove)} members.` });
    case "acknowledge":
      switch (action.subject) {
        case "downgrade": return "Confirm that you understand the downgrade.";
        case "forfeit": return "Confirm that you understand what is not given back.";
        case "billing": return "Confirm that you understand when you are charged.";
        case "cancel": return "Confirm that you understand when your subscription ends.";
        default: return "Confirm the statement above.";
      }
    default: return "This change needs something that this page cannot ask for yet.";
  }
}

export const buttons = {
  pay: (amount: string): string => `Pay ${amount}`,
  review: (amount: string): string => `Review and pay ${amount}`,
  reviewFree: "Review the change",
  confirm: "Confirm the change",
  schedule: (at: Instant): string => `Change on ${date(at)}`,
  cancel: "Cancel subscription",
  withdraw: "Keep my subscription",
};

/** What the button says: the amount where money is taken. */
export function confirmText(preview: Preview, context: Context): string {
  if (!isZero(preview.dueNow)) return buttons.pay(money(preview.dueNow, context.currency, context.digits));
  if (preview.direction === "cancel") return buttons.cancel;
  if (preview.cause === "withdraw") return buttons.withdraw;
  if (preview.change.effective === "period_end") return buttons.schedule(preview.effectiveAt);
  return buttons.confirm;
}

export const success = {
  title: (preview: Preview, plan: string): string => {
    if (preview.cause === "withdraw") return `You keep ${plan}. Nothing changes.`;
    if (preview.cause === "extra_operations") return "Your extra operations are ready.";
    if (preview.direction === "cancel") return `Your subscription ends on ${date(preview.effectiveAt)}.`;
    if (preview.direction === "renew") return `Your subscription to ${plan} is renewed.`;
    if (preview.direction === "new") return `Your subscription to ${plan} has begun.`;
    if (preview.change.effective === "period_end") return `Your subscription changes to ${plan} on ${date(preview.effectiveAt)}.`;
    if (preview.cause === "seats") return "Your seats were changed.";
    return `Your plan was changed to ${plan}.`;
  },
  paid: (amount: string, at: Instant): string => `${amount} paid on ${date(at)}.`,
  nothingPaid: (at: Instant): string => `Nothing was charged on ${date(at)}.`,
  label: "Paid today",
  receipt: (at: Instant): string => `Receipt of ${date(at)}`,
};

/** What a screen reader says once an input has settled. */
export function announcement(preview: Preview, context: Context): string {
  const due = money(preview.dueNow, context.currency, context.digits);
  if (preview.direction === "none" && preview.lines.length === 0) return summary.nothingChanges;
  if (!preview.recurring) return `Due today: ${due}.`;
  const amount = money(preview.recurring.amount, context.currency, context.digits);
  return `Due today: ${due}, then ${perInterval(amount, preview.recurring.interval)} from ${date(preview.recurring.from)}.`;
}

// --- Problems ----------------------------------------------------------------------------------

export const notANumber = "Enter a whole number.";

/** The engine's messages are half-sentences for those who read logs. */
function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

/** A problem in words. Codes without a text of their own show the engine's message. */
export function problem(value: Problem, context: Context): string {
  const operand = (name: string): string | undefined => {
    const found = value.operands?.[name];
    return typeof found === "number" ? count(found) : found;
  };
  const amount = (name: string): string | undefined => {
    const found = value.operands?.[name];
    return found === undefined ? undefined : money(String(found), context.currency, context.digits);
  };
  switch (value.code) {
    case "seats_above_maximum": {
      const maximum = value.operands?.["maximum"];
      return typeof maximum !== "number" ? sentence(value.message) : `This plan allows at most ${seats(maximum)}.`;
    }
    case "seats_below_minimum": {
      const minimum = value.operands?.["minimum"];
      return typeof minimum !== "number" ? sentence(value.message) : `This plan needs at least ${seats(minimum)}.`;
    }
    case "above_maximum": {
      const left = operand("left");
      return left === undefined ? sentence(value.message) : `Only ${left} more can be bought in this period.`;
    }
    case "not_a_bundle": {
      const bundle = operand("bundle");
      return bundle === undefined ? sentence(value.message) : `Sold in bundles of ${bundle}.`;
    }
    case "below_minimum": {
      const [due, minimum] = [amount("amount"), amount("minimum")];
      return due === undefined || minimum === undefined ? sentence(value.message) : `The amount of ${due} is below the least that can be charged, ${minimum}.`;
    }
    case "invalid_amount":
    case "negative":
    case "too_many_decimals": return "Enter an amount such as 25 or 25.50.";
    case "not_for_sale": return "This is not sold online.";
    case "nothing_scheduled": return "No change is planned that could be taken back.";
    case "no_subscription": return "This needs a subscription.";
    case "not_expired": return "Your subscription has not run out yet.";
    case "outside_period": return "This day lies outside the period.";
    case "out_of_range":
    case "too_large": return "This number is too large.";
    default: return sentence(value.message);
  }
}
