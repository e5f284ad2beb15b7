//! The faults that are still to come.

use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::http::Method;

use super::{Fault, Rule};

/// Rules in the order in which they were given.
#[derive(Default)]
pub(crate) struct Queue(Mutex<Vec<Rule>>);

impl Queue {
    pub(super) fn order(&self, rules: Vec<Rule>) {
        self.rules().extend(rules);
    }

    pub(super) fn clear(&self) {
        self.rules().clear();
    }

    /// The fault for this request, if one is due.
    pub(super) fn next(&self, method: &Method, path: &str) -> Option<Fault> {
        let mut rules = self.rules();
        rules.retain(|rule| rule.times > 0);
        let rule = rules.iter_mut().find(|rule| fits(rule, method, path))?;
        if rule.skip > 0 {
            rule.skip -= 1;
            return None;
        }
        rule.times -= 1;
        Some(rule.fault)
    }

    fn rules(&self) -> MutexGuard<'_, Vec<Rule>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn fits(rule: &Rule, method: &Method, path: &str) -> bool {
    let same_method = rule.method.as_deref().is_none_or(|wanted| wanted.eq_ignore_ascii_case(method.as_str()));
    let same_path = match rule.path.strip_suffix('*') {
        Some(beginning) => path.starts_with(beginning),
        None => path == rule.path,
    };
    same_method && same_path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(path: &str, skip: u32, times: u32, fault: Fault) -> Rule {
        Rule { path: path.to_owned(), method: None, skip, times, fault }
    }

    #[test]
    fn a_rule_lets_some_pass_disturbs_some_and_is_gone() {
        let queue = Queue::default();
        queue.order(vec![rule("/a", 1, 2, Fault::Html), rule("/a", 0, 1, Fault::Hang)]);
        let seen: Vec<_> = (0..5).map(|_| queue.next(&Method::GET, "/a")).collect();
        assert_eq!(seen, [None, Some(Fault::Html), Some(Fault::Html), Some(Fault::Hang), None]);
    }

    #[test]
    fn a_rule_fits_by_path_beginning_and_method() {
        let queue = Queue::default();
        queue.order(vec![Rule { method: Some("post".to_owned()), ..rule("/v1/*", 0, 1, Fault::Html) }]);
        assert_eq!(queue.next(&Method::GET, "/v1/x"), None);
        assert_eq!(queue.next(&Method::POST, "/v2/x"), None);
        assert_eq!(queue.next(&Method::POST, "/v1/x"), Some(Fault::Html));
    }
}
