//! A long list in several stretches at once: each is read by itself, and joined where it belongs as if the file had been
//! read from its first byte to its last. What does not fit is read again in its order.

use serde::Deserialize;
use serde::Serialize;

use super::GatherError;
use super::Gathering;
use super::from_json;
use super::rows::Rows;
use super::to_json;
use crate::columns::CarriedTable;
use crate::intake::Below;
use crate::intake::CarriedBelow;

/// Đoạn: one stretch of a file, read before what stands above it.
pub struct Stretch {
    below: Below,
    rows: Rows,
    bytes: u64,
}

impl Stretch {
    /// Takes the next block of the stretch.
    pub fn feed(&mut self, block: &[u8]) {
        self.bytes += block.len() as u64;
        self.below.feed(block, &mut self.rows);
    }
}

/// Mang sang: a stretch that was read, on its way between two workers, but for its dossiers.
#[derive(Serialize, Deserialize)]
struct Carried {
    below: CarriedBelow,
    table: CarriedTable,
    filled: usize,
    blank: u64,
    bytes: u64,
}

impl Stretch {
    /// What was read, as text, and the dossiers, as bytes, some at a time; `None` where the stretch has to be read again in
    /// any case.
    #[must_use]
    pub fn carry(self) -> Option<(String, impl Iterator<Item = Vec<u8>>)> {
        let Self { below, rows, bytes } = self;
        let Rows { table, refused: None, first: _, cut: _, filled, blank } = rows else { return None };
        let (table, dossiers) = table.carry()?;
        let carried = Carried { below: below.carry()?, table, filled, blank, bytes };
        Some((to_json(&carried), dossiers))
    }
}

impl Gathering {
    /// A stretch that another worker has read with a reader of this one's kind; `None` where it cannot be.
    #[must_use]
    pub fn carried(&self, text: &str, dossiers: impl Iterator<Item = Vec<u8>>) -> Option<Stretch> {
        let Carried { below, table, filled, blank, bytes } = from_json(text).ok()?;
        let table = self.rows.table.carried(table, dossiers)?;
        let rows = Rows { table, filled, blank, ..self.rows.below()? };
        Some(Stretch { below: self.intake.carried(below)?, rows, bytes })
    }

    /// A reader for a stretch further below; `None` unless the file is a text whose rows are dossiers, of which enough are
    /// known to read the others without them.
    #[must_use]
    pub fn stretch(&self) -> Option<Stretch> {
        Some(Stretch { below: self.intake.below()?, rows: self.rows.below()?, bytes: 0 })
    }

    /// Whether there can be such a reader.
    #[must_use]
    pub fn has_stretches(&self) -> bool {
        self.intake.has_below() && self.rows.has_below()
    }

    /// How many rows have come.
    #[must_use]
    pub fn rows_read(&self) -> u64 {
        self.rows.filled as u64 + self.rows.blank
    }

    /// Leaves the hash of the file out, which [`FileHash`] makes apart: it wants the bytes in their order.
    pub fn leave_hash(&mut self) {
        self.hash = None;
    }

    /// Takes over what the next stretch gave, and says how many of its bytes are done with: the bytes behind them are still
    /// to be fed.
    pub fn append(&mut self, stretch: Stretch) -> Result<u64, GatherError> {
        let Stretch { below, rows, bytes } = stretch;
        let head = below.head().to_vec();
        self.feed(&head)?;
        let done = head.len() as u64;
        let is_right = rows.refused.is_none() && self.rows.table.fits(&rows.table);
        let Some(above) = is_right.then(|| self.intake.append(below)).flatten() else { return Ok(done) };
        self.rows.filled += rows.filled;
        self.rows.blank += rows.blank;
        self.bytes += bytes - done;
        self.rows.refused = self.rows.table.append(rows.table, above).err();
        self.rows.check()?;
        Ok(bytes)
    }
}

// The laws want proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use std::rc::Rc;

    use proptest::prelude::*;

    use super::*;
    use crate::analysis::Assignment;
    use crate::columns::Answers;
    use crate::intake::Hints;
    use crate::units::Catalogue;

    const HEADER: &str = "STT;Mã hồ sơ;Tên thủ tục hành chính;Đơn vị;Ngày tiếp nhận;Ngày trả kết quả;Trạng thái;\
        Số thành phần đã số hóa;Kết quả điện tử;Ghi chú\n";

    /// The same columns in another order.
    const TURNED: &str = "STT;Mã hồ sơ;Tên thủ tục hành chính;Đơn vị;Ngày tiếp nhận;Ngày trả kết quả;Trạng thái;\
        Kết quả điện tử;Số thành phần đã số hóa;Ghi chú\n";

    /// A list below a head that is long enough to know how rows are read.
    fn list(rows: &[String]) -> Vec<u8> {
        // The letters of a text are judged by its first 256 kB.
        let ordinary = (1..=3_300).map(|row| {
            format!("{row};H38.24-230605-{row:04};Chứng thực;UBND huyện Bảo Yên;05/06/2023;06/06/2023;10;1;Có;\n")
        });
        format!("{HEADER}{}{}", ordinary.collect::<String>(), rows.concat()).into_bytes()
    }

    fn begin() -> Gathering {
        let mut gathering = Gathering::new("a.csv", Rc::new(Catalogue::laocai_2023()), Rc::default());
        gathering.leave_hash();
        gathering
    }

    /// Reads a list in stretches that begin at these thousandths of what stands below its head.
    fn in_stretches(list: &[u8], head: usize, cuts: &[usize], carried: bool) -> (String, usize) {
        let mut gathering = begin();
        gathering.feed(&list[..head]).unwrap();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| head + (list.len() - head) * cut / 1000).collect();
        cuts.sort_unstable();
        cuts.push(list.len());
        gathering.feed(&list[head..cuts[0]]).unwrap();
        // The last stretch is read first, by a reader of its own where another worker does it.
        let another = carried.then(|| {
            let assignment =
                Assignment::new("a.csv", &Catalogue::laocai_2023(), &Answers::default(), None, &Hints::default());
            let mut another = Assignment::from_text(&assignment.to_text()).and_then(Assignment::begin).unwrap();
            another.leave_hash();
            another.feed(&list[..head]).unwrap();
            another
        });
        let mut read: Vec<(Option<Stretch>, &[u8])> = cuts
            .windows(2)
            .rev()
            .map(|ends| {
                let mut stretch = another.as_ref().unwrap_or(&gathering).stretch().expect("a list of dossiers");
                let bytes = &list[ends[0]..ends[1]];
                bytes.chunks(700).for_each(|block| stretch.feed(block));
                if !carried {
                    return (Some(stretch), bytes);
                }
                (stretch.carry().and_then(|(text, dossiers)| gathering.carried(&text, dossiers)), bytes)
            })
            .collect();
        let mut again = 0;
        while let Some((stretch, bytes)) = read.pop() {
            let done = stretch.map_or(0, |stretch| usize::try_from(gathering.append(stretch).unwrap()).unwrap());
            again += bytes.len() - done;
            gathering.feed(&bytes[done..]).unwrap();
        }
        (format!("{:#?}", gathering.finish()), again)
    }

    fn in_order(list: &[u8]) -> String {
        let mut gathering = begin();
        gathering.feed(list).unwrap();
        format!("{:#?}", gathering.finish())
    }

    fn row() -> impl Strategy<Value = String> {
        let ordinary = (1..60_u32).prop_map(|row| {
            format!("{row};H38.24-230605-{row:04};\"Cấp; lại\r\n(bản sao)\";Sở Y tế;05/06/2023;;4;0;;\r\n")
        });
        let odd = prop::sample::select(vec![
            "9;H38.24-230605-0009;Đất đai;;06/06/2023;;Lạ;x;;\n",
            "9;;Đất đai;UBND huyện Bảo Yên;06/06/2023;;Lạ nữa;x;?;\n",
            ";;;;;;;1;Có;Giấy khai sinh\n",
            "7;H38.24-230605-0007;Đất đai;Sở Y tế;05/06/2023;06/06/2023;10;0;Không;Đơn\n",
            "7;H38.24-230605-0007;;;;;;1;;Giấy khai sinh\n",
            "7;H38.24-230605-0007;Đất đai;Sở Y tế;05/06/2023;;;1;Có;Sổ\n",
            "UBND huyện Bắc Hà\n",
            "\n",
            "\r\n",
            "\r",
            "Tổng số: 3 hồ sơ\n",
            "Từ ngày 01/4/2023 đến ngày 30/6/2023\n",
            HEADER,
            TURNED,
            "STT;Đơn vị;Tiếp nhận;Đã giải quyết\n",
            "8;H38.24-230605-0008;5\" màn hình;Sở Y tế;05/06/2023;;4;0;;\n",
            "8;H38.24-230605-0008;\"mở;Sở Y tế;05/06/2023;;4;0;;\n",
            "8;H38.24-230605-0008;ngắt\nđôi;Sở Y tế;05/06/2023;;4;0;;\n",
            "\"\n",
        ]);
        prop_oneof![9 => ordinary, 2 => odd.prop_map(str::to_owned)]
    }

    proptest! {
        // Each case reads a large file twice.
        #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 32, max_shrink_iters: 40, ..ProptestConfig::default() })]
        #[test]
        fn stretches_say_what_the_whole_says(
            rows in prop::collection::vec(row(), 1..60),
            cuts in prop::collection::vec(0..=1000_usize, 1..7),
            last in prop::sample::select(vec!["Ghi chú", "Tên giấy tờ"]),
        ) {
            let list = String::from_utf8(list(&rows)).unwrap().replacen("Ghi chú", last, 1).into_bytes();
            let head = list.len() - rows.concat().len();
            let whole = in_order(&list);
            prop_assert_eq!(&in_stretches(&list, head, &cuts, false).0, &whole);
            prop_assert_eq!(in_stretches(&list, head, &cuts, true).0, whole);
        }
    }

    #[test]
    fn the_papers_of_a_dossier_without_a_code_stay_with_it() {
        let rows = [
            "9;;Đất đai;UBND huyện Bảo Yên;06/06/2023;06/06/2023;10;1;Có;Đơn\n".to_owned(),
            ";;;;;;;1;Có;Giấy khai sinh\n".to_owned(),
        ];
        let list = String::from_utf8(list(&rows)).unwrap().replacen("Ghi chú", "Tên giấy tờ", 1).into_bytes();
        let head = list.len() - rows.concat().len();
        let whole = in_order(&list);
        assert_eq!(in_stretches(&list, head, &[0], false).0, whole);
        assert_eq!(in_stretches(&list, head, &[0], true).0, whole);
    }

    /// A reader that has judged the first rows.
    fn begun(head: &[u8], block: usize) -> Gathering {
        let mut gathering = begin();
        head.chunks(block).for_each(|block| gathering.feed(block).unwrap());
        gathering
    }

    /// Reads a list as so many workers do: each takes the next piece in its turn; all blocks are of one size. What the others
    /// make of the first rows is the same for all of them.
    fn by_workers(list: &[u8], head: usize, workers: usize, other: &Gathering, block: usize) -> String {
        let mut gathering = begun(&list[..head], block);
        let pieces: Vec<&[u8]> = list[head..].chunks((list.len() - head).div_ceil(3 * workers)).collect();
        let mut read: Vec<(Option<Stretch>, &[u8])> = Vec::new();
        for (turn, piece) in pieces.iter().enumerate() {
            let other = (turn % workers != 0).then_some(other);
            let mut stretch = other.unwrap_or(&gathering).stretch().expect("a list of dossiers");
            piece.chunks(block).for_each(|block| stretch.feed(block));
            let stretch = match other {
                None => Some(stretch),
                Some(_) => stretch.carry().and_then(|(text, dossiers)| gathering.carried(&text, dossiers)),
            };
            read.push((stretch, piece));
        }
        for (stretch, piece) in read {
            let done = stretch.map_or(0, |stretch| usize::try_from(gathering.append(stretch).unwrap()).unwrap());
            piece[done..].chunks(block).for_each(|block| gathering.feed(block).unwrap());
        }
        format!("{:#?}", gathering.finish())
    }

    #[test]
    fn one_worker_or_eight_and_blocks_of_any_size_say_the_same() {
        let rows: Vec<String> = (1..2_000)
            .map(|row| match row % 97 {
                0 => format!("{row};H38.24-230605-{row:04};5\" màn hình;Sở Y tế;05/06/2023;;4;0;;\n"),
                1 => format!("{row};H38.24-230606-{:04};Lại;Sở Y tế;06/06/2023;07/06/2023;10;2;Có;\r\n", row / 2),
                2 => format!("{row};;Đất đai;UBND huyện Bảo Yên;06/06/2023;;Lạ;x;?;\n"),
                3 => format!("{row};H38.24-230606-{row:04};Đất\nđai;Sở Y tế;06/06/2023;;4;0;;\n"),
                _ => format!("{row};H38.24-230606-{row:04};\"Đất; đai\r\n(bản sao)\";Sở Y tế;06/06/2023;;4;0;;\n"),
            })
            .collect();
        let list = list(&rows);
        let head = list.len() - rows.concat().len();
        let whole = in_order(&list);
        let other = begun(&list[..head], 700);
        for workers in 1..=8 {
            assert_eq!(by_workers(&list, head, workers, &other, 4_096), whole, "{workers} workers");
        }
        for block in [63, 64, 1 << 20] {
            assert_eq!(by_workers(&list, head, 3, &other, block), whole, "blocks of {block} bytes");
        }
    }

    /// Rows that cannot be put under the headers of the head: a stretch of them gives up, and is read below its own.
    #[test]
    fn a_list_that_goes_on_under_other_headers_says_the_same() {
        let header = "Trạng thái;Đơn vị;Số thành phần đã số hóa;STT;Ngày tiếp nhận;Mã hồ sơ;Kết quả điện tử;\
            Ngày trả kết quả;Tên thủ tục hành chính;Ghi chú\n";
        let row = |row: u32| format!("4;Sở Y tế;0;{row};06/06/2023;H38.24-230606-{row:04};;;Đất đai;\n");
        let rows: Vec<String> = std::iter::once(header.to_owned()).chain((1..1_500).map(row)).collect();
        let list = list(&rows);
        let head = list.len() - rows.concat().len();
        let whole = in_order(&list);
        assert!(!whole.contains("DossierMisaligned"), "{whole}");
        for carried in [false, true] {
            assert_eq!(in_stretches(&list, head, &[100, 400, 700], carried).0, whole);
        }
    }

    #[test]
    fn ordinary_stretches_are_not_read_again() {
        let plain = "Đất đai";
        // Wherever a stretch begins, in a cell's first line or in its second one, and between quotes that stand for one.
        let broken = "\"Cấp lại; bản sao\r\n(khai sinh;\n\"\"kết hôn\"\")\"";
        for (procedure, cuts) in [(plain, vec![100, 333, 334, 900]), (broken, (10..1000).step_by(13).collect())] {
            let rows: Vec<String> = (1..400)
                .map(|row| format!("{row};H38.24-230606-{row:04};{procedure};Sở Y tế;06/06/2023;;4;0;;\n"))
                .collect();
            let list = list(&rows);
            let head = list.len() - rows.concat().len();
            for carried in [false, true] {
                let (read, again) = in_stretches(&list, head, &cuts, carried);
                assert_eq!((read, again), (in_order(&list), 0), "{procedure}");
            }
        }
    }
}
