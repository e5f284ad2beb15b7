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
    framed(language, title, &format!("<body><main>\n{body}</main></body>"), forms)
}

/// A page behind the link of an e-mail: our mark, its heading, what there is to do on a card, and `foot` below.
pub(crate) fn card(language: &str, title: &str, body: &str, foot: &str) -> Response {
    let body = format!(
        "<body class=\"narrow\"><main>\n{LOGO}\n<h1>{title}</h1>\n<div class=\"card\">\n{body}</div>\n\
         <p class=\"foot\">{foot}</p>\n</main></body>"
    );
    framed(language, title, &body, "'self'")
}

fn framed(language: &str, title: &str, body: &str, forms: &str) -> Response {
    let page = format!(
        "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title><style>{}{STYLE}</style></head>{body}</html>\n",
        tokens()
    );
    let policy = format!(
        "default-src 'none'; style-src 'unsafe-inline'; form-action {forms}; base-uri 'none'; frame-ancestors 'none'"
    );
    // What stands in a page's address must not travel on, nor stay behind.
    let kept = [(REFERRER_POLICY, "no-referrer"), (CACHE_CONTROL, "no-store")];
    (kept, [(CONTENT_SECURITY_POLICY, policy)], Html(page)).into_response()
}

/// The app's colours and measures. Its letters stay away: a page fetches nothing.
fn tokens() -> &'static str {
    const TOKENS: &str = include_str!("../../../../assets/styles/tokens.css");
    TOKENS.find(":root").and_then(|start| TOKENS.get(start..)).unwrap_or_default()
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

const LOGO: &str = "<svg class=\"mark\" viewBox=\"0 0 32 32\" aria-hidden=\"true\"><rect width=\"32\" height=\"32\" rx=\"9\"/>\
                    <path d=\"M9 17.5 14 22l9-11\"/></svg>";

const STYLE: &str = "
*, ::before, ::after { box-sizing: border-box }
html { font-size: 106.25% }
body { background: var(--paper); color: var(--ink); font-family: var(--font); line-height: 1.5; margin: 0; overflow-wrap: break-word }
main { max-width: 62rem; margin: 0 auto; padding: var(--s-5) var(--s-4) }
h1 { font-size: var(--t-xl); line-height: 1.2 } h2 { font-size: var(--t-l); margin-top: var(--s-6) }
a { color: var(--brand-text) }
:focus-visible { border-radius: var(--r-s); outline: 3px solid var(--focus); outline-offset: 2px }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .45rem .75rem .45rem 0; vertical-align: top; border-bottom: 1px solid var(--line) }
code, td.number { font-family: ui-monospace, monospace; font-variant-numeric: tabular-nums; white-space: nowrap }
.demonstration { font-weight: 700; color: var(--due) }
.route th { width: 7rem } .route td:nth-child(2) { width: 11rem }
.scroll { overflow-x: auto } pre { overflow-x: auto; padding: .75rem; border: 1px solid var(--line) }
.narrow main { display: grid; gap: var(--s-4); grid-template-columns: minmax(0, 1fr); max-width: 27rem }
.narrow :is(h1, p, ul, form) { margin: 0 }
.narrow h1, .foot { text-align: center; text-wrap: balance }
.mark { height: 54px; justify-self: center; width: 54px }
.mark rect { fill: var(--brand) }
.mark path { fill: none; stroke: var(--brand-ink); stroke-linecap: round; stroke-linejoin: round; stroke-width: 3.2 }
.card { background: var(--card); border-radius: var(--r-m); box-shadow: var(--shadow); padding: var(--s-5) var(--s-4) }
.card, .card form, .field { display: grid; gap: var(--s-4); grid-template-columns: minmax(0, 1fr) }
.card .field { gap: var(--s-1) }
.address { font-size: var(--t-l); font-weight: 700; line-height: 1.25; overflow-wrap: anywhere }
.muted, .foot { color: var(--ink-2) } .foot { font-size: var(--t-s) }
.card .other { border-top: 1px solid var(--line); padding-top: var(--s-4) }
.card li + li { margin-top: var(--s-1) } .card ul { padding-inline-start: 1.2em }
label { font-weight: 600 }
input { background: var(--card); border: 1.5px solid var(--edge); border-radius: var(--r-s); color: inherit; font: inherit; min-height: var(--touch); padding: 0 var(--s-3); width: 100% }
input[aria-invalid] { border: 2px solid var(--due) }
.wrong { background: var(--due-soft); border-radius: var(--r-s); color: var(--due); font-weight: 600; padding: var(--s-3) }
button, .switch { align-items: center; border-radius: var(--r-pill); cursor: pointer; display: inline-flex; font: inherit; font-weight: 600; justify-content: center; min-height: var(--touch); padding: var(--s-2) var(--s-5); text-align: center }
button { background: var(--brand); border: 0; color: var(--brand-ink); width: 100% } button:hover { background: var(--brand-strong) }
.switch { justify-self: center; text-decoration: none }
button:focus-visible, .switch:focus-visible { border-radius: var(--r-pill) }
@media (min-width: 700px) { .narrow main { padding-top: 8vh } }
.people button { width: 100%; max-width: 40rem; text-align: left; justify-content: flex-start }
";
