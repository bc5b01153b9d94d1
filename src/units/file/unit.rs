//! A line of a catalogue's file, read as a unit.

use super::Fault;
use super::Reading;
use super::column::Column;
use super::lines::Line;
use crate::domain::Group;
use crate::domain::Map;
use crate::text::squash;
use crate::units::Comparison;
use crate::units::Unit;
use crate::units::UnitCode;
use crate::units::UnitId;
use crate::units::UnitType;
use crate::units::kind::Bare;
use crate::units::name::Name;

impl Reading {
    /// The unit of a line; `None` when it lacks what every unit has, which is told.
    pub(super) fn unit(&mut self, (line, cells): &Line, columns: &Map<Column, usize>) -> Option<Unit> {
        let line = *line;
        for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            if columns.values().all(|column| *column != at) {
                self.tell(line, None, Fault::TooManyCells(cell.clone()));
            } else if cell.split('|').any(|part| part.trim().starts_with(['=', '+', '-', '@'])) {
                self.tell(line, None, Fault::Formula(cell.clone()));
            }
        }
        let cell = |column| columns.get(&column).and_then(|at| cells.get(*at)).map_or("", String::as_str);
        let list = |column| -> Vec<String> {
            cell(column).split('|').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
        };
        let id = self.id(line, Column::Id, cell(Column::Id));
        let kind = self.word(line, Column::Kind, cell(Column::Kind), &UnitType::ALL, UnitType::label);
        let group = self.word(line, Column::Group, cell(Column::Group), &Group::ALL, Group::label);
        let bare = self.optional(line, Column::Bare, cell(Column::Bare), &Bare::ALL, Bare::label);
        let comparison =
            self.optional(line, Column::Comparison, cell(Column::Comparison), &Comparison::ALL, Comparison::label);
        let name = self.name(line, cell(Column::Name), kind);
        let ids = |reading: &mut Self, column| -> Vec<UnitId> {
            list(column).iter().filter_map(|word| reading.id(line, column, word)).collect()
        };
        let (predecessors, successors) = (ids(self, Column::Predecessors), ids(self, Column::Successors));
        let valid_from = self.day(line, Some(Column::From), cell(Column::From));
        let valid_to = self.day(line, Some(Column::To), cell(Column::To));
        if matches!((valid_from, valid_to), (Some(from), Some(to)) if to < from) {
            self.tell(line, Some(Column::To), Fault::DaysReversed);
        }
        let codes = list(Column::Code);
        for code in &codes {
            if UnitCode::parse(code.strip_suffix(".*").unwrap_or(code)).is_none() {
                self.tell(line, Some(Column::Code), Fault::BadCode(code.clone()));
            }
        }
        let gso = self.gso(line, cell(Column::Gso));
        for column in [Column::Abbreviation, Column::Aliases, Column::Former] {
            for word in list(column).into_iter().filter(|word| squash(word).is_empty()) {
                self.tell(line, Some(column), Fault::NoName(word));
            }
        }
        let name = name?;
        Some(Unit {
            id: id?,
            short: if cell(Column::Short).is_empty() { name.clone() } else { cell(Column::Short).to_owned() },
            name,
            kind: kind?,
            group: group?,
            abbreviation: cell(Column::Abbreviation).to_owned(),
            code: codes.join("|"),
            gso,
            aliases: list(Column::Aliases),
            former: list(Column::Former),
            origin: cell(Column::Origin).to_owned(),
            predecessors,
            successors,
            comparison,
            valid_from,
            valid_to,
            source: cell(Column::Source).to_owned(),
            bare: bare.unwrap_or_default(),
        })
    }

    /// The name, which must leave something once its type is taken away, and say no other type.
    fn name(&mut self, line: u64, name: &str, kind: Option<UnitType>) -> Option<String> {
        let parsed = Name::parse(name);
        if name.is_empty() {
            self.tell(line, Some(Column::Name), Fault::Empty);
            return None;
        }
        if squash(&parsed.core).is_empty() {
            self.tell(line, Some(Column::Name), Fault::NoName(name.to_owned()));
            return None;
        }
        if let (Some(said), Some(kind)) = (parsed.kind, kind)
            && said != kind
        {
            let fault = Fault::OtherType { name: name.to_owned(), said: said.label() };
            self.tell(line, Some(Column::Name), fault);
        }
        Some(name.to_owned())
    }

    /// The statistics office's number, with the leading zeros that Excel takes away.
    fn gso(&mut self, line: u64, text: &str) -> String {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        match text.len() {
            0 => String::new(),
            1..=3 if digits => format!("{text:0>3}"),
            4..=5 if digits => format!("{text:0>5}"),
            _ => {
                self.tell(line, Some(Column::Gso), Fault::BadGso(text.to_owned()));
                String::new()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::units::file::tests::problems;

    #[test]
    fn every_problem_names_its_line_and_column() {
        #[track_caller]
        fn case(line: &str, expected: &[&str]) {
            let problems = problems(line);
            assert_eq!(problems.len(), expected.len(), "{line}: {problems:?}");
            for (problem, expected) in problems.iter().zip(expected) {
                assert!(problem.starts_with(expected), "{problem} is not {expected}");
            }
        }
        case("xa-a;UBND xã A;xã;cấp xã", &[]);
        case("Xã A;UBND xã A;xã;cấp xã", &["Dòng 4, cột «mã»: «Xã A» không dùng làm mã được"]);
        case(";UBND xã A;xã;cấp xã", &["Dòng 4, cột «mã»: Ô trống"]);
        case("xa-a;;xã;cấp xã", &["Dòng 4, cột «tên»: Ô trống"]);
        case("xa-a;UBND;xã;cấp xã", &["Dòng 4, cột «tên»: «UBND» không phải tên riêng"]);
        case(
            "xa-a;UBND xã A;xãa;cấp xã",
            &[
                "Dòng 4, cột «loại»: «xãa» không có trong các giá trị được dùng. Hãy ghi một trong: «sở», «ban», «huyện»",
            ],
        );
        case("xa-a;UBND xã A;xã;", &["Dòng 4, cột «nhóm»: Ô trống"]);
        case("xa-a;UBND xã A;phường;cấp xã", &["Dòng 4, cột «tên»: Tên «UBND xã A» là của loại «xã»"]);
        case("xa-a;UBND xã A;xã;cấp xã;;38.5", &["Dòng 4, cột «mã cổng»: «38.5» không phải mã định danh"]);
        case("xa-a;UBND xã A;xã;cấp xã;;;2A", &["Dòng 4, cột «mã GSO»: «2A» không phải mã đơn vị"]);
        case("xa-a;UBND xã A;xã;cấp xã;;;;hôm qua", &["Dòng 4, cột «từ ngày»: «hôm qua» không phải ngày"]);
        case("xa-a;UBND xã A;xã;cấp xã;;;;02/7/2025;01/7/2025", &["Dòng 4, cột «đến ngày»: Ngày kết thúc ở trước"]);
        case("xa-a;UBND xã A;xã;cấp xã;;;;;;thừa", &["Dòng 4: Dòng có nhiều ô hơn dòng tiêu đề, thừa «thừa»"]);
        case("xa-a;UBND xã A;xã;cấp xã;=1+1", &["Dòng 4: «=1+1» bắt đầu bằng dấu"]);
        case(
            "xa-a;UBND xã A;xã;cấp xã;A Bình|-",
            &["Dòng 4: «A Bình|-» bắt đầu bằng dấu", "Dòng 4, cột «tên khác»: «-»"],
        );
        // All of them at once, and the lines that are right do not hide the others.
        case(
            "a b;UBND xã A;xã;cấp xã\r\nxa-b;UBND xã B;xã;cấp xã\n\nxa-c;UBND xã C;làng;cấp xã",
            &["Dòng 4, cột «mã»", "Dòng 7, cột «loại»"],
        );
    }
}
