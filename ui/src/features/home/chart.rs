//! Six months as bars: to see at a glance, and as a list to hear.

use dioxus::prelude::*;
use insurance::Cents;
use protocol::home::MonthAmount;

use crate::i18n::use_words;

/// One bar a month, the greatest as high as the picture.
#[component]
pub(super) fn Chart(months: Vec<MonthAmount>) -> Element {
    let words = use_words();
    let greatest = months.iter().map(|month| month.amount).max().unwrap_or_default();
    rsx! {
        ul { class: "bars", aria_label: words.say("home.chart"),
            for month in months {
                li { key: "{month.year}-{month.month}",
                    span { class: "heard",
                        {words.fill("home.chart.month", &[
                            ("month", &words.month_year(month.year, month.month)),
                            ("amount", &words.money(month.amount)),
                        ])}
                    }
                    span { class: "bar-room", aria_hidden: "true",
                        span { class: "bar", height: "{height(month.amount, greatest)}%" }
                    }
                    span { class: "bar-name", aria_hidden: "true", {words.short_month(month.month)} }
                }
            }
        }
    }
}

/// Per cent of the picture's height; a month with little still shows a line.
fn height(amount: Cents, greatest: Cents) -> i64 {
    if greatest <= Cents::ZERO {
        return 3;
    }
    (amount.get().max(0).saturating_mul(100) / greatest.get()).clamp(3, 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_month_fills_the_picture_and_none_vanishes() {
        assert_eq!(height(Cents::new(4000), Cents::new(4000)), 100);
        assert_eq!(height(Cents::new(2000), Cents::new(4000)), 50);
        assert_eq!(height(Cents::ZERO, Cents::new(4000)), 3);
        assert_eq!(height(Cents::ZERO, Cents::ZERO), 3);
    }
}
