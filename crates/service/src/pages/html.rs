//! One plain frame for the service's pages: readable, without script, nothing fetched from elsewhere.

use std::fmt;

use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY};
use axum::response::{Html, IntoResponse, Response};

/// A page with this title and body, the body already HTML.
pub(crate) fn page(language: &str, title: &str, body: &str) -> Response {
    page_leading_to(language, title, body, "'self'")
}

/// The same, with the places to which its forms may lead, as a content security policy says them.
pub(crate) fn page_leading_to(language: &str, title: &str, body: &str, forms: &str) -> Response {
    let page = format!(
        "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title><style>{STYLE}</style></head><body><main>\n{body}</main></body></html>\n"
    );
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; form-action {forms}; base-uri 'none'; frame-ancestors 'none'"
    );
    // What stands in a page's address must not travel on, nor stay behind.
    let kept = [(REFERRER_POLICY, "no-referrer"), (CACHE_CONTROL, "no-store")];
    (kept, [(CONTENT_SECURITY_POLICY, policy)], Html(page)).into_response()
}

/// Text as HTML shows it.
pub(crate) struct Text<'a>(pub(crate) &'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| match character {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            other => write!(f, "{other}"),
        })
    }
}

const STYLE: &str = "
:root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif }
body { margin: 0 } main { max-width: 62rem; margin: 0 auto; padding: 1.5rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .45rem .75rem .45rem 0; vertical-align: top; border-bottom: 1px solid #8886 }
code, td.number { font-family: ui-monospace, monospace; font-variant-numeric: tabular-nums; white-space: nowrap }
.demonstration { font-weight: 700; color: #9c2c23 } @media (prefers-color-scheme: dark) { .demonstration { color: #f2a79f } }
.route th { width: 7rem } .route td:nth-child(2) { width: 11rem }
.people button { width: 100%; max-width: 40rem; text-align: left; font: inherit; padding: .6rem .8rem }
.scroll { overflow-x: auto } h2 { margin-top: 2rem } pre { overflow-x: auto; padding: .75rem; border: 1px solid #8886 }
";
