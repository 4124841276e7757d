export function receiptNumber(number: number): string {
  return `R-${String(number).padStart(6, "0")}`;
}
