//! The one table at the end.

use crate::measure::Pair;

/// One row: a number that is to stay at or below `reach`, and if possible below `aim`.
pub struct Row {
    what: String,
    ours: String,
    peer: String,
    value: f64,
    unit: &'static str,
    reach: f64,
    aim: Option<f64>,
}

#[derive(Default)]
pub struct Table(Vec<Row>);

impl Table {
    /// A ratio of two times.
    pub fn ratio(&mut self, what: &str, pair: Pair, reach: f64, aim: impl Into<Option<f64>>) {
        let (ours, peer) = (time(pair.ours), time(pair.peer));
        self.push(what, ours, peer, pair.ratio, "×", reach, aim.into());
    }

    /// A number that has no peer.
    pub fn number(&mut self, what: &str, value: f64, unit: &'static str, reach: f64, aim: impl Into<Option<f64>>) {
        self.push(what, String::new(), String::new(), value, unit, reach, aim.into());
    }

    #[expect(clippy::too_many_arguments, reason = "a row has so many columns")]
    pub fn push(
        &mut self,
        what: &str,
        ours: String,
        peer: String,
        value: f64,
        unit: &'static str,
        reach: f64,
        aim: Option<f64>,
    ) {
        eprintln!("  {what}: {value:.2}{unit}");
        self.0.push(Row { what: what.to_owned(), ours, peer, value, unit, reach, aim });
    }

    pub fn print(&self) {
        let head = ["what", "ours", "peer", "value", "reach", "[aim]", ""].map(str::to_owned);
        let lines: Vec<[String; 7]> = std::iter::once(head).chain(self.0.iter().map(Row::cells)).collect();
        let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
        let widths: [usize; 7] = std::array::from_fn(width);
        println!();
        for (i, line) in lines.iter().enumerate() {
            let cells = line.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}"));
            println!("| {} |", cells.collect::<Vec<_>>().join(" | "));
            if i == 0 {
                println!("|{}|", widths.map(|width| "-".repeat(width + 2)).join("|"));
            }
        }
    }
}

impl Row {
    fn cells(&self) -> [String; 7] {
        let number = |value: f64| {
            format!("{}{}", if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.2}") }, self.unit)
        };
        let verdict = match self.aim {
            Some(aim) if self.value <= aim => "aim met",
            _ if self.value <= self.reach => "met",
            _ => "SHORT",
        };
        let aim = self.aim.map_or(String::new(), |aim| format!("[{}]", number(aim)));
        let reach = format!("≤ {}", number(self.reach));
        [self.what.clone(), self.ours.clone(), self.peer.clone(), number(self.value), reach, aim, verdict.to_owned()]
    }
}

fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        ..1000.0 => format!("{nanoseconds:.1} ns"),
        ..1e6 => format!("{:.2} µs", nanoseconds / 1e3),
        _ => format!("{:.2} s", nanoseconds / 1e9),
    }
}
