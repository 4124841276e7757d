//! The keys of every document, each with a number: so a document names a key that is known by one word.

macro_rules! keys {
    ($($name:ident = $word:literal,)*) => {
        /// A key that some document has.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        #[allow(missing_docs)] // Each is its word.
        pub enum Key { $($name,)* }
        impl Key {
            /// All of them, in the order of their words.
            pub const ALL: [Self; [$($word),*].len()] = [$(Self::$name),*];
            /// The words of all of them.
            pub const WORDS: [&'static str; [$($word),*].len()] = [$($word),*];
        }
    };
}

keys! {
    Schema = "$schema",
    Acknowledge = "acknowledge",
    Acknowledged = "acknowledged",
    AddOn = "addOn",
    AddOns = "addOns",
    Allowance = "allowance",
    Amount = "amount",
    Anchor = "anchor",
    Answers = "answers",
    At = "at",
    Balance = "balance",
    Bands = "bands",
    Base = "base",
    Basis = "basis",
    Begun = "begun",
    Bill = "bill",
    Bundle = "bundle",
    Cancel = "cancel",
    Cap = "cap",
    Change = "change",
    ChangeDay = "changeDay",
    Charge = "charge",
    Collect = "collect",
    Count = "count",
    Credit = "credit",
    Credited = "credited",
    Currency = "currency",
    Cycle = "cycle",
    Deferred = "deferred",
    Digits = "digits",
    Direction = "direction",
    Discounts = "discounts",
    Downgrade = "downgrade",
    Earlier = "earlier",
    Effective = "effective",
    End = "end",
    Excess = "excess",
    ExtraOperations = "extraOperations",
    FactorDigits = "factorDigits",
    FactorRounding = "factorRounding",
    Features = "features",
    FlatAmount = "flatAmount",
    Free = "free",
    From = "from",
    FutureGrants = "futureGrants",
    GraceDays = "graceDays",
    Grant = "grant",
    Id = "id",
    Included = "included",
    Inclusive = "inclusive",
    IndividualSubscription = "individualSubscription",
    Interval = "interval",
    KeepTeams = "keepTeams",
    Kind = "kind",
    Max = "max",
    MaxAge = "maxAge",
    MaxPerPeriod = "maxPerPeriod",
    MaxSkew = "maxSkew",
    Members = "members",
    Metadata = "metadata",
    Min = "min",
    MinimumCharge = "minimumCharge",
    Mode = "mode",
    Name = "name",
    Now = "now",
    On = "on",
    OnSale = "onSale",
    Operations = "operations",
    OperationsPerDay = "operationsPerDay",
    PackageSize = "packageSize",
    Paid = "paid",
    Per = "per",
    Percent = "percent",
    Period = "period",
    Periods = "periods",
    Plan = "plan",
    Plans = "plans",
    Policy = "policy",
    Preset = "preset",
    Price = "price",
    Prices = "prices",
    Proration = "proration",
    Quantity = "quantity",
    Rate = "rate",
    Received = "received",
    RemoveMembers = "removeMembers",
    Renew = "renew",
    Resets = "resets",
    Rounding = "rounding",
    Scheduled = "scheduled",
    Seats = "seats",
    SeatsAdded = "seatsAdded",
    SeatsRemoved = "seatsRemoved",
    Since = "since",
    Start = "start",
    Status = "status",
    Step = "step",
    Surcharge = "surcharge",
    Taxes = "taxes",
    Teams = "teams",
    Tiers = "tiers",
    To = "to",
    Total = "total",
    Trial = "trial",
    TrialEnd = "trialEnd",
    Unit = "unit",
    UnitAmount = "unitAmount",
    Until = "until",
    Unused = "unused",
    UnusedOperations = "unusedOperations",
    UnusedTime = "unusedTime",
    Upgrade = "upgrade",
    Withdraw = "withdraw",
}

impl Key {
    /// As documents write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS.get(self as usize).copied().unwrap_or_default()
    }

    /// The number of a word, if it is that of a key.
    #[must_use]
    pub fn number(word: &str) -> Option<u32> {
        Self::WORDS.binary_search(&word).ok().and_then(|number| u32::try_from(number).ok())
    }
}

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Under which key it stands.
    pub key: Key,
    /// Whether it must be there.
    pub required: bool,
}

/// A field that must be there.
#[must_use]
pub const fn must(key: Key) -> Field {
    Field { key, required: true }
}

/// A field that may be left out.
#[must_use]
pub const fn may(key: Key) -> Field {
    Field { key, required: false }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn the_words_of_keys_are_ordered_and_found() {
        assert!(Key::WORDS.is_sorted());
        for key in Key::ALL {
            assert_eq!(Key::number(key.as_str()), Some(key as u32));
        }
        assert_eq!(Key::number("surprise"), None);
    }
}
