//! What came of FranceConnect, as title and text.

use protocol::franceconnect::{Distrust, FranceConnectAnswer};

/// The messages of an answer.
pub(super) fn of(answer: &FranceConnectAnswer) -> (&'static str, &'static str) {
    use FranceConnectAnswer as Answer;
    match answer {
        Answer::NoAccount { .. } => ("franceconnect.no_account", "franceconnect.no_account.text"),
        Answer::NotMatched => ("franceconnect.not_matched", "franceconnect.not_matched.text"),
        Answer::Refused => ("franceconnect.refused", "franceconnect.refused.text"),
        Answer::TimedOut => ("franceconnect.timed_out", "franceconnect.timed_out.text"),
        Answer::NoBrowser => ("franceconnect.no_browser", "franceconnect.no_browser.text"),
        Answer::Entered | Answer::Left => ("franceconnect.left", "franceconnect.left.text"),
        Answer::Distrusted { because } => ("franceconnect.distrusted", distrust(*because)),
    }
}

fn distrust(because: Distrust) -> &'static str {
    match because {
        Distrust::State | Distrust::Nonce => "franceconnect.distrusted.request",
        Distrust::Signature => "franceconnect.distrusted.signature",
        Distrust::Audience => "franceconnect.distrusted.audience",
        Distrust::Expired => "franceconnect.distrusted.expired",
        Distrust::Other => "franceconnect.distrusted.other",
    }
}
