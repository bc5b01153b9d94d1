//! Words that may stand beside the name of a figure and leave it what it is. Any other may make another figure of it.

use super::words::in_full;
use crate::columns::header::Header;

/// Whether folded words are those of dossiers in general, or among others that are given: what they name is no part of them.
pub(super) fn says_no_more(words: &str, others: &str) -> bool {
    const WORDS: &str = " ho so hs tong hoa tiep nhan giai quyet xu ly ket qua tthc thu tuc hanh chinh tinh hinh cong \
        tac lieu thong ke dau vao ra khi va cac chi tieu bo nhom thuc hien noi dung hoan thanh phan tphs giay to tra da \
        duoc co trong ky thang quy nam tuan luy tu den ngay bao cao luong theo doi muc do danh gia dien nay truc \
        tuyen tiep qd ttg file ubnd tinh cot tai su dung lai du khai thac \
        tren cong dvc dvcqg dich vu quoc gia he thong thong tin mot cua don vi dia phuong co quan lao cai theo quyet dinh ";
    let is_known = |word: &str| {
        let own = format!(" {word} ");
        word.bytes().all(|byte| byte.is_ascii_digit()) || WORDS.contains(&own) || others.contains(&own)
    };
    words.split_whitespace().all(is_known)
}

/// Whether a header that begins as those of the group's percentage or of the certified copies holds words of which nothing is
/// known: they may make another figure of it, one of a field of law, an average, what was applied for.
pub(in crate::columns) fn may_be_another(header: &Header) -> bool {
    // The last are objects around a row's own in answers of interfaces.
    const PLAIN: &str = " ty le tl phan tram chung dat diem shhs sh so nguoi dan doanh nghiep phuc vu cua dvt \
        ghi chuc cung cap hop thoi ve te lam tron tin het cuoi nhat doan \
        chot xuat thuc ban sao luot truong xong phat sinh qua chi nghi nd cp ii iii iv vi \
        node source attributes properties fields data item row value ";
    let is_long = |word: &&str| word.len() > 1;
    let words: Vec<&str> = header.path.split(' ').filter(is_long).collect();
    !says_no_more(&in_full(&words.join(" ")), PLAIN)
}
