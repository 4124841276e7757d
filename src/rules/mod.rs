//! The rules alone: pure functions of their operands, each met once on the way of the data.

pub mod credit_conversion;
pub mod extra_operations;
pub mod operations_transfer;
pub mod proration;
pub mod tiers;
