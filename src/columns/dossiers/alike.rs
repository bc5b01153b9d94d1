//! Columns of a list under several names of one meaning: those that say the same in parts are read together, of others the
//! one that speaks.

use super::cells::is_blank;
use super::code::is_code;
use super::ends::ENDS;
use super::remembered::moment;
use super::remembered::status;
use super::says::FLAGS;
use super::words::StatusClass;
use crate::columns::Field;
use crate::intake::Row;

/// Columns of one meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::columns) struct Alike {
    pub(in crate::columns) field: Field,
    /// The columns that are read.
    pub(in crate::columns) taken: Vec<usize>,
    /// Those that are not.
    pub(in crate::columns) left: Vec<usize>,
}

impl Alike {
    /// Chooses among columns that claim this meaning; `None` where one column has to do, the first of them.
    pub(in crate::columns) fn of(field: Field, claimed: &[usize], body: &[Row]) -> Option<Self> {
        if claimed.len() < 2 {
            return None;
        }
        if ENDS.contains(&field) || FLAGS.contains(&field) {
            return Some(Self { field, taken: claimed.to_vec(), left: Vec::new() });
        }
        let speaks: fn(&str) -> bool = match field {
            Field::DossierCode => is_code,
            Field::ReceivedAt => |cell| moment(cell).is_some(),
            // How late a dossier is does not say what became of it.
            Field::Status => |cell| !is_blank(cell) && status(cell) != Some(StatusClass::ByDay),
            _ => return None,
        };
        let says = |at: usize| body.iter().filter_map(|row| row.cells.get(at)).filter(|cell| speaks(cell)).count();
        // Of equals the first.
        let best = claimed.iter().copied().rev().max_by_key(|at| says(*at))?;
        let left = claimed.iter().copied().filter(|at| *at != best).collect();
        Some(Self { field, taken: vec![best], left })
    }

    /// Whether an officer has to know: a day of the end is one under any name.
    pub(in crate::columns) fn is_told(&self) -> bool {
        !ENDS.contains(&self.field)
    }
}
