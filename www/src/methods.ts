import type { Method } from "./host/methods";
import { text } from "./texts";

export function methodName(method: Method): string {
  switch (method) {
    case "card_accepted": return text("payment-card-accepted");
    case "card_slow": return text("payment-card-slow");
    case "card_declined": return text("payment-card-declined");
  }
}
