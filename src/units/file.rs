//! A catalogue's file, read: a table as Excel saves it, with four lines above its header that say what the catalogue is.
//!
//! The separator may be `;`, `,` or TAB, a byte order mark and a `sep=` line are passed over, columns may stand in any
//! order, and headers and words may lack their marks. Only `mã`, `tên`, `loại` and `nhóm` must be there. Excel takes
//! leading zeros from numbers and turns days round to its own form: both are understood. All problems are told at once.

use super::Catalogue;
use super::CatalogueError;
use super::Comparison;
use super::Fault;
use super::Problem;
use super::Unit;
use super::UnitCode;
use super::UnitId;
use super::UnitType;
use super::column::Column;
use super::column::SETTINGS;
use super::kind::Bare;
use super::name::Name;
use super::shared::shared;
use crate::domain::Day;
use crate::domain::Group;
use crate::domain::Map;
use crate::text::day;
use crate::text::fold;
use crate::text::squash;
use crate::text::tidy;

/// One line of the file: its number and its cells, tidied.
type Line = (u64, Vec<String>);

impl Catalogue {
    /// Reads a catalogue's file, as [`Catalogue::to_csv`] writes it and Excel saves it.
    pub fn from_csv(text: &str) -> Result<Self, CatalogueError> {
        let mut reading = Reading::default();
        let catalogue = reading.catalogue(text);
        let problems = reading.problems;
        catalogue.filter(|_| problems.is_empty()).ok_or(CatalogueError { problems })
    }
}

/// The lines of a text, by the separator under which its header is one.
fn lines(text: &str) -> Option<(Vec<Line>, usize)> {
    let text = text.trim_start_matches('\u{feff}');
    [b';', b',', b'\t'].into_iter().find_map(|separator| {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(text.as_bytes());
        // Text of any width has no error to give.
        let lines: Vec<Line> = reader
            .records()
            .filter_map(Result::ok)
            .map(|record| {
                (
                    record.position().map_or(0, |start| line_of(text, start)),
                    record.iter().map(|cell| tidy(cell).into_owned()).collect(),
                )
            })
            .collect();
        let is_header = |(_, cells): &Line| {
            [Column::Id, Column::Name]
                .into_iter()
                .all(|column| cells.iter().any(|cell| Column::with_header(cell) == Some(column)))
        };
        let header = lines.iter().position(is_header)?;
        Some((lines, header))
    })
}

/// The line a record begins in. The reader counts from the end of the record before, blank lines included.
fn line_of(text: &str, start: &csv::Position) -> u64 {
    let from = usize::try_from(start.byte()).unwrap_or(usize::MAX);
    let blank = text.as_bytes().get(from..).unwrap_or_default().iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    start.line() + blank.filter(|byte| **byte == b'\n').map(|_| 1).sum::<u64>()
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

    /// What the lines above the header say: id, label, first and last day.
    fn settings(&mut self, lines: &[Line]) -> Option<(String, String, Option<Day>, Option<Day>)> {
        let mut values = [const { None::<(u64, String)> }; 4];
        for (line, cells) in lines {
            let [key, rest @ ..] = cells.as_slice() else { continue };
            if key.is_empty() || key.to_ascii_lowercase().starts_with("sep=") {
                continue;
            }
            match SETTINGS.iter().position(|setting| fold(setting) == fold(key)) {
                Some(at) => values[at] = Some((*line, rest.first().cloned().unwrap_or_default())),
                None => self.tell(*line, None, Fault::UnknownSetting(key.clone())),
            }
        }
        let [id, label, from, to] = values;
        let mut days = [None; 2];
        for (day, given) in days.iter_mut().zip([&from, &to]) {
            if let Some((line, text)) = given {
                *day = self.day(*line, None, text);
            }
        }
        if let (Some((line, _)), [Some(from), Some(to)]) = (&to, days)
            && to < from
        {
            self.tell(*line, None, Fault::DaysReversed);
        }
        let mut needed = |at: usize, value: Option<(u64, String)>| {
            let value = value.filter(|(_, text)| !text.is_empty());
            if value.is_none() {
                self.problems.push(Problem { line: None, column: None, fault: Fault::NoSetting(SETTINGS[at]) });
            }
            value
        };
        let (id, label) = (needed(0, id), needed(1, label));
        let (line, id) = id?;
        if UnitId::new(&id).is_none() {
            self.tell(line, None, Fault::BadId(id.clone()));
        }
        Some((id, label?.1, days[0], days[1]))
    }

    /// Where each column stands.
    fn columns(&mut self, (line, cells): &Line) -> Map<Column, usize> {
        let mut columns = Map::new();
        for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            match Column::with_header(cell) {
                None => self.tell(*line, None, Fault::UnknownColumn(cell.clone())),
                Some(column) => {
                    if columns.insert(column, at).is_some() {
                        self.tell(*line, Some(column), Fault::ColumnTwice);
                    }
                }
            }
        }
        for column in [Column::Kind, Column::Group] {
            if !columns.contains_key(&column) {
                self.tell(*line, None, Fault::NoColumn(column.header()));
            }
        }
        columns
    }

    /// The unit of a line; `None` when it lacks what every unit has, which is told.
    fn unit(&mut self, (line, cells): &Line, columns: &Map<Column, usize>) -> Option<Unit> {
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

    fn id(&mut self, line: u64, column: Column, word: &str) -> Option<UnitId> {
        let id = UnitId::new(word);
        if word.is_empty() {
            self.tell(line, Some(column), Fault::Empty);
        } else if id.is_none() {
            self.tell(line, Some(column), Fault::BadId(word.to_owned()));
        }
        id
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

    fn word<T: Copy>(
        &mut self,
        line: u64,
        column: Column,
        found: &str,
        all: &[T],
        label: fn(T) -> &'static str,
    ) -> Option<T> {
        if found.is_empty() {
            self.tell(line, Some(column), Fault::Empty);
            return None;
        }
        self.optional(line, column, found, all, label)
    }

    fn optional<T: Copy>(
        &mut self,
        line: u64,
        column: Column,
        found: &str,
        all: &[T],
        label: fn(T) -> &'static str,
    ) -> Option<T> {
        let word = all.iter().copied().find(|word| fold(label(*word)) == fold(found));
        if word.is_none() && !found.is_empty() {
            let labels: Vec<String> = all
                .iter()
                .map(|word| label(*word))
                .filter(|label| !label.is_empty())
                .map(|label| format!("«{label}»"))
                .collect();
            let fault = Fault::UnknownWord { found: found.to_owned(), allowed: labels.join(", ") };
            self.tell(line, Some(column), fault);
        }
        word
    }

    fn day(&mut self, line: u64, column: Option<Column>, text: &str) -> Option<Day> {
        let day = day(text);
        if day.is_none() && !text.is_empty() {
            self.tell(line, column, Fault::BadDay(text.to_owned()));
        }
        day
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
    use super::*;

    const HEAD: &str = "danh mục;thu\ntên danh mục;Thử\nmã;tên;loại;nhóm;tên khác;mã cổng;mã GSO;từ ngày;đến ngày\n";

    /// The problems of a file with these lines below its header, as an officer reads them.
    fn problems(lines: &str) -> Vec<String> {
        match Catalogue::from_csv(&format!("{HEAD}{lines}")) {
            Ok(_) => Vec::new(),
            Err(error) => error.problems.iter().map(Problem::to_string).collect(),
        }
    }

    #[test]
    fn a_catalogue_written_reads_back_the_same() {
        for catalogue in Catalogue::all() {
            let text = catalogue.to_csv();
            assert_eq!(Catalogue::from_csv(&text).as_ref(), Ok(catalogue));
            assert_eq!(Catalogue::from_csv(&text).unwrap().to_csv(), text);
        }
    }

    #[test]
    fn the_files_that_ship_are_what_an_export_gives() {
        for (catalogue, file) in Catalogue::all().iter().zip([
            include_str!("data/laocai-2023.csv"),
            include_str!("data/laocai-2025-03.csv"),
            include_str!("data/laocai-2025.csv"),
        ]) {
            assert_eq!(catalogue.to_csv().trim_start_matches('\u{feff}'), file, "{}", catalogue.id);
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

    #[test]
    fn what_two_units_share_is_told() {
        #[track_caller]
        fn case(second: &str, expected: &str) {
            let problems = problems(&format!("xa-a;UBND xã An Bình;xã;cấp xã;A Bình;H38.5;02839\n{second}"));
            assert_eq!(problems.len(), usize::from(!expected.is_empty()), "{problems:?}");
            assert!(problems.iter().all(|problem| problem.contains(expected)), "{problems:?}");
        }
        case("xa-b;UBND xã B;xã;cấp xã", "");
        case("xa-a;UBND xã B;xã;cấp xã", "Dòng 5, cột «mã»: Mã «xa-a» đã dùng ở dòng 4");
        case("xa-b;Xã An Bính;xã;cấp xã", "Dòng 5, cột «tên»: «Xã An Bính» cũng là tên của «UBND xã An Bình» ở dòng 4");
        case("xa-b;UBND xã B;xã;cấp xã;ABình", "Dòng 5, cột «tên khác»: «ABình» cũng là tên");
        case("xa-b;UBND xã B;xã;cấp xã;An Bình", "Dòng 5, cột «tên khác»: «An Bình» cũng là tên");
        case("xa-b;UBND xã B;xã;cấp xã;;000.00.05.H38", "Dòng 5, cột «mã cổng»: «000.00.05.H38» cũng là tên");
        case("xa-b;UBND xã B;xã;cấp xã;;;2839", "Dòng 5, cột «mã GSO»: «02839» cũng là tên");
        // A district and a commune of one name are told apart by their types.
        case("an-binh;UBND huyện An Bình;huyện;cấp huyện", "");
    }
}
