//! Every text that is known at compile time: the names of fields in documents and answers, and the words of answers.
//!
//! Where something crosses to the host or from it, each is a number: its place in the one list of them all, which the host
//! reads once. Names come first, in the order of their texts, so that they are found.

macro_rules! texts {
    (
        $(#[$keys:meta])* enum $key:ident { $($key_name:ident = $key_text:literal,)* }
        $(#[$words:meta])* enum $word:ident { $($word_name:ident = $word_text:literal,)* }
    ) => {
        $(#[$keys])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        #[repr(u8)]
        pub enum $key { $($key_name,)* }

        $(#[$words])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        #[repr(u8)]
        pub enum $word { $($word_name,)* }

        #[cfg(test)]
        impl $key {
            /// All of them, in their order, which is that of their texts.
            const ALL: &[Self] = &[$(Self::$key_name,)*];
        }

        /// All of them, for the host: first the keys, then the words, a blank after each.
        pub const JOINED: &str = concat!($($key_text, " ",)* $($word_text, " ",)*);

        /// All of them, in the same order: for what looks many of them up, which the package does not.
        pub(super) const LIST: &[&str] = &[$($key_text,)* $($word_text,)*];

        /// How many of them are keys.
        pub const KEYS: u32 = [$($key_text,)*].len() as u32;
    };
}

/// The text at a place. It is looked for from the front, since only what words a problem asks.
#[must_use]
#[inline(never)]
pub(super) fn text_of(place: u32) -> &'static str {
    let word = JOINED.as_bytes().split(|byte| *byte == b' ').nth(place as usize);
    word.and_then(|word| core::str::from_utf8(word).ok()).unwrap_or_default()
}

impl Key {
    /// Its place in the list.
    pub(super) const fn place(self) -> u32 {
        self as u32
    }

    /// As documents write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        text_of(self.place())
    }

    /// The place of a text, if it is that of a key.
    #[must_use]
    pub fn number(text: &str) -> Option<u32> {
        let keys = LIST.get(..KEYS as usize)?;
        keys.binary_search(&text).ok().and_then(|place| u32::try_from(place).ok())
    }
}

impl Word {
    /// Its place in the list.
    pub(super) const fn place(self) -> u32 {
        KEYS.wrapping_add(self as u32)
    }
}

texts! {
    /// The name of a field.
    enum Key {
        // That of a value in a list: none.
        Item = "",
        Schema = "$schema",
        Acknowledge = "acknowledge",
        Acknowledged = "acknowledged",
        AddOn = "addOn",
        AddOns = "addOns",
        Allowance = "allowance",
        Amount = "amount",
        Anchor = "anchor",
        Answered = "answered",
        Answers = "answers",
        At = "at",
        Available = "available",
        Balance = "balance",
        BalanceAfter = "balanceAfter",
        BalanceUsed = "balanceUsed",
        Bands = "bands",
        Base = "base",
        Basis = "basis",
        Because = "because",
        Begun = "begun",
        Bill = "bill",
        Bought = "bought",
        Bundle = "bundle",
        Cancel = "cancel",
        Cap = "cap",
        Cause = "cause",
        Change = "change",
        ChangeDay = "changeDay",
        Changed = "changed",
        Charge = "charge",
        Code = "code",
        Collect = "collect",
        Comparison = "comparison",
        Converted = "converted",
        Count = "count",
        Credit = "credit",
        Credited = "credited",
        Currency = "currency",
        Current = "current",
        Cut = "cut",
        Cycle = "cycle",
        Daily = "daily",
        Days = "days",
        Deactivation = "deactivation",
        Deferred = "deferred",
        Digits = "digits",
        Direction = "direction",
        Discount = "discount",
        Discounted = "discounted",
        Discounts = "discounts",
        Downgrade = "downgrade",
        DueNow = "dueNow",
        Earlier = "earlier",
        Effective = "effective",
        EffectiveAt = "effectiveAt",
        End = "end",
        Engine = "engine",
        Exact = "exact",
        Excess = "excess",
        ExpiresAt = "expiresAt",
        Extension = "extension",
        Extra = "extra",
        ExtraOperations = "extraOperations",
        Factor = "factor",
        FactorDigits = "factorDigits",
        FactorRounding = "factorRounding",
        Features = "features",
        FlatAmount = "flatAmount",
        Forfeited = "forfeited",
        Free = "free",
        From = "from",
        Full = "full",
        FutureGrants = "futureGrants",
        GraceDays = "graceDays",
        Grant = "grant",
        Granted = "granted",
        Grants = "grants",
        Id = "id",
        Included = "included",
        Inclusive = "inclusive",
        IndividualSubscription = "individualSubscription",
        Interval = "interval",
        Keep = "keep",
        KeepTeams = "keepTeams",
        Kind = "kind",
        Left = "left",
        Limit = "limit",
        Lines = "lines",
        Lost = "lost",
        Max = "max",
        MaxAge = "maxAge",
        MaxPerPeriod = "maxPerPeriod",
        MaxSkew = "maxSkew",
        Members = "members",
        Message = "message",
        Metadata = "metadata",
        Min = "min",
        MinimumCharge = "minimumCharge",
        Mode = "mode",
        Name = "name",
        New = "new",
        Next = "next",
        Now = "now",
        Of = "of",
        Old = "old",
        On = "on",
        OnSale = "onSale",
        Operands = "operands",
        Operations = "operations",
        OperationsPerDay = "operationsPerDay",
        PackageSize = "packageSize",
        Paid = "paid",
        Path = "path",
        Per = "per",
        PerMonth = "perMonth",
        PerYear = "perYear",
        Percent = "percent",
        Period = "period",
        Periods = "periods",
        Plan = "plan",
        Plans = "plans",
        Policy = "policy",
        Preset = "preset",
        Preview = "preview",
        Price = "price",
        Prices = "prices",
        Problem = "problem",
        Problems = "problems",
        Proration = "proration",
        Quantity = "quantity",
        Rate = "rate",
        Received = "received",
        Recurring = "recurring",
        Refund = "refund",
        Remaining = "remaining",
        Remove = "remove",
        RemoveMembers = "removeMembers",
        Renew = "renew",
        Required = "required",
        Resets = "resets",
        ResetsAt = "resetsAt",
        Rounding = "rounding",
        Scheduled = "scheduled",
        Seats = "seats",
        SeatsAdded = "seatsAdded",
        SeatsRemoved = "seatsRemoved",
        Share = "share",
        Since = "since",
        Start = "start",
        Status = "status",
        Step = "step",
        Subject = "subject",
        Subtotal = "subtotal",
        Surcharge = "surcharge",
        Tax = "tax",
        Taxes = "taxes",
        Teams = "teams",
        Tiers = "tiers",
        To = "to",
        ToBalance = "toBalance",
        Total = "total",
        Transferred = "transferred",
        Trial = "trial",
        TrialEnd = "trialEnd",
        Uncapped = "uncapped",
        Unit = "unit",
        UnitAmount = "unitAmount",
        Until = "until",
        Unused = "unused",
        UnusedOperations = "unusedOperations",
        UnusedTime = "unusedTime",
        Upgrade = "upgrade",
        Used = "used",
        Value = "value",
        Warnings = "warnings",
        Withdraw = "withdraw",
        WorthLater = "worthLater",
        WorthNow = "worthNow",
    }
    /// A word that stands as a value.
    enum Word {
        // The codes of problems, in their order.
        UnknownKey = "unknown_key",
        Missing = "missing",
        WrongType = "wrong_type",
        UnknownWord = "unknown_word",
        Empty = "empty",
        Conflict = "conflict",
        TooLarge = "too_large",
        TooDeep = "too_deep",
        InvalidAmount = "invalid_amount",
        TooManyDecimals = "too_many_decimals",
        Negative = "negative",
        OutOfRange = "out_of_range",
        InvalidTimestamp = "invalid_timestamp",
        InvalidInterval = "invalid_interval",
        InvalidBands = "invalid_bands",
        DuplicateId = "duplicate_id",
        DuplicatePrice = "duplicate_price",
        AmbiguousPrice = "ambiguous_price",
        UnknownCurrency = "unknown_currency",
        UnknownPreset = "unknown_preset",
        UnknownPlan = "unknown_plan",
        UnknownInterval = "unknown_interval",
        UnknownTier = "unknown_tier",
        UnknownPrice = "unknown_price",
        UnknownAddOn = "unknown_add_on",
        UnknownDiscount = "unknown_discount",
        UnknownTeam = "unknown_team",
        PeriodReversed = "period_reversed",
        ZeroLengthPeriod = "zero_length_period",
        OutsidePeriod = "outside_period",
        OffsetRequired = "offset_required",
        AllowanceZero = "allowance_zero",
        SeatsBelowMinimum = "seats_below_minimum",
        SeatsAboveMaximum = "seats_above_maximum",
        NotForSale = "not_for_sale",
        NotOffered = "not_offered",
        BelowMinimum = "below_minimum",
        AboveMaximum = "above_maximum",
        NotABundle = "not_a_bundle",
        NothingScheduled = "nothing_scheduled",
        NoSubscription = "no_subscription",
        NotExpired = "not_expired",
        Stale = "stale",
        Future = "future",
        Unanswered = "unanswered",
        // Whose they are.
        Document = "document",
        Change = "change",
        Refusal = "refusal",
        // What a line is.
        Charge = "charge",
        UnusedTime = "unused_time",
        UnusedOperations = "unused_operations",
        FutureGrants = "future_grants",
        Difference = "difference",
        AddOn = "add_on",
        ExtraOperations = "extra_operations",
        Discount = "discount",
        Tax = "tax",
        CreditExcess = "credit_excess",
        Rounding = "rounding",
        // Why.
        FullPeriod = "full_period",
        RemainingTime = "remaining_time",
        Deferred = "deferred",
        // What limited it.
        Bill = "bill",
        Total = "total",
        Paid = "paid",
        // Which way.
        New = "new",
        Upgrade = "upgrade",
        Downgrade = "downgrade",
        Cancel = "cancel",
        Renew = "renew",
        None = "none",
        // Decided by what.
        Plan = "plan",
        Tier = "tier",
        Interval = "interval",
        Seats = "seats",
        AddOns = "add_ons",
        Price = "price",
        BillingDay = "billing_day",
        Withdraw = "withdraw",
        // Rows of the comparison.
        Amount = "amount",
        PerMonth = "per_month",
        PerYear = "per_year",
        Teams = "teams",
        PeriodEnd = "period_end",
        // Required actions, and what is acknowledged.
        ChooseTeams = "choose_teams",
        RemoveMembers = "remove_members",
        Acknowledge = "acknowledge",
        Forfeit = "forfeit",
        Billing = "billing",
        // Warnings.
        PrepaidValueLost = "prepaid_value_lost",
        DuplicateBilling = "duplicate_billing",
        OperationsAboveLimit = "operations_above_limit",
        TierArbitrage = "tier_arbitrage",
        AnnualToShorter = "annual_to_shorter",
        ScheduledChangeStands = "scheduled_change_stands",
        ScheduledChangeReplaced = "scheduled_change_replaced",
        // Losses.
        CreditAboveBill = "credit_above_bill",
        NegativeTotal = "negative_total",
        // Time.
        Day = "day",
        Week = "week",
        Month = "month",
        Year = "year",
        Now = "now",
        Keep = "keep",
        Restart = "restart",
        // A subscription.
        Expired = "expired",
        Trial = "trial",
        Seat = "seat",
        Graduated = "graduated",
        Volume = "volume",
        Package = "package",
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, LIST};

    #[test]
    fn names_of_fields_are_ordered_and_found() {
        for key in Key::ALL {
            assert_eq!(Key::number(key.as_str()), Some(key.place()));
            assert_eq!(LIST.get(key.place() as usize), Some(&key.as_str()));
        }
        assert_eq!(Key::number("surprise"), None);
    }
}
