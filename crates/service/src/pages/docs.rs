//! The description of the routes: OpenAPI, and a page to read it.

use std::fmt::Write;
use std::sync::LazyLock;

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::html::{Text, page};

static OPENAPI: LazyLock<String> = LazyLock::new(|| crate::description().to_pretty_json().unwrap_or_default());

/// Describes every route in OpenAPI.
#[utoipa::path(get, path = "/openapi.json", tag = "service", responses((status = 200, description = "OpenAPI 3.1", body = Object)))]
pub(crate) async fn openapi() -> Response {
    ([(CONTENT_TYPE, "application/json")], OPENAPI.as_str()).into_response()
}

/// Shows the description as a page to read.
#[utoipa::path(get, path = "/docs", tag = "service", responses((status = 200, description = "A page", content_type = "text/html", body = String)))]
pub(crate) async fn docs() -> Response {
    let api: Value = serde_json::from_str(&OPENAPI).unwrap_or_default();
    let mut body = format!("<h1>{}</h1>\n<p>{}</p>\n", word(&api, "/info/title"), word(&api, "/info/description"));
    body += "<p>The same in <a href=\"/openapi.json\">OpenAPI</a>. <a href=\"/\">Members</a>.</p>\n";
    for (path, methods) in entries(&api, "/paths") {
        for (method, route) in entries(methods, "") {
            write_route(&mut body, path, method, route);
        }
    }
    body += "<h2 id=\"types\">Types</h2>\n";
    for (name, schema) in entries(&api, "/components/schemas") {
        let text = serde_json::to_string_pretty(schema).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(body, "<h3 id=\"{0}\">{0}</h3><pre>{1}</pre>", Text(name), Text(&text));
    }
    page("en", "Reference service: its routes", &body)
}

fn write_route(body: &mut String, path: &str, method: &str, route: &Value) {
    let secured = if route.get("security").is_some() { " · bearer token" } else { "" };
    let _ = writeln!(body, "<h2><code>{} {}</code></h2>", method.to_uppercase(), Text(path));
    let _ = writeln!(body, "<p>{} {}{secured}</p>", word(route, "/summary"), word(route, "/description"));
    if let Some(schema) = route.pointer("/requestBody/content/application~1json/schema") {
        let _ = writeln!(body, "<p>Body: {}</p>", reference(schema));
    }
    body.push_str("<table class=\"route\"><tbody>\n");
    for parameter in route.get("parameters").and_then(Value::as_array).into_iter().flatten() {
        let (name, place) = (word(parameter, "/name"), word(parameter, "/in"));
        let _ = writeln!(
            body,
            "<tr><th scope=\"row\"><code>{name}</code></th><td>{place}</td><td>{}</td></tr>",
            word(parameter, "/description")
        );
    }
    for (status, answer) in entries(route, "/responses") {
        let schema = answer.pointer("/content/application~1json/schema").map(reference).unwrap_or_default();
        let _ = writeln!(
            body,
            "<tr><th scope=\"row\"><code>{status}</code></th><td>{schema}</td><td>{}</td></tr>",
            word(answer, "/description")
        );
    }
    body.push_str("</tbody></table>\n");
}

fn reference(schema: &Value) -> String {
    let named = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
    match (named, schema.get("items")) {
        (Some(name), _) => format!("<a href=\"#{0}\"><code>{0}</code></a>", Text(name)),
        (None, Some(items)) => format!("list of {}", reference(items)),
        (None, None) => word(schema, "/type"),
    }
}

fn entries<'a>(value: &'a Value, pointer: &str) -> impl Iterator<Item = (&'a String, &'a Value)> {
    value.pointer(pointer).and_then(Value::as_object).into_iter().flatten()
}

fn word(value: &Value, pointer: &str) -> String {
    Text(value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()).to_string()
}
