//! The last issued appendix against the present figures: every difference, told and not judged.

use crate::analysis::Report;
use crate::analysis::Snapshot;
use crate::domain::Group;
use crate::domain::Map;
use crate::domain::Percent;
use crate::domain::Set;
use crate::text::numbers::print_count;
use crate::text::numbers::print_exact_percent;
use crate::text::numbers::told;
use crate::units::UnitId;

/// Đối chiếu: an issued appendix held against the present figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconciled {
    /// The appendix, by the name of its file.
    pub name: String,
    /// What has to be known before its differences are read, in sentences.
    pub told: Vec<String>,
    /// The provincial percentage that was issued and that of now, where both are known and differ.
    pub province: Option<(Percent, Percent)>,
    /// What it says otherwise of units.
    pub found: Vec<Difference>,
}

impl Reconciled {
    /// Whether it says nothing otherwise.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.found.is_empty() && self.province.is_none()
    }
}

/// Khác biệt: one thing that an issued appendix says otherwise than the present figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The unit.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// What differs: `percent`, `percent_note`, `rank`, `certified_copies`, `copies_note`, `unit`.
    pub what: &'static str,
    /// What was issued, as printed; `None` where nothing was.
    pub issued: Option<String>,
    /// What stands now, as printed; `None` where nothing does.
    pub present: Option<String>,
}

impl Difference {
    /// What an officer calls what differs.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self.what {
            "percent" => "tỷ lệ %",
            "percent_note" => "ghi chú của tỷ lệ",
            "rank" => "xếp hạng",
            "certified_copies" => "số chứng thực điện tử",
            "copies_note" => "ghi chú của số chứng thực",
            _ => "có trong bảng",
        }
    }
}

/// Why everything may differ: the two are of different periods.
fn of_other_days(present: &Snapshot, issued: &Snapshot) -> Option<String> {
    let (now, then) = super::like::of_one_kind(present, issued).filter(|(now, then)| now != then)?;
    Some(format!(
        "bản đã phát hành là của kỳ {}, số liệu này của kỳ {}: khác biệt dưới đây có thể chỉ vì khác kỳ. Hãy đối chiếu với bản của cùng kỳ.",
        then.printed(),
        now.printed()
    ))
}

/// Groups whose ranks were not printed and cannot be reckoned either: one percentage that could not be read moves all below it.
fn without_ranks<'all>(
    present: &'all Snapshot,
    issued: &'all Snapshot,
    same: &'all Map<Group, bool>,
) -> impl Iterator<Item = String> + 'all {
    let ranks = |snapshot: &Snapshot, group: Group| {
        snapshot.units.iter().any(|unit| unit.group == group && unit.rank.is_some())
    };
    let is_printed = |group: Group| issued.units.iter().any(|unit| unit.group == group && unit.printed_rank.is_some());
    let is_open = move |group: &Group| {
        let both = ranks(present, *group) && ranks(issued, *group) && !is_printed(*group);
        both && same.get(group) == Some(&false)
    };
    Group::ALL.into_iter().filter(is_open).map(|group| {
        format!(
            "{}: các đơn vị có tỷ lệ % đọc được trong bản đã phát hành không đúng là các đơn vị có tỷ lệ % hiện nay, nên không đối chiếu hạng. Hãy xem tên đơn vị hoặc ô trống trong bản ấy.",
            group.label()
        )
    })
}

/// The differences between what was issued and the report, of the groups that were issued, in the order of the report; units that only one of them has
/// come last.
#[must_use]
pub fn reconcile(report: &Report, issued: &Snapshot) -> Reconciled {
    let present = Snapshot::of(report, "");
    // What was printed is rounded: points of 22 are not.
    let (decimals, rougher) = (issued.decimals(), issued.is_rougher(&present));
    let is_printed = |then: Option<Percent>, now: Option<Percent>| {
        then.zip(now).is_some_and(|(then, now)| now.rounded(decimals) == then || told(now) == told(then))
    };
    let same = super::same_sets(&present, issued);
    let mut differences = Vec::new();
    // An appendix of the districts says nothing of departments.
    let groups: Set<Group> = issued.units.iter().map(|unit| unit.group).collect();
    for now in present.units.iter().filter(|now| groups.contains(&now.group)) {
        let mut tell = |what, issued: Option<String>, present: Option<String>| {
            if issued != present {
                differences.push(Difference { id: now.id.clone(), name: now.name.clone(), what, issued, present });
            }
        };
        let Some(then) = issued.unit(&now.id) else {
            tell("unit", None, Some("có".to_owned()));
            continue;
        };
        let agrees = is_printed(then.percent, now.percent);
        if !agrees {
            tell("percent", then.percent.map(print_exact_percent), now.percent.map(print_exact_percent));
        }
        // Another remark says nothing of a note, but where one stands now the paper was not empty.
        let [remark, of_copies] = &then.remarks;
        let shown = |note: &Option<String>, remark: &Option<String>, now: &Option<String>| {
            note.clone().or_else(|| remark.clone().filter(|_| now.is_some()))
        };
        let was = shown(&then.percent_note, remark, &now.percent_note);
        tell("percent_note", was, now.percent_note.clone());
        // A row whose percentage stands has nothing to put right: its rank moved with another's.
        let is_known = !agrees && same.get(&now.group) == Some(&true) && !then.may_rank(now.rank, rougher);
        let was = then.printed_rank.or(then.rank.filter(|_| is_known));
        if was.is_some() && (then.rank.is_some() || now.rank.is_some()) {
            tell("rank", was.map(|rank| rank.to_string()), now.rank.map(|rank| rank.to_string()));
        }
        tell("certified_copies", then.certified_copies.map(print_count), now.certified_copies.map(print_count));
        let was = shown(&then.copies_note, of_copies, &now.copies_note);
        tell("copies_note", was, now.copies_note.clone());
    }
    for then in issued.units.iter().filter(|then| present.unit(&then.id).is_none()) {
        let issued = Some("có".to_owned());
        let (id, name) = (then.id.clone(), then.name.clone());
        differences.push(Difference { id, name, what: "unit", issued, present: None });
    }
    let told = of_other_days(&present, issued).into_iter().chain(without_ranks(&present, issued, &same));
    let told = told.chain(issued.told.iter().cloned()).collect();
    // One figure alone may be printed to more places than those of the units.
    let is_rounded = |(then, now): &(Percent, Percent)| (decimals..=6).any(|places| now.rounded(places) == *then);
    let both = issued.province.percent.zip(present.province.percent);
    let province = both.filter(|both| !is_rounded(both) && !is_printed(Some(both.0), Some(both.1)));
    Reconciled { name: issued.name.clone(), told, province, found: differences }
}
