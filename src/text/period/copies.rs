//! Titles that give the certified copies a period of their own, as the letter does: `Tháng 6/2023`, and below it `Chứng thực
//! điện tử từ 01/01/2020 đến 05/6/2023`.

use super::period;
use super::period_of_titles;
use crate::domain::Period;
use crate::text::fold;

/// The period of the copies and that of everything else, where titles name both.
#[must_use]
pub fn copies_apart(titles: &[String]) -> Option<(Period, Period)> {
    let parts = titles.iter().flat_map(|title| title.split(['(', ')', ';', '\n']));
    let speaks_of_copies = |part: &&str| {
        let words = fold(part);
        words.contains("chung thuc") && !["so hoa", "ty le", "766"].iter().any(|other| words.contains(other))
    };
    let (copies, others): (Vec<&str>, Vec<&str>) = parts.partition(speaks_of_copies);
    let copies = copies.into_iter().find_map(period)?;
    let others: Vec<String> = others.into_iter().map(str::to_owned).collect();
    Some((copies, period_of_titles(&others)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_have_a_period_of_their_own_where_the_rest_has_one() {
        let of = |titles: &[&str]| {
            let titles: Vec<String> = titles.iter().map(|title| (*title).to_owned()).collect();
            copies_apart(&titles)
                .map(|(copies, own)| [copies.from, copies.to, own.from, own.to].map(|day| day.to_string()))
        };
        let copies = "Chứng thực điện tử từ 01/01/2020 đến 05/6/2023";
        let june = Some(["2020-01-01", "2023-06-05", "2023-06-01", "2023-06-30"].map(str::to_owned));
        assert_eq!(of(&["Tháng 6/2023", copies]), june);
        assert_eq!(of(&[copies, "Từ ngày 01/6/2023 đến ngày 30/6/2023"]), june);
        assert_eq!(of(&[&format!("Tháng 6/2023 ({copies})")]), june);
        assert_eq!(of(&[copies]), None);
        assert_eq!(of(&["Tháng 6/2023", "KẾT QUẢ SỐ HÓA HỒ SƠ VÀ CHỨNG THỰC ĐIỆN TỬ NĂM 2023"]), None);
        assert_eq!(of(&["Tháng 6/2023", "Kết quả chứng thực điện tử"]), None);
    }
}
