//! The words of documents as inputs. Their values are filled apart, so that this markup never changes and what is being
//! typed is never replaced.

use maud::Markup;
use maud::html;

use super::Action;
use super::Word;
use super::word::Typed;
use crate::analysis::BLANKS;

pub(super) fn region() -> Markup {
    let (each_time, others) = Word::ALL.split_at(Word::EACH_TIME);
    html! {
        div.fields { @for word in each_time { (input(*word)) } }
        details #wording-all {
            summary { "Sửa mẫu văn bản: cơ quan, nơi gửi, nội dung, chữ ký" }
            p.hint {
                "Chỗ trong ngoặc nhọn được điền từ kết quả; đoạn trong ngoặc vuông được bỏ khi chưa biết chỗ điền trong đó; \
                 chữ giữa hai cặp sao được in đậm."
            }
            @for word in others { (input(*word)) }
            details #wording-blanks {
                summary { "Các chỗ điền" }
                dl.facts { @for (name, meaning) in BLANKS { dt { code { "{" (name) "}" } } dd { (meaning) } } }
            }
            button.quiet #wording-reset type="button" data-event=(Action::WordsReset.to_json()) { "Lấy lại mẫu ban đầu" }
        }
    }
}

fn input(word: Word) -> Markup {
    let id = word.input();
    let error = format!("{id}-error");
    let event = Action::WordTyped { word, value: String::new() }.to_json();
    html! {
        div {
            label for=(id) { (word.label()) }
            @match word.typed() {
                Typed::Line => input id=(id) type="text" autocomplete="off" data-event=(event) aria-describedby=(error);,
                Typed::Lines(rows) => textarea id=(id) rows=(rows) data-event=(event) aria-describedby=(error) {},
                Typed::Chosen(choices) => select id=(id) data-event=(event) aria-describedby=(error) {
                    @for (value, label) in choices { option value=(value) { (label) } }
                },
            }
            p.field-error id=(error) {}
        }
    }
}
