//! What an officer has once answered and a file is read by: remembered answers change figures, so they are named.

use crate::analysis::FileOutcome;
use crate::analysis::Settings;
use crate::columns::Answers;
use crate::columns::ColumnChoice;
use crate::columns::Field;
use crate::columns::Header;
use crate::columns::Ledger;
use crate::columns::Reading;
use crate::domain::Place;
use crate::text::fold;
use crate::units::Catalogue;
use crate::units::UnitId;

/// Names of units that are told one by one.
const NAMED: usize = 5;

/// The answers a file is read by, a few words each; none where it was read as it came.
#[must_use]
pub fn answered(settings: &Settings, file: &FileOutcome) -> Vec<String> {
    let answers = &settings.answers;
    let mut said = Vec::new();
    if let Some(fingerprint) = file.fingerprint() {
        if let Some(of_file) = answers.files.get(fingerprint) {
            let letters = of_file.encoding.is_some() || of_file.repair.is_some();
            said.extend(letters.then(|| "cách đọc chữ".to_owned()));
            said.extend(of_file.sheet.as_ref().map(|sheet| format!("dùng «{sheet}»")));
            said.extend(of_file.header_row.map(|row| format!("tiêu đề ở dòng {row}")));
        }
        let choices = answers.columns_of(fingerprint);
        let of_column = |header: &Header| column(header, choices.of(header));
        said.extend(file.headers().iter().filter_map(of_column));
    }
    said.extend(names(settings, answers, file));
    said
}

/// What was answered about a column.
fn column(header: &Header, choice: ColumnChoice) -> Option<String> {
    let called = match Header::place_in(&header.name) {
        Some(column) => format!("cột {}", Place::letters(column)),
        None => format!("cột «{}»", header.text),
    };
    let meaning = choice.meaning.map(|field| match field {
        Field::None => "không dùng".to_owned(),
        field => format!("là {}", field.label()),
    });
    let numbers = choice.numbers.map(|reading| match reading {
        Reading::Percent => "đọc số theo phần trăm",
        Reading::Share => "đọc số lẻ của 1",
        Reading::Count => "đọc số đếm",
        Reading::Points => "đọc số điểm",
    });
    let said: Vec<String> = meaning.into_iter().chain(numbers.map(str::to_owned)).collect();
    (!said.is_empty()).then(|| format!("{called} {}", said.join(", ")))
}

/// The names in a file that stand for a unit because an officer has said so.
fn names(settings: &Settings, answers: &Answers, file: &FileOutcome) -> Vec<String> {
    let (Ok(file), false) = (&file.result, answers.aliases.is_empty()) else { return Vec::new() };
    let rows = file.table.observations.iter().map(|row| row.name.as_str());
    let rows = rows.chain(file.table.dossiers.iter().flat_map(Ledger::names));
    let mut found: Vec<(String, &str, &str)> = Vec::new();
    for name in rows {
        let folded = fold(name);
        if let Some(id) = answers.aliases.get(&folded)
            && found.iter().all(|(known, ..)| *known != folded)
        {
            found.push((folded, name, id));
        }
    }
    let unit = |id: &str| {
        let id = UnitId::new(id)?;
        let own = settings.own_catalogue.as_deref();
        let mut all = own.into_iter().chain(Catalogue::all().into_iter().rev());
        all.find_map(|units| units.unit(&id).map(|unit| unit.name.clone()))
    };
    let said =
        |(_, name, id): &(String, &str, &str)| format!("«{name}» là {}", unit(id).unwrap_or_else(|| (*id).to_owned()));
    let mut told: Vec<String> = found.iter().take(NAMED).map(said).collect();
    if found.len() > NAMED {
        told.push(format!("{} tên đơn vị khác", found.len() - NAMED));
    }
    told
}
