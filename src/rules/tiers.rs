//! Tiered prices: what a quantity costs over bands.
//!
//! A band reaches up to and including its end. Graduated: every band at its own price, a flat fee on
//! entering, the first always. Volume: all at the band of the quantity, its flat fee once. Package:
//! free units off, then whole packages, rounded up, at the band of the rounded units. A negative
//! quantity is priced by its absolute value with the sign reversed.

use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::decimal::Decimal;
use crate::error::OutOfRange;
use crate::money::Exact;

/// How bands make a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TierMode {
    /// Each band at its own price.
    Graduated,
    /// All units at one band.
    Volume,
    /// Whole packages.
    Package,
}

/// One band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The last quantity in it; `None` without end.
    pub to: Option<i64>,
    /// Of one unit, or of one package.
    pub unit_amount: Decimal,
    /// Once on entering.
    pub flat_amount: Decimal,
}

/// A tiered price. Bands rise, and the last one has no end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tiers {
    /// How bands make a price.
    pub mode: TierMode,
    /// Rising.
    pub bands: Vec<Band>,
    /// Units of a package; at least 1.
    pub package_size: i64,
    /// Units that cost nothing, in packages.
    pub free: i64,
}

/// What one band contributes.
#[derive(Clone, Copy, Debug)]
pub struct BandUse {
    /// The band.
    pub band: Band,
    /// Units (or packages) priced in it.
    pub quantity: Exact,
    /// Its part of the price.
    pub amount: Exact,
}

impl Tiers {
    /// The price of a quantity, exact, with the bands it is made of.
    ///
    /// # Errors
    /// Beyond the range of exact arithmetic.
    pub fn price(&self, quantity: &Exact) -> Result<(Exact, Vec<BandUse>), OutOfRange> {
        let magnitude = if quantity.is_negative() { quantity.negate() } else { *quantity };
        let mut uses = Vec::new();
        match self.mode {
            TierMode::Graduated => {
                let mut below = Exact::ZERO;
                for (index, band) in self.bands.iter().enumerate() {
                    let entered = index == 0 || magnitude.compare(&below)? == Ordering::Greater;
                    if !entered {
                        break;
                    }
                    let top = match band.to {
                        Some(to) => magnitude.min(&Exact::integer(to)),
                        None => magnitude,
                    };
                    take(&mut uses, band, &top.sub(&below).above_zero());
                    if let Some(to) = band.to {
                        below = Exact::integer(to);
                    }
                }
            }
            TierMode::Volume => {
                if let Some(band) = self.band_of(&magnitude)? {
                    take(&mut uses, band, &magnitude);
                }
            }
            TierMode::Package => {
                let charged = magnitude.sub(&Exact::integer(self.free)).above_zero();
                let packages = charged.div(&Exact::integer(self.package_size)).ceiling()?;
                let rounded = packages.checked_mul(self.package_size).ok_or(OutOfRange)?;
                if let Some(band) = self.band_of(&Exact::integer(rounded))? {
                    take(&mut uses, band, &Exact::integer(packages));
                }
            }
        }
        let mut sum = Exact::ZERO;
        for part in &mut uses {
            if quantity.is_negative() {
                part.amount = part.amount.negate();
                part.quantity = part.quantity.negate();
            }
            sum.increase(&part.amount);
        }
        Ok((sum, uses))
    }

    fn band_of(&self, quantity: &Exact) -> Result<Option<&Band>, OutOfRange> {
        for band in &self.bands {
            match band.to {
                Some(to) if quantity.compare(&Exact::integer(to))? == Ordering::Greater => {}
                _ => return Ok(Some(band)),
            }
        }
        Ok(None)
    }
}

fn take(uses: &mut Vec<BandUse>, band: &Band, quantity: &Exact) {
    let amount = Exact::decimal(band.unit_amount).mul(quantity).add(&Exact::decimal(band.flat_amount));
    uses.push(BandUse { band: *band, quantity: *quantity, amount });
}
