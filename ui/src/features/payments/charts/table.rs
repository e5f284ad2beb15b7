//! The columns as a table, for whoever would rather read; on paper always.

use dioxus::prelude::*;
use protocol::charts::{Column, Sums};

use super::column_words;
use crate::components::{Amount, Button, Icon, Look};
use crate::i18n::use_words;

/// A row a column, the newest first, and the sums.
#[component]
pub(super) fn Table(columns: Vec<Column>, totals: Sums) -> Element {
    let words = use_words();
    let mut open = use_signal(|| false);
    let label = if open() { "charts.table.hide" } else { "charts.table.show" };
    rsx! {
        div { class: "chart-table-button",
            Button {
                label: words.say(label),
                look: Look::Plain,
                icon: Icon::Documents,
                onpress: move |()| open.toggle(),
            }
        }
        div { class: "chart-table", hidden: !open(),
            table { role: "table",
                caption { class: "heard", {words.say("charts.title")} }
                thead {
                    tr { role: "row",
                        th { role: "columnheader", scope: "col", {words.say("charts.table.when")} }
                        th { role: "columnheader", scope: "col", {words.say("charts.spent")} }
                        th { role: "columnheader", scope: "col", {words.say("payments.received")} }
                        th { role: "columnheader", scope: "col", {words.say("charts.to_others")} }
                    }
                }
                tbody {
                    for column in columns.into_iter().rev() {
                        Row {
                            key: "{column.year}-{column.month:?}",
                            name: column_words(words, column.year, column.month),
                            sums: column.sums,
                        }
                    }
                }
                tfoot {
                    Row { name: words.say("charts.table.total"), sums: totals }
                }
            }
        }
    }
}

#[component]
fn Row(name: String, sums: Sums) -> Element {
    let words = use_words();
    // The roles stay when a narrow window draws rows as blocks.
    rsx! {
        tr { role: "row",
            th { role: "rowheader", scope: "row", {name} }
            td { role: "cell", "data-label": words.say("charts.spent"), Amount { value: sums.spent } }
            td { role: "cell", "data-label": words.say("payments.received"), Amount { value: sums.received } }
            td { role: "cell", "data-label": words.say("charts.to_others"), Amount { value: sums.to_others } }
        }
    }
}
