// Rulebook 6, tiered prices: a band reaches up to and including its `to`.

import { ZERO, fraction } from "./fraction.mjs";

const amountOf = (band, quantity) => fraction(band.unitAmount ?? "0").times(fraction(quantity)).plus(fraction(band.flatAmount ?? "0"));

export function tiered(tiers, quantity) {
  const { bands } = tiers;
  if (tiers.mode === "volume") return amountOf(bands.find((band) => band.to === null || quantity <= band.to), quantity);
  if (tiers.mode === "package") {
    const packages = Math.ceil(Math.max(0, quantity - (tiers.free ?? 0)) / tiers.packageSize);
    // Bands are of units, as many as the packages hold.
    return amountOf(bands.find((band) => band.to === null || packages * tiers.packageSize <= band.to), packages);
  }
  let total = ZERO, below = 0;
  for (const band of bands) {
    const within = Math.min(quantity, band.to ?? Infinity) - below;
    if (below > 0 && within <= 0) break;
    total = total.plus(amountOf(band, Math.max(0, within)));
    below = band.to;
    if (band.to === null) break;
  }
  return total;
}
