//! Sorting by positions, once for every kind of thing.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// The positions `0..count` in the order of what stands there; equal ones keep their order. One copy of
/// a sort is a tenth of the binary, so all share this one.
#[inline(never)]
pub fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_unstable_by(|left, right| compare(*left, *right).then(left.cmp(right)));
    positions
}

/// Pairs of equal things: the first of each and another one, ordered by the other.
pub fn repeated(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let sorted = positions(count, compare);
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut first: Option<usize> = None;
    for position in sorted {
        match first {
            Some(first) if compare(first, position) == Ordering::Equal => pairs.push((first, position)),
            _ => first = Some(position),
        }
    }
    positions_of_pairs(&mut pairs);
    pairs
}

/// Few, so that the simplest sort does.
fn positions_of_pairs(pairs: &mut [(usize, usize)]) {
    for end in 1..pairs.len() {
        for at in (1..=end).rev() {
            let earlier = at.saturating_sub(1);
            let swapped = matches!((pairs.get(earlier), pairs.get(at)), (Some(left), Some(right)) if left.1 > right.1);
            if !swapped {
                break;
            }
            pairs.swap(earlier, at);
        }
    }
}
