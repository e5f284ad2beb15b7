//! What the driver can ask of the page: things by role and accessible name, text, and whether it has come to rest.

use std::time::Duration;

use anyhow::{Context, Result};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::{Client, error::CmdError};
use serde_json::{Value, json};
use tokio::time::timeout;

const PAGE: &str = include_str!("page.js");

/// No single question to the driver takes longer than this, unless the driver hangs.
const ANSWER: Duration = Duration::from_secs(30);

/// How long nothing on the page may have changed before a person would act.
const REST_MS: f64 = 120.0;

/// Where a thing is looked for: in all that can be reached, or within a thing.
pub(crate) type Region<'a> = Option<(&'a str, &'a str)>;

/// A thing on the page.
pub(crate) struct Thing {
    pub(crate) element: Element,
    /// Where to press: the thing, or the label that draws it.
    pub(crate) touched: Element,
    pub(crate) usable: bool,
    /// Left, top, width, height.
    pub(crate) place: String,
    pub(crate) value: String,
    pub(crate) checked: bool,
}

/// Asks the page of one client.
#[derive(Clone)]
pub(crate) struct Page {
    pub(crate) client: Client,
}

impl Page {
    /// The first thing of this role and name, exact names before names that hold it.
    pub(crate) async fn find(&self, role: &str, name: &str, region: Region<'_>) -> Result<Option<Thing>> {
        let script = "const [role, name, region] = arguments;
            const element = page.find(role, name, page.within(region))[0];
            if (!element) return null;
            const { x, y, width, height } = element.getBoundingClientRect();
            return { element, touched: page.touched(element), usable: page.usable(element),
                place: [x, y, width, height].map(Math.round).join(), value: String(element.value ?? ''),
                checked: element.checked === true || element.getAttribute('aria-checked') === 'true'
                    || element.getAttribute('aria-pressed') === 'true'
                    || element.getAttribute('aria-selected') === 'true' };";
        let found = self.ask(script, vec![json!(role), json!(name), json!(region)]).await?;
        if found.is_null() {
            return Ok(None);
        }
        let part = |name: &str| found.get(name).cloned().unwrap_or_default();
        let element = |name: &str| -> Result<Element> {
            let id: ElementRef = element_id(&part(name)).context("not an element")?;
            Ok(Element::from_element_id(self.client.clone(), id))
        };
        Ok(Some(Thing {
            element: element("element")?,
            touched: element("touched")?,
            usable: part("usable") == Value::Bool(true),
            place: part("place").as_str().unwrap_or_default().to_owned(),
            value: part("value").as_str().unwrap_or_default().to_owned(),
            checked: part("checked") == Value::Bool(true),
        }))
    }

    /// Scrolls to the thing, as far as is needed.
    pub(crate) async fn bring_into_sight(&self, role: &str, name: &str, region: Region<'_>) -> Result<()> {
        let script = "const element = page.find(arguments[0], arguments[1], page.within(arguments[2]))[0];
            if (element) page.touched(element).scrollIntoView({ block: 'nearest' });";
        self.ask(script, vec![json!(role), json!(name), json!(region)]).await.map(drop)
    }

    /// How many things of this role and name there are.
    pub(crate) async fn count(&self, role: &str, name: &str, region: Region<'_>) -> Result<u64> {
        let script = "return page.find(arguments[0], arguments[1], page.within(arguments[2])).length;";
        let count = self.ask(script, vec![json!(role), json!(name), json!(region)]).await?;
        count.as_u64().context("not a number")
    }

    /// Whether nothing has changed for a moment.
    pub(crate) async fn rests(&self) -> Result<bool> {
        let quiet = self.ask("return document.readyState === 'complete' ? page.quiet() : 0;", vec![]).await?;
        Ok(quiet.as_f64().is_some_and(|quiet| quiet >= REST_MS))
    }

    /// All text that can be reached, on one line, apostrophes and spaces plain.
    pub(crate) async fn text(&self, region: Region<'_>) -> Result<String> {
        let text = self.ask("return page.text(page.within(arguments[0]) ?? null);", vec![json!(region)]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// How many clicks the page has received.
    pub(crate) async fn clicks(&self) -> Result<u64> {
        let clicks = self.ask("return page.state.clicks;", vec![]).await?;
        clicks.as_u64().context("not a number")
    }

    /// Errors and warnings of the page's console since the driver first looked.
    pub(crate) async fn errors(&self) -> Result<Vec<String>> {
        let errors = self.ask("return page.state.errors;", vec![]).await?;
        Ok(serde_json::from_value(errors)?)
    }

    /// Runs a script in which `page` is known.
    pub(crate) async fn ask(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let script = format!("{PAGE}\n{script}");
        within(self.client.execute(&script, arguments)).await
    }
}

/// The same text as `page.plain` makes it.
pub(crate) fn plain(text: &str) -> String {
    let straight = text.replace(['\u{2018}', '\u{2019}'], "'");
    straight.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// An answer of the driver, or an error when it hangs.
pub(crate) async fn within<T>(answer: impl Future<Output = Result<T, CmdError>>) -> Result<T> {
    Ok(timeout(ANSWER, answer).await.context("the driver does not answer")??)
}

fn element_id(value: &Value) -> Option<ElementRef> {
    let id = value.as_object()?.values().next()?.as_str()?;
    Some(ElementRef::from(id.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_compared_without_typographic_differences() {
        assert_eq!(plain("  l’aide\u{202f}: 1\u{a0}234,56\u{a0}€\n"), "l'aide : 1 234,56 €");
    }
}
