//! A catalogue's file, read and written: a table as Excel saves it, with four lines above its header that say what the
//! catalogue is.
//!
//! The separator may be `;`, `,` or TAB, a byte order mark and a `sep=` line are passed over, columns may stand in any
//! order, and headers and words may lack their marks. Only `mã`, `tên`, `loại` and `nhóm` must be there. Excel takes
//! leading zeros from numbers and turns days round to its own form: both are understood. All problems are told at once.

mod column;
mod fault;
mod head;
mod lines;
mod shared;
mod unit;
mod word;
mod write;

pub use fault::CatalogueError;
pub use fault::Fault;
pub use fault::Problem;

use super::Catalogue;
use super::Unit;
use column::Column;
use lines::lines;
use shared::shared;

impl Catalogue {
    /// Reads a catalogue's file, as [`Catalogue::to_csv`] writes it and Excel saves it.
    pub fn from_csv(text: &str) -> Result<Self, CatalogueError> {
        let mut reading = Reading::default();
        let catalogue = reading.catalogue(text);
        let problems = reading.problems;
        catalogue.filter(|_| problems.is_empty()).ok_or(CatalogueError { problems })
    }
}

/// A file under way: what is wrong with it so far.
#[derive(Default)]
struct Reading {
    problems: Vec<Problem>,
}

impl Reading {
    fn tell(&mut self, line: u64, column: Option<Column>, fault: Fault) {
        self.problems.push(Problem { line: Some(line), column: column.map(Column::header), fault });
    }

    /// The catalogue as far as it could be read; `None` when there is nothing to make one of.
    fn catalogue(&mut self, text: &str) -> Option<Catalogue> {
        let Some((lines, header)) = lines(text) else {
            self.problems.push(Problem { line: None, column: None, fault: Fault::NoHeader });
            return None;
        };
        let settings = self.settings(&lines[..header]);
        let columns = self.columns(&lines[header]);
        let mut units: Vec<(u64, Unit)> = Vec::new();
        for line in lines[header + 1..].iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty())) {
            if let Some(unit) = self.unit(line, &columns) {
                units.push((line.0, unit));
            }
        }
        if units.is_empty() && self.problems.is_empty() {
            self.problems.push(Problem { line: None, column: None, fault: Fault::NoUnits });
        }
        self.problems.extend(shared(&units));
        let (id, label, from, to) = settings?;
        Some(Catalogue::new(id, label, (from, to), units.into_iter().map(|(_, unit)| unit).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;
    use crate::domain::Group;
    use crate::units::UnitType;

    const HEAD: &str = "danh mục;thu\ntên danh mục;Thử\nmã;tên;loại;nhóm;tên khác;mã cổng;mã GSO;từ ngày;đến ngày\n";

    /// The problems of a file with these lines below its header, as an officer reads them.
    pub(super) fn problems(lines: &str) -> Vec<String> {
        match Catalogue::from_csv(&format!("{HEAD}{lines}")) {
            Ok(_) => Vec::new(),
            Err(error) => error.problems.iter().map(Problem::to_string).collect(),
        }
    }

    #[test]
    fn a_file_is_read_as_excel_saves_it() {
        // Commas, padded lines, capitals without marks, columns moved, zeros lost, days turned round, blank lines.
        let text = "\u{feff}sep=,\r\nDANH MUC,laocai-rieng,,,,\r\nTên danh mục,\"Lào Cai, sửa\",,,,\r\n\
            Dùng từ ngày,01/07/2025,,,,\r\nTEN,MA,Loại,Nhóm,Mã GSO,Từ ngày\r\n,,,,,\r\n\
            UBND xã Bắc Hà,xa-bac-ha,XÃ,cap xa,2839,1/7/2025\r\nSở Nội vụ,snv,Sở,\"Sở, ban, ngành\",,\r\n";
        let catalogue = Catalogue::from_csv(text).unwrap();
        assert_eq!((catalogue.id.as_str(), catalogue.label.as_str()), ("laocai-rieng", "Lào Cai, sửa"));
        assert_eq!((catalogue.valid_from, catalogue.valid_to), (Day::new(2025, 7, 1), None));
        let [commune, department] = catalogue.units() else { panic!("{:?}", catalogue.units()) };
        assert_eq!((commune.kind, commune.group, commune.gso.as_str()), (UnitType::Xa, Group::CapXa, "02839"));
        assert_eq!((commune.valid_from, commune.short.as_str()), (Day::new(2025, 7, 1), "UBND xã Bắc Hà"));
        assert_eq!((department.kind, department.group), (UnitType::So, Group::SoNganh));
        assert!(catalogue.knows("Bắc Hà"));
    }

    #[test]
    fn a_file_that_is_no_catalogue_says_what_it_lacks() {
        #[track_caller]
        fn case(text: &str, sentence: &str) {
            let error = Catalogue::from_csv(text).unwrap_err();
            assert!(error.to_string().contains(sentence), "{error}");
        }
        case("", "Không thấy dòng tiêu đề");
        case("STT;Đơn vị;Tỷ lệ\n1;Bắc Hà;50%\n", "Không thấy dòng tiêu đề");
        case("mã;tên;loại;nhóm\na;Sở A;sở;cấp xã\n", "Thiếu dòng «danh mục» ở đầu tệp");
        case("danh mục;a\nmã;tên;loại;nhóm\na;Sở A;sở;cấp xã\n", "Thiếu dòng «tên danh mục»");
        case("danh mục;a b\ntên danh mục;A\nmã;tên;loại;nhóm\na;Sở A;sở;cấp xã\n", "Dòng 1: «a b» không dùng làm mã");
        case("danh mục;a\ntên danh mục;A\nmã;tên;nhóm\na;Sở A;cấp xã\n", "Dòng 3: Thiếu cột «loại»");
        case("danh mục;a\ntên danh mục;A\nmã;tên;loại;nhóm;ghi chú\n", "Danh mục không có cột «ghi chú»");
        case("danh mục;a\ntên danh mục;A\nmã;tên;loại;nhóm;tên\n", "Dòng 3, cột «tên»: Cột này có hai lần");
        case("danh mục;a\ntên danh mục;A\ntỉnh;B\nmã;tên;loại;nhóm\n", "Dòng 3: «tỉnh» không phải mục");
        case("danh mục;a\ndùng đến ngày;31/02/2025\ntên danh mục;A\nmã;tên\n", "Dòng 2: «31/02/2025» không phải ngày");
        case(HEAD, "Danh mục không có đơn vị nào");
    }
}
