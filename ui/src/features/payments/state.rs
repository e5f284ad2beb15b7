//! What the list is to show: filters that combine, and what is typed for exact dates.

use dioxus::prelude::*;
use protocol::payments::{Filter, Nature, OFFICIAL_MONTHS, Period};
use protocol::{ApiError, BeneficiaryId};

use super::period::{earlier, parse_period};

/// Which days the member wants to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PeriodChoice {
    /// So many months, this one included.
    Months(u16),
    /// From one day to another.
    Dates,
}

/// The store of the screen; it lives as long as the account is open.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct PaymentsStore {
    filter: Signal<Filter>,
    shown: Signal<bool>,
    beside: Signal<bool>,
    dates: Signal<bool>,
    from: Signal<String>,
    to: Signal<String>,
    problem: Signal<Option<ApiError>>,
}

impl PaymentsStore {
    pub(crate) fn new() -> Self {
        Self {
            filter: Signal::new(Filter::default()),
            shown: Signal::new(false),
            beside: Signal::new(false),
            dates: Signal::new(false),
            from: Signal::new(String::new()),
            to: Signal::new(String::new()),
            problem: Signal::new(None),
        }
    }

    /// Whether « Autour de mes paiements » shows what it holds.
    pub(super) fn is_beside_open(self) -> bool {
        *self.beside.read()
    }

    /// Shows or hides it.
    pub(super) fn toggle_beside(mut self) {
        let shown = *self.beside.peek();
        self.beside.set(!shown);
    }

    /// What to ask for.
    pub(super) fn filter(self) -> Filter {
        self.filter.read().clone()
    }

    /// One person, or the whole family.
    pub(super) fn choose_person(mut self, person: Option<BeneficiaryId>) {
        self.filter.write().person = person;
    }

    /// One nature, or all.
    pub(super) fn choose_nature(mut self, nature: Option<Nature>) {
        self.filter.write().nature = nature;
    }

    /// These days; for exact dates the fields open first.
    pub(super) fn choose_period(mut self, choice: PeriodChoice) {
        match choice {
            PeriodChoice::Months(months) => {
                self.dates.set(false);
                self.problem.set(None);
                self.filter.write().period = Period::LastMonths { months };
            }
            PeriodChoice::Dates => self.dates.set(true),
        }
    }

    /// The choice that is pressed.
    pub(super) fn period(self) -> PeriodChoice {
        match (&self.filter.read().period, *self.dates.read()) {
            (Period::Between { .. }, _) | (_, true) => PeriodChoice::Dates,
            (Period::LastMonths { months }, false) => PeriodChoice::Months(*months),
        }
    }

    /// First and last day as typed.
    pub(super) fn typed_dates(self) -> (String, String) {
        (self.from.read().clone(), self.to.read().clone())
    }

    /// Another first day was typed.
    pub(super) fn type_from(mut self, text: String) {
        self.from.set(text);
    }

    /// Another last day was typed.
    pub(super) fn type_to(mut self, text: String) {
        self.to.set(text);
    }

    /// Takes the dates typed, or says what is wrong with them.
    pub(super) fn apply_dates(mut self) {
        match parse_period(&self.from.peek(), &self.to.peek()) {
            Ok(period) => {
                self.problem.set(None);
                self.filter.write().period = period;
            }
            Err(problem) => self.problem.set(Some(problem)),
        }
    }

    /// What is wrong with the dates typed.
    pub(super) fn problem(self) -> Option<ApiError> {
        self.problem.read().clone()
    }

    /// « Afficher plus de paiements »: six months more.
    pub(super) fn show_more(mut self) {
        let period = earlier(&self.filter.peek().period);
        self.filter.write().period = period;
    }

    /// Back to six months of everything.
    pub(super) fn clear(mut self) {
        self.dates.set(false);
        self.from.set(String::new());
        self.to.set(String::new());
        self.problem.set(None);
        self.filter.set(Filter::default());
    }

    /// The panel of filters is open.
    pub(super) fn is_panel_open(self) -> bool {
        *self.shown.read()
    }

    /// Opens or closes the panel of filters.
    pub(super) fn toggle_panel(mut self) {
        self.shown.toggle();
    }
}

/// How many of the panel's filters are not as they were at first.
pub(super) fn count_active(filter: &Filter) -> usize {
    let period = !matches!(filter.period, Period::LastMonths { months } if months == OFFICIAL_MONTHS);
    usize::from(filter.nature.is_some()) + usize::from(period)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_the_member_chose() {
        assert_eq!(count_active(&Filter::default()), 0);
        let filter =
            Filter { nature: Some(Nature::Care), period: Period::LastMonths { months: 12 }, ..Filter::default() };
        assert_eq!(count_active(&filter), 2);
    }
}
