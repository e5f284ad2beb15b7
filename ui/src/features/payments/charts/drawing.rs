//! The columns: what was spent beside what was refunded. One of them is marked, and read in words; arrows move the mark.

use dioxus::prelude::*;
use insurance::Cents;
use protocol::charts::{Column, Sums};

use super::column_words;
use crate::i18n::{Words, use_words};

/// Units of a column's width; its height is in hundredths.
const WIDTH: i64 = 10;

/// Columns, oldest first.
#[component]
pub(super) fn Drawing(columns: Vec<Column>) -> Element {
    let words = use_words();
    let mut chosen = use_signal(|| None::<usize>);
    let last = columns.len().saturating_sub(1);
    let marked = chosen.read().unwrap_or(last).min(last);
    let Some(column) = columns.get(marked).copied() else { return rsx! {} };
    let greatest = columns.iter().map(|column| highest(column.sums)).max().unwrap_or_default();
    let ends = [columns.first().copied(), columns.last().copied().filter(|_| columns.len() > 1)];
    let sentence = said(words, column);
    let said = sentence.clone();
    rsx! {
        figure { class: "chart", aria_label: words.say("charts.title"),
            p { class: "chart-top muted xs num", aria_hidden: "true", {words.money(greatest)} }
            div {
                class: "chart-room",
                role: "slider",
                tabindex: "0",
                aria_label: words.say("charts.mark"),
                aria_valuemin: "1",
                aria_valuemax: (last + 1).to_string(),
                aria_valuenow: (marked + 1).to_string(),
                aria_valuetext: said,
                onkeydown: move |event| {
                    let to = match event.key() {
                        Key::ArrowRight | Key::ArrowUp => (marked + 1).min(last),
                        Key::ArrowLeft | Key::ArrowDown => marked.saturating_sub(1),
                        Key::Home => 0,
                        Key::End => last,
                        _ => return,
                    };
                    event.prevent_default();
                    chosen.set(Some(to));
                },
                svg {
                    view_box: "0 0 {WIDTH * i64::try_from(columns.len()).unwrap_or(1)} 100",
                    preserve_aspect_ratio: "none",
                    "aria-hidden": "true",
                    for (at , column) in columns.iter().copied().enumerate() {
                        g { key: "{column.year}-{column.month:?}", onclick: move |_| chosen.set(Some(at)),
                            rect {
                                class: if at == marked { "mark" } else { "ground" },
                                x: "{left(at)}",
                                y: "0",
                                width: "{WIDTH}",
                                height: "100",
                            }
                            for bar in bars(column.sums, greatest) {
                                rect {
                                    key: "{bar.of}",
                                    "data-of": bar.of,
                                    x: "{left(at) + bar.left}",
                                    y: "{100 - bar.bottom - bar.height}",
                                    width: "4",
                                    height: "{bar.height}",
                                }
                            }
                        }
                    }
                }
            }
            p { class: "chart-ends muted small", aria_hidden: "true",
                for column in ends.into_iter().flatten() {
                    span { key: "{column.year}-{column.month:?}", {column_words(words, column.year, column.month)} }
                }
            }
            figcaption { class: "chart-said", {sentence} }
        }
    }
}

/// A part of a column.
struct Bar {
    of: &'static str,
    left: i64,
    bottom: i64,
    height: i64,
}

/// What was spent, and beside it what came to the member with what went to others on top.
fn bars(sums: Sums, greatest: Cents) -> [Bar; 3] {
    let received = height(sums.received, greatest);
    [
        Bar { of: "charts.spent", left: 1, bottom: 0, height: height(sums.spent, greatest) },
        Bar { of: "payments.received", left: 5, bottom: 0, height: received },
        Bar { of: "payments.to_others", left: 5, bottom: received, height: height(sums.to_others, greatest) },
    ]
}

fn highest(sums: Sums) -> Cents {
    sums.spent.max(sums.received.max(Cents::ZERO) + sums.to_others.max(Cents::ZERO))
}

/// Hundredths of the greatest column; what is there at all is seen.
fn height(amount: Cents, greatest: Cents) -> i64 {
    if amount <= Cents::ZERO || greatest <= Cents::ZERO {
        return 0;
    }
    (amount.get().saturating_mul(100) / greatest.get()).clamp(1, 100)
}

fn left(at: usize) -> i64 {
    WIDTH * i64::try_from(at).unwrap_or_default()
}

/// « Octobre 2026 : dépensé 30,00 €, reçu 19,00 €, payé à d’autres 0,00 € ».
fn said(words: Words, column: Column) -> String {
    let Sums { spent, received, to_others } = column.sums;
    words.fill(
        "charts.column",
        &[
            ("when", &column_words(words, column.year, column.month)),
            ("spent", &words.money(spent)),
            ("received", &words.money(received)),
            ("others", &words.money(to_others)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_column_is_as_high_as_the_picture_and_nothing_sticks_out() {
        let sums = Sums { spent: Cents::new(3000), received: Cents::new(1900), to_others: Cents::new(1) };
        let greatest = highest(sums);
        let heights: Vec<_> = bars(sums, greatest).iter().map(|bar| (bar.bottom, bar.height)).collect();
        assert_eq!(heights, [(0, 100), (0, 63), (63, 1)]);
        assert_eq!(height(Cents::ZERO, greatest), 0);
        assert_eq!(height(Cents::new(-400), greatest), 0);
    }
}
