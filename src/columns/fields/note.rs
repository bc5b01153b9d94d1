//! Ghi chú: the office's own remark. Two columns of the letter bear this name; each belongs to the figure before it.

use super::Field::PercentNote;
use super::word_card;

word_card!(PercentNote, Units, ["ghi chu", "ghi chu ve ty le", "ghi chu ve chung thuc", "danh gia", "nhan xet"],
    accepted: [("Ghi chú", PercentNote), ("Ghi chú về tỷ lệ", PercentNote), ("Ghi chú về chứng thực", PercentNote), ("Đánh giá", PercentNote), ("Nhận xét", PercentNote)],
    refused: ["Ghi", "Tên đơn vị"]);
