const BRAND = Symbol.for("prorata.PricingError");

export class PricingError extends Error {
  constructor(kind, problems) {
    super(problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("\n"));
    this.kind = kind;
    this.code = problems[0].code;
    this.path = problems[0].path;
    this.problems = problems;
  }

  get name() {
    return "PricingError";
  }

  get [BRAND]() {
    return true;
  }

  static is(error) {
    return error instanceof Error && error[BRAND] === true;
  }
}

export function hostError(code, message) {
  return new PricingError("host", [{ code, path: "", message }]);
}
