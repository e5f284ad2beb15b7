//! `explanations.txt`: histories, and what the ledger is to say of the last payment of each. Its head says how to read it.

use insurance::deductions::{Cap, Exempt, ExemptReason, Insured, NotDue};
use insurance::ledger::{
    Care, Deduction, Entry, Explanation, Free, Ledger, Line, Origin, Outcome, Payment, Person, Step, Transfer,
};
use insurance::{Cents, DeductionKind};
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Value, json};

const FILE: &str = include_str!("explanations.txt");

#[test]
fn explains_each_payment_as_the_arithmetic_written_by_hand() {
    let (head, cases) = FILE.split_once("\n## ").unwrap();
    let cases: Vec<&str> = cases.split("\n## ").collect();
    let mut wrong = Vec::new();
    for case in &cases {
        let (title, text) = case.split_once('\n').unwrap();
        let lines = || head.lines().chain(text.lines()).map(str::trim).filter(|line| !line.is_empty());
        let is_expected = |line: &&str| matches!(line.split(' ').next(), Some("=" | "-" | "." | "+" | "~"));
        let expected: Vec<&str> = lines().filter(is_expected).collect();
        let found = Case::read(lines().filter(|line| !is_expected(line) && !line.starts_with('#'))).told();
        if found != expected {
            wrong.push(format!("## {title}\nexpected\n  {}\nfound\n  {}", expected.join("\n  "), found.join("\n  ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    assert!(cases.len() >= 40, "{} cases", cases.len());
}

#[derive(Default)]
struct Case<'a> {
    persons: Vec<Person<'a>>,
    payments: Vec<Payment<'a>>,
}

impl<'a> Case<'a> {
    fn read(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut case = Self::default();
        for line in lines {
            case.command(&line.split_whitespace().collect::<Vec<_>>());
        }
        for payment in &mut case.payments {
            let given: Cents = payment.lines.iter().map(|line| line.reimbursed).sum();
            payment.amount += given - payment.deductions.iter().map(|deduction| deduction.amount).sum::<Cents>();
        }
        case
    }

    fn command(&mut self, words: &[&'a str]) {
        match *words {
            ["person", id, born] => {
                self.persons.retain(|person| person.id != id);
                self.persons.push(Person { id, insured: Insured { birth_date: day(born), exempt: Vec::new() } });
            }
            ["unknown", id] => self.persons.retain(|person| person.id != id),
            ["exempt", id, reason, from, ref until @ ..] => {
                let person = self.persons.iter_mut().find(|person| person.id == id).unwrap();
                let (reason, until) = (word::<ExemptReason>(reason), until.first().map(|until| day(until)));
                person.insured.exempt.push(Exempt { reason, from: day(from), until });
            }
            ["paid", on, to] => self.payments.push(payment(on.to_owned().leak(), day(on), to)),
            ["days", count, person, act, from, gives, taken] => {
                for number in 0..count.parse::<i64>().unwrap() {
                    let date = day(from).saturating_add(number.days());
                    let id: &str = format!("{act} of {date}").leak();
                    self.payments.push(payment(id, date, "member"));
                    let care = Care { id, act: word(act), date, provider: Some("Dr_Lenoir") };
                    self.line(care, person, 1, gives);
                    self.command(&["take", id, taken]);
                }
            }
            ["care", id, person, act, on, gives, provider, ref quantity @ ..] => {
                let care = Care { id, act: word(act), date: day(on), provider: Some(provider) };
                self.line(care, person, quantity.first().map_or(1, |count| count[1..].parse().unwrap()), gives);
            }
            // Of care that is not in the file.
            ["take", id, amount, person, act, on] => {
                let care = Care { id, act: word(act), date: day(on), provider: None };
                self.deduct(care, person, amount);
            }
            ["take", id, amount] => {
                let mut lines = self.payments.iter().flat_map(|payment| &payment.lines);
                let line = *lines.find(|line| line.care.id == id).unwrap();
                self.deduct(line.care, line.person, amount);
            }
            ["amount", more] => self.payments.last_mut().unwrap().amount = cents(more),
            _ => panic!("not understood: {words:?}"),
        }
    }

    fn line(&mut self, care: Care<'a>, person: &'a str, quantity: u32, gives: &str) {
        self.payments.last_mut().unwrap().lines.push(Line { care, person, quantity, reimbursed: cents(gives) });
    }

    fn deduct(&mut self, care: Care<'a>, person: &'a str, amount: &str) {
        let kind = insurance::deductions::borne_by(care.act).unwrap();
        let deduction = Deduction { kind, person, amount: cents(amount), care };
        self.payments.last_mut().unwrap().deductions.push(deduction);
    }

    fn told(&self) -> Vec<String> {
        let ledger = Ledger::of(&self.persons, &self.payments);
        let last = self.payments.last().unwrap();
        let explanation = ledger.explain(last.id).unwrap();
        let mut told = vec![sum(&explanation)];
        told.extend(explanation.steps.iter().map(step));
        for line in &explanation.lines {
            match line.outcome {
                Outcome::Free(why) => told.push(format!(". {} {} {}", line.care.id, line.person, reason(why))),
                Outcome::Bears(entry) => {
                    let here: Cents =
                        explanation.steps.iter().filter(|step| step.entry == entry).map(|step| step.amount).sum();
                    if here < entry.due {
                        told.push(format!("+ {}, {} waits", borne(entry), entry.waiting().plain()));
                    }
                }
            }
        }
        let concerned = |person: &str| {
            explanation.steps.iter().any(|step| step.entry.person == person)
                || explanation.lines.iter().any(|line| line.person == person)
        };
        for counter in ledger.counters().into_iter().filter(|counter| concerned(counter.person)) {
            let kind = match counter.kind {
                DeductionKind::FlatContribution => "flat",
                DeductionKind::Franchise => "franchise",
            };
            let [taken, waiting, cap] = [counter.taken, counter.waiting, counter.cap].map(Plain::plain);
            told.push(format!("~ {} {} {kind} {taken} + {waiting} of {cap}", counter.person, counter.year));
        }
        told
    }
}

fn payment<'a>(id: &'a str, paid_on: Date, to: &str) -> Payment<'a> {
    let transfer = match to {
        "member" => Transfer::ToMember,
        "other" => Transfer::ToOther,
        "entry" => Transfer::Entry,
        _ => panic!("not a payee: {to}"),
    };
    Payment { id, paid_on, transfer, amount: Cents::ZERO, lines: Vec::new(), deductions: Vec::new() }
}

fn sum(explanation: &Explanation<'_, '_>) -> String {
    let Explanation { given, amount, .. } = explanation;
    let [given, own, earlier, amount] = [*given, explanation.own(), explanation.earlier(), *amount].map(Plain::plain);
    let more = explanation.unexplained();
    let more = if more == Cents::ZERO { String::new() } else { format!(" unexplained {}", more.plain()) };
    format!("= {given} - {own} - {earlier} -> {amount}{more}")
}

fn step(step: &Step<'_, '_>) -> String {
    let mut told = format!("- {} here: {}", step.amount.plain(), borne(step.entry));
    if step.origin == Origin::Earlier {
        told.push_str(", earlier care");
    }
    for (amount, what) in [(step.before, "before"), (step.left, "left")] {
        if amount != Cents::ZERO {
            told.push_str(&format!(", {} {what}", amount.plain()));
        }
    }
    told
}

/// « c camille 3 box x 1.00 = 3.00 ».
fn borne(entry: &Entry<'_>) -> String {
    let known = entry.assessed.map_or("as taken".to_owned(), |assessed| {
        let unit = json!(assessed.unit);
        let cap = match assessed.cap {
            None => "",
            Some(Cap::Day) => " capped for the day",
            Some(Cap::Year) => " capped for the year",
        };
        format!("{} {} x {}{cap}", assessed.quantity, unit.as_str().unwrap(), assessed.price.plain())
    });
    format!("{} {} {known} = {}", entry.care.id, entry.person, entry.due.plain())
}

fn reason(why: Free) -> String {
    match why {
        Free::NotAsked => "not asked".to_owned(),
        Free::Unknown => "unknown person".to_owned(),
        Free::Not(NotDue::NotBorne) => "bears none".to_owned(),
        Free::Not(NotDue::TooEarly) => "before it existed".to_owned(),
        Free::Not(NotDue::Exempt(reason)) => json!(reason).as_str().unwrap().to_owned(),
        Free::Not(NotDue::Capped(Cap::Day)) => "cap of the day reached".to_owned(),
        Free::Not(NotDue::Capped(Cap::Year)) => "cap of the year reached".to_owned(),
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn word<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_value(Value::from(text)).unwrap()
}

fn cents(text: &str) -> Cents {
    Cents::parse(text).unwrap()
}

/// « 15.00 », as the file writes it.
trait Plain {
    fn plain(self) -> String;
}

impl Plain for Cents {
    fn plain(self) -> String {
        format!("{}{}.{:02}", if self < Self::ZERO { "-" } else { "" }, self.get().abs() / 100, self.get().abs() % 100)
    }
}
