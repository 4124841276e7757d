//! Sorting by positions, once for every kind of thing.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// The positions `0..count` in the order of what stands there; equal ones keep their order. Runs are merged in
/// pairs, since the sort of the standard library is as large as all the arithmetic of this crate.
#[inline(never)]
pub fn positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..count).collect();
    let mut run = 1_usize;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in sorted.chunks(run.saturating_mul(2)) {
            let (mut left, mut right) = pair.split_at_checked(run).unwrap_or((pair, &[]));
            while let ([one, left_rest @ ..], [other, right_rest @ ..]) = (left, right) {
                if compare(*one, *other) == Ordering::Greater {
                    merged.push(*other);
                    right = right_rest;
                } else {
                    merged.push(*one);
                    left = left_rest;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        sorted = merged;
        run = run.saturating_mul(2);
    }
    sorted
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
