//! Two workloads beside each other: noise that hits one hits the other.

use std::time::Instant;

/// What came out: nanoseconds for one item of each, and the median of the rounds' ratios.
#[derive(Clone, Copy)]
pub struct Pair {
    pub ours: f64,
    pub peer: f64,
    pub ratio: f64,
}

const ROUNDS: usize = 201;
const ROUND_SECONDS: f64 = 0.002;

/// Runs both in turn, in either order, for about 2 ms each, 201 times. Each call works through `items` items.
pub fn beside(items: usize, mut ours: impl FnMut(), mut peer: impl FnMut()) -> Pair {
    let (ours_calls, peer_calls) = (calls(&mut ours), calls(&mut peer));
    let per_item = |seconds: f64, calls: usize| seconds * 1e9 / (calls * items) as f64;
    let mut rounds = Vec::new();
    for round in 0..ROUNDS {
        let (mine, theirs);
        if round % 2 == 0 {
            mine = seconds(&mut ours, ours_calls);
            theirs = seconds(&mut peer, peer_calls);
        } else {
            theirs = seconds(&mut peer, peer_calls);
            mine = seconds(&mut ours, ours_calls);
        }
        rounds.push((per_item(mine, ours_calls), per_item(theirs, peer_calls)));
    }
    Pair {
        ours: median(rounds.iter().map(|round| round.0)),
        peer: median(rounds.iter().map(|round| round.1)),
        ratio: median(rounds.iter().map(|round| round.0 / round.1)),
    }
}

pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn calls(work: &mut impl FnMut()) -> usize {
    let mut calls = 1;
    while seconds(work, calls) < ROUND_SECONDS {
        calls *= 2;
    }
    calls
}

fn seconds(work: &mut impl FnMut(), calls: usize) -> f64 {
    let begun = Instant::now();
    for _ in 0..calls {
        work();
    }
    begun.elapsed().as_secs_f64()
}
