//! A workbook whose sheets stand in one text of XML, one behind the other.

use super::Book;
use super::Found;
use super::SHEETS_LIMIT;
use super::Trouble;
use super::pieces::PartPieces;
use crate::intake::sheet::Nowhere;
use crate::intake::sheet::TakeCells;
use crate::intake::xml::Piece;
use crate::intake::xml::Tag;

/// Bytes that are read at one go where no row ends.
pub(super) const GO: u64 = 64 << 10;

/// Gives the pieces of the text from its begin, as often as they are asked for.
pub(super) type Source = Box<dyn FnMut() -> Result<PartPieces, Trouble>>;

/// How a format writes its sheets.
pub(super) trait Form: Default {
    /// The elements that hold all others.
    const OUTERMOST: &'static [&'static str];

    /// Takes an element that begins between two sheets.
    fn begins(&mut self, tag: &Tag) -> Begins;

    /// Reads the sheet that has begun to the end of a row or so; says whether more may follow.
    fn read(&mut self, pieces: &mut PartPieces, cells: &mut dyn TakeCells) -> Result<bool, Trouble>;
}

/// What begins between two sheets.
pub(super) enum Begins {
    /// Nothing of a workbook's.
    Nothing,
    /// What is passed over to its end.
    Passed(&'static str),
    Sheet {
        name: String,
        hidden: bool,
    },
}

/// The workbook.
pub(super) struct InXml<Written> {
    source: Source,
    pieces: PartPieces,
    form: Written,
    within_sheet: bool,
    /// How many sheets have begun.
    begun: usize,
    /// Sheets that are passed over.
    passing: usize,
    whole: bool,
    /// Bytes that were passed in earlier readings.
    passed: u64,
    folded: u64,
}

impl<Written: Form> InXml<Written> {
    pub(super) fn open(mut source: Source) -> Result<Self, Trouble> {
        let pieces = source()?;
        let folded = pieces.left();
        let form = Written::default();
        Ok(Self { source, pieces, form, within_sheet: false, begun: 0, passing: 0, whole: false, passed: 0, folded })
    }

    /// Reads on to the begin of a sheet.
    fn between(&mut self) -> Result<Found, Trouble> {
        let until = self.pieces.passed() + GO;
        while let Some(piece) = self.pieces.next()? {
            match piece {
                Piece::Open(tag) => match self.form.begins(&tag) {
                    Begins::Sheet { name, hidden } if self.begun < SHEETS_LIMIT => {
                        self.begun += 1;
                        self.within_sheet = true;
                        return Ok(if self.passing > 0 { Found::More } else { Found::Sheet { name, hidden } });
                    }
                    Begins::Passed(element) => self.pieces.pass(element)?,
                    Begins::Sheet { .. } | Begins::Nothing => {}
                },
                Piece::Close(element) if Written::OUTERMOST.contains(&element) => self.whole = true,
                _ => {}
            }
            if self.pieces.passed() > until {
                return Ok(Found::More);
            }
        }
        if self.whole { Ok(Found::End) } else { Err(Trouble::Damaged) }
    }
}

impl<Written: Form> Book for InXml<Written> {
    fn read(&mut self, cells: &mut dyn TakeCells) -> Result<Found, Trouble> {
        if !self.within_sheet {
            return self.between();
        }
        let is_passed = self.passing > 0;
        let mut nowhere = Nowhere;
        if self.form.read(&mut self.pieces, if is_passed { &mut nowhere } else { cells })? {
            return Ok(Found::More);
        }
        self.within_sheet = false;
        self.passing = self.passing.saturating_sub(1);
        Ok(if is_passed { Found::More } else { Found::SheetEnd })
    }

    fn again(&mut self, sheet: usize) -> Result<(), Trouble> {
        self.passed += std::mem::replace(&mut self.pieces, (self.source)()?).passed();
        self.form = Written::default();
        (self.within_sheet, self.begun, self.passing, self.whole) = (false, 0, sheet, false);
        Ok(())
    }

    fn passed(&self) -> u64 {
        self.passed + self.pieces.passed()
    }

    fn far(&self) -> (u64, u64) {
        (self.folded.saturating_sub(self.pieces.left()), self.folded)
    }
}

/// The sheets of a text.
#[cfg(test)]
pub(super) fn sheets<Written: Form>(text: &'static str) -> Result<Vec<crate::intake::sheet::Sheet>, Trouble> {
    super::sheets(&mut InXml::<Written>::open(Box::new(|| Ok(PartPieces::of_text(text.to_owned()))))?)
}
