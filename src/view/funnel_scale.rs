//! Where the marks and lines of a funnel stand. Roots and fractions of a pixel are for drawing alone: whether a unit lies
//! outside is decided by whole numbers elsewhere.
#![expect(clippy::float_arithmetic, reason = "what is drawn needs no more than a pixel")]

use crate::analysis::Funnel;

/// Heights in pixels: where the drawing begins and ends.
pub(super) const TOP: u16 = 12;
pub(super) const BOTTOM: u16 = 300;
/// Where it begins and ends across, in percent of the width: the percentages stand to its left.
pub(super) const LEFT: u16 = 12;
pub(super) const RIGHT: u16 = 98;

/// Giới hạn: the lines that are drawn, each with its class.
const LIMITS: [(f64, &str); 4] =
    [(1.96, "funnel-inner"), (-1.96, "funnel-inner"), (3.09, "funnel-outer"), (-3.09, "funnel-outer")];

/// A share for drawing.
#[expect(clippy::cast_precision_loss, reason = "what is drawn needs no more than a pixel")]
fn share(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// A length as it is written in a drawing. The library's printing of binary fractions is 13 kB of code that nothing else calls.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths of a drawing are small and positive"
)]
fn length(value: f64) -> String {
    let hundredths = (100.0 * value).round() as u32;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Thang đo: the percentages between which is drawn, whole tens, and the dossiers up to which.
pub(super) struct Scale {
    least: u8,
    most: u8,
    /// The most dossiers of a unit.
    dossiers: u64,
    /// The rate of all.
    centre: f64,
}

impl Scale {
    /// All units, with the outer limits of the smallest one as far as they lie within 15 percentage points beyond.
    pub(super) fn of(funnel: &Funnel) -> Self {
        let shares: Vec<f64> = funnel.units.iter().map(|unit| 100.0 * share(unit.part, unit.whole)).collect();
        let lowest = shares.iter().copied().fold(100.0, f64::min);
        let highest = shares.iter().copied().fold(0.0, f64::max);
        let smallest = funnel.units.iter().map(|unit| unit.whole).min().unwrap_or(1);
        let centre = share(funnel.part, funnel.whole);
        let wide = (309.0 * (centre * (1.0 - centre) / share(smallest, 1)).sqrt()).min(15.0);
        let least = (lowest.min(100.0 * centre - wide) - 3.0).max(0.0) / 10.0;
        let most = (highest.max(100.0 * centre + wide) + 3.0).min(100.0) / 10.0;
        let tens = |value: f64| (0..=10_u8).filter(|ten| f64::from(*ten) <= value).max().unwrap_or(0) * 10;
        let dossiers = funnel.units.iter().map(|unit| unit.whole).max().unwrap_or(1);
        Self { least: tens(least), most: tens(most + 0.999), dossiers, centre }
    }

    /// How high a share stands, 0 at the foot and 1 at the top.
    fn height(&self, share: f64) -> f64 {
        let (least, most) = (f64::from(self.least), f64::from(self.most));
        ((100.0 * share - least) / (most - least).max(1.0)).clamp(0.0, 1.0)
    }

    /// How far down a share of a whole stands, in pixels.
    pub(super) fn down(&self, part: u64, whole: u64) -> String {
        self.pixels(share(part, whole))
    }

    fn pixels(&self, share: f64) -> String {
        let (top, bottom) = (f64::from(TOP), f64::from(BOTTOM));
        length(bottom - (bottom - top) * self.height(share))
    }

    /// How far across so many dossiers stand, in percent of the width.
    pub(super) fn across(&self, dossiers: u64) -> String {
        let (left, right) = (f64::from(LEFT), f64::from(RIGHT));
        length(left + (right - left) * share(dossiers, self.dossiers)) + "%"
    }

    /// At which end a label stands at so many dossiers, so that it stays within the drawing.
    pub(super) fn anchor(&self, dossiers: u64) -> &'static str {
        match share(dossiers, self.dossiers) {
            x if x > 0.75 => "end",
            x if x < 0.25 => "start",
            _ => "middle",
        }
    }

    /// Which names have room beside their marks, the first having the right of way: the drawing is taken for 640 pixels wide,
    /// a letter for 7. Each is a part, its whole, and the name.
    pub(super) fn with_room(&self, names: &[(u64, u64, &str)]) -> Vec<bool> {
        let mut taken: Vec<(f64, f64, f64)> = Vec::new();
        let mut room = Vec::new();
        for (part, whole, name) in names {
            let (left, right) = (f64::from(LEFT), f64::from(RIGHT));
            let x = 6.4 * (left + (right - left) * share(*whole, self.dossiers));
            let y = (f64::from(BOTTOM) - f64::from(TOP)) * (1.0 - self.height(share(*part, *whole)));
            let wide = 7.0 * share(name.chars().count() as u64, 1);
            let from = match self.anchor(*whole) {
                "start" => x,
                "end" => x - wide,
                _ => x - wide / 2.0,
            };
            let clashes =
                |other: &(f64, f64, f64)| from < other.1 && other.0 < from + wide && (y - other.2).abs() < 14.0;
            let free = !taken.iter().any(clashes);
            if free {
                taken.push((from, from + wide, y));
            }
            room.push(free);
        }
        room
    }

    /// The limits as paths in hundredths of the drawing, each with its class.
    pub(super) fn limits(&self) -> impl Iterator<Item = (&'static str, String)> {
        LIMITS.into_iter().map(|(deviations, class)| (class, self.curve(deviations)))
    }

    /// One limit, from few dossiers to most.
    fn curve(&self, deviations: f64) -> String {
        let mut path = String::new();
        for step in 1..=60_u32 {
            let x = f64::from(step) / 60.0;
            let dossiers = share(self.dossiers, 1) * x;
            let limit = self.centre + deviations * (self.centre * (1.0 - self.centre) / dossiers.max(1.0)).sqrt();
            let y = 100.0 * (1.0 - self.height(limit));
            path += if step == 1 { "M" } else { " L" };
            path += &length(100.0 * x);
            path.push(' ');
            path += &length(y);
        }
        path
    }

    /// Percentages that are written at the side: every ten, or every twenty of many.
    pub(super) fn ticks(&self) -> impl Iterator<Item = (u8, String)> {
        let step = if self.most - self.least > 50 { 20 } else { 10 };
        (self.least..=self.most).step_by(step).map(|tick| (tick, self.pixels(f64::from(tick) / 100.0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::FunnelUnit;
    use crate::analysis::Side;
    use crate::domain::Component;

    #[test]
    fn a_limit_closes_in_as_dossiers_grow() {
        // Around 50 % of 3.600 dossiers at the right end: 1,96 · √(0,25 / 3.600) = 1,63 %, drawn 51,63 from the top.
        let path = Scale { least: 0, most: 100, dossiers: 3_600, centre: 0.5 }.curve(-1.96);
        assert!(path.ends_with(" L100.00 51.63"), "{path}");
        // At the left end 60 dossiers: 1,96 · √(0,25 / 60) = 12,65 %.
        assert!(path.starts_with("M1.67 62.65 L"), "{path}");
        // Between 40 and 60 % the same limit, 48,37 %, stands (60 - 48,37) / 20 from the top.
        let path = Scale { least: 40, most: 60, dossiers: 3_600, centre: 0.5 }.curve(-1.96);
        assert!(path.ends_with(" L100.00 58.17"), "{path}");
    }

    #[test]
    fn of_two_names_that_would_cover_each_other_the_first_stands() {
        let scale = Scale { least: 0, most: 100, dossiers: 1_000, centre: 0.5 };
        // Half way across both stand around 352 pixels; 5 % of 288 pixels are 14,4, 4 % are 11,5.
        let names = [(250, 500, "Bảo Thắng"), (230, 500, "Si Ma Cai"), (225, 500, "Văn Bàn"), (250, 1_000, "Bắc Hà")];
        assert_eq!(scale.with_room(&names), [true, false, true, true]);
    }

    #[test]
    fn the_scale_holds_every_unit_in_whole_tens() {
        let unit = |part, whole| FunnelUnit {
            id: crate::units::UnitId::new("bac-ha").unwrap(),
            part,
            whole,
            side: Side::Within,
        };
        let of = |part, whole, units| Scale::of(&Funnel { component: Component::B, part, whole, units });
        // 24 to 62 %, three to spare: from 20 to 70.
        let scale = of(400, 1_000, vec![unit(24, 100), unit(62, 100), unit(314, 800)]);
        assert_eq!((scale.least, scale.most), (20, 70));
        assert_eq!(scale.ticks().map(|(tick, _)| tick).collect::<Vec<_>>(), [20, 30, 40, 50, 60, 70]);
        // 20 % at the foot, 70 % at the top; 400 of 800 dossiers in the middle of 12 to 98 %.
        assert_eq!(
            (scale.down(20, 100), scale.down(70, 100), scale.across(400)),
            ("300.00".into(), "12.00".into(), "55.00%".into())
        );
        assert_eq!((scale.anchor(100), scale.anchor(400), scale.anchor(800)), ("start", "middle", "end"));
        let scale = of(50, 100, vec![unit(0, 20), unit(50, 60), unit(20, 20)]);
        assert_eq!((scale.least, scale.most, scale.ticks().count()), (0, 100, 6));
    }
}
