//! A row whose cells do not stand under their headers, put right where only one way is possible. One portal prints nine
//! cells under twelve headers.

/// What the cells under a header must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of a known form; its number tells the form.
    Form(u8),
    /// Anything that has none of the known forms.
    Free,
}

/// Gives each header its cell, and says whether that is the one way to put them right: `None` when there is none.
///
/// Cells keep their order; every cell that holds anything gets a header whose form it has. Of all such ways the ones with
/// most cells of a known form count; if those differ under a header that `matters`, no way is certain. `form` tells the
/// form of a cell; under a header where it `is_odd` none stands.
pub(super) fn align(
    cells: &[&str],
    kinds: &[Kind],
    form: &dyn Fn(&str, u8) -> bool,
    is_odd: &dyn Fn(usize, &str) -> bool,
    matters: &[bool],
) -> Option<(Vec<Option<usize>>, bool)> {
    let (rows, columns) = (cells.len(), kinds.len());
    if rows > columns {
        return None;
    }
    // What a cell is like is asked once, not once for each header, and only of headers that leave one for each cell on
    // either side: a list may be shifted in every row.
    let spare = columns - rows;
    let (mut gains, mut forms) = (Vec::with_capacity(rows * (spare + 1)), Vec::new());
    for (first, cell) in cells.iter().enumerate() {
        forms.clear();
        for kind in kinds {
            if let Kind::Form(number) = kind
                && !forms.iter().any(|(known, _)| known == number)
            {
                forms.push((*number, form(cell, *number)));
            }
        }
        gains.extend((first..=first + spare).map(|at| {
            let gain = match kinds[at] {
                _ if cell.is_empty() => return Some(0),
                Kind::Form(number) => forms.contains(&(number, true)).then_some(1),
                Kind::Free => forms.iter().all(|(_, has)| !has).then_some(0),
            };
            gain.filter(|_| !is_odd(at, cell))
        }));
        // A cell that fits nowhere leaves no way for the others either.
        if gains[first * (spare + 1)..].iter().all(Option::is_none) {
            return None;
        }
    }
    let fits = |cell: usize, at: usize| -> Option<i32> { gains[cell * (spare + 1) + at - cell] };
    // best[i][j]: the most cells of a known form when the first i cells stand under the first j headers.
    let mut best = vec![vec![None::<i32>; columns + 1]; rows + 1];
    best[0].fill(Some(0));
    for i in 1..=rows {
        for j in i..=i + spare {
            let left_out = best[i][j - 1];
            let taken = fits(i - 1, j - 1).and_then(|gain| Some(best[i - 1][j - 1]? + gain));
            best[i][j] = left_out.max(taken);
        }
    }
    best[rows][columns].filter(|found| *found > 0)?;
    let walk = |late: bool| {
        let (mut i, mut j) = (rows, columns);
        let mut given = vec![None; columns];
        while i > 0 {
            let take = fits(i - 1, j - 1).and_then(|gain| Some(best[i - 1][j - 1]? + gain)) == best[i][j];
            let leave = best[i][j - 1] == best[i][j];
            if take && (late || !leave) {
                given[j - 1] = Some(i - 1);
                i -= 1;
            }
            j -= 1;
        }
        given
    };
    let (late, early) = (walk(true), walk(false));
    let text = |given: &[Option<usize>], at: usize| given[at].map_or("", |cell| cells[cell]);
    let certain = (0..columns).all(|at| !matters[at] || text(&late, at) == text(&early, at));
    Some((late, certain))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Forms: 1 a code (begins with H), 2 a day (holds a slash), 3 a number.
    fn form(cell: &str, number: u8) -> bool {
        match number {
            1 => cell.starts_with('H'),
            2 => cell.contains('/'),
            _ => cell.bytes().all(|byte| byte.is_ascii_digit()),
        }
    }

    #[track_caller]
    fn case(cells: &[&str], kinds: &[Kind], matters: &[bool], expected: Option<&[&str]>) {
        let given = align(cells, kinds, &form, &|_, _| false, matters);
        let given = given.and_then(|(given, is_certain)| is_certain.then_some(given));
        let texts: Option<Vec<&str>> =
            given.map(|given| given.iter().map(|cell| cell.map_or("", |at| cells[at])).collect());
        assert_eq!(texts.as_deref(), expected);
    }

    #[test]
    fn cells_find_the_only_headers_they_fit() {
        use Kind::Form;
        use Kind::Free;
        let kinds = [Form(3), Free, Free, Form(1), Form(2), Form(2)];
        let matters = [false, false, false, true, true, true];
        // one free cell is missing, and which of the two does not matter
        case(&["1", "Đất đai", "H1", "1/1", "2/2"], &kinds, &matters, Some(&["1", "", "Đất đai", "H1", "1/1", "2/2"]));
        // one of two days is missing, and which matters
        case(&["1", "a", "b", "H1", "2/2"], &kinds, &matters, None);
        // a blank day is a day that is not there
        case(&["1", "a", "H1", "", "2/2"], &kinds, &matters, Some(&["1", "", "a", "H1", "", "2/2"]));
        // nothing fits
        case(&["H1", "1", "1/1"], &kinds, &matters, None);
        case(&["a", "b"], &[Free], &[true], None);
    }
}
