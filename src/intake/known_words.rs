//! Words that tables and letters of the field are made of, as far as they hold a letter beyond ASCII. A word that both
//! tone placements write differently stands twice.

use std::sync::LazyLock;

use crate::domain::Set;

/// Headers, offices, places and names, each word once.
const WORDS: [&str; 5] = [
    // Headers of figures, dossiers and components.
    "đơn vị số hóa hoá hồ sơ tỷ tỉ lệ ghi chú tên cơ địa phương mã định điểm đạt tối đa mức độ tổng cộng chung nhóm kết quả \
     chứng thực điện tử bản từ chính hoàn thành tiếp nhận giải đúng hạn trễ quá chưa đã được đầy đủ bộ thủ tục hành lĩnh vực \
     dịch vụ công trực tuyến toàn trình một phần nộp trả ngày thời kỳ kì tháng năm quý quí báo cáo thống kê biểu mẫu số thứ tự xếp \
     hạng loại đánh giá nhận xét chỉ tiêu tiến tái sử dụng giấy tờ cấp lượng dữ liệu kho tài khoản ký chữ bưu chính phí lệ mất \
     hiệu lực đang xử lý lí bổ sung rút từ chối trước bị hủy huỷ gửi đến đi lưu trữ nguồn hệ chủ người dân tổ chức cá nhân \
     nghiệp doanh họ và của các cho không có với theo trên dưới cùng những này là tính đề nghị yêu cầu kèm phụ lục nội dung văn \
     việc về triển khai hiện kiểm tra kịp đảm bảo đôn đốc nhiệm thấp cao rất lần nhắc",
    // Offices.
    "ủy uỷ ban nhân dân tỉnh thành phố huyện thị xã phường trấn sở ngành văn phòng vụ pháp chính kế hoạch đầu tư công thương \
     nông phát triển thôn tài nguyên môi trường giao thông vận tải xây dựng truyền khoa học nghệ lao động binh giáo dục đào tạo \
     tế thể thao hóa hoá du lịch ngoại tộc tôn dân thuế bảo hiểm hội ngân hàng kho bạc viễn đăng đất đai chi nhánh trung tâm phục \
     chánh quản lý khu kinh cửa khẩu thanh cục chuyên môn thuộc trực đội đoàn hợp đồng nước trưởng phó giám đốc chủ tịch kính nơi",
    // Places of Lào Cai and Yên Bái.
    "lào bảo yên thắng bát xát bắc hà mường khương sa văn bàn hương sơn cốc lếu san mỹ mĩ nghĩa đô lạc thượng việt tiến \
     phú nhuận bến đền phong hải gia hợp thái niên tả phìn phời nậm lúc chạc lùng phình vàng giàng liền bản phố hoàng thu quan \
     mản sán sín chéng lử thẩn nàn tỷ củ trịnh tường dền sáng thàng mít cường pha trung lèng hồ sàng tòng sành cọn quỳnh kỳ \
     khánh hòa hoà dương quỳ tân thẳm nghị thủy thuỷ lâm giang mậu đông cuông đại an lục nghĩa lộ trạm tấu trấn mù căng chải \
     chấn thịnh châu quế vân hội tằng loỏng tháp chiềng ken võ lao làng giàng khao mang liêm phú chày cán hồ bùng ngải thầu \
     ngũ sắc ô quý cam thải thào dìn lầu thền chín tung đường cối lương đạo lý trì",
    // Names of people.
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô lý lương đinh trịnh mạc thị hữu đức minh hùng dũng tuấn \
     hạnh hoa phượng nguyệt thảo thúy thuý hằng hiền loan bích ngọc tuyết đình quốc khánh cường lù ma má cư thào tráng sùng \
     giàng vàng lồ lò sần cháng tẩn phàn chảo bàn triệu đào cù hảng sín páo chẩn sử sểnh seng dờ",
    // Abbreviations that have no vowel.
    "qđ nđ đt hđnd hđ gdđt lđtbxh lđ đk đkđđ qlđđ skhđt sgdđt slđtbxh khđt cđ đc tđ đv",
];

static KNOWN: LazyLock<Set<&str>> = LazyLock::new(|| {
    WORDS.iter().flat_map(|words| words.split_ascii_whitespace()).filter(|word| !word.is_ascii()).collect()
});

/// Whether a word in small composed letters is one of the field.
pub(super) fn is_known(word: &str) -> bool {
    KNOWN.contains(word)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::is_nfc;

    use super::*;
    use crate::intake::syllable::is_syllable;

    #[test]
    fn every_word_is_a_syllable_in_small_composed_letters() {
        assert!(KNOWN.len() > 300, "{}", KNOWN.len());
        for word in KNOWN.iter() {
            let abbreviation = WORDS[4].split_ascii_whitespace().any(|own| own == *word);
            assert!(is_nfc(word) && word.to_lowercase() == *word, "{word}");
            assert!(abbreviation || is_syllable(word), "{word}");
        }
    }
}
