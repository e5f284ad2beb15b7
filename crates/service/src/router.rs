//! Every route of the service, in one expression.

use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::{Router, middleware};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::trace::{DefaultOnResponse, TraceLayer};
use tracing::{Level, Span};
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::{
    Error, State, caller, changes, closing, contents, debts, devices, entrance, faults, franceconnect, health, mail,
    opening, pages, post, profile, renewal, session, sign_in,
};

/// The largest request body, in bytes.
const LARGEST_BODY: usize = 16 * 1024;

/// The router over `state`.
pub fn app(state: State) -> Router {
    let routes = if state.faults().is_some() { routes().merge(faults()) } else { routes() };
    // PDF is compressed already, and a part of it must keep its length.
    let compression = CompressionLayer::new()
        .compress_when(DefaultPredicate::new().and(NotForContentType::const_new("application/pdf")));
    let trace =
        TraceLayer::new_for_http().make_span_with(span).on_response(DefaultOnResponse::new().level(Level::INFO));
    Router::from(routes)
        .fallback(async || Error::NotFound)
        .method_not_allowed_fallback(async || Error::MethodNotAllowed)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(compression)
        .layer(middleware::from_fn_with_state(state.clone(), faults::disturb))
        .layer(middleware::from_fn_with_state(state.clone(), pages::date))
        .layer(middleware::from_fn(caller::note))
        .layer(trace)
        .with_state(state)
}

/// The description of every route, as `/openapi.json` gives it.
pub fn description() -> OpenApi {
    routes().merge(faults()).into_openapi()
}

fn routes() -> OpenApiRouter<State> {
    OpenApiRouter::with_openapi(pages::Description::openapi())
        .routes(routes!(pages::start))
        .routes(routes!(pages::members))
        .routes(routes!(pages::newcomers))
        .routes(routes!(pages::openapi))
        .routes(routes!(pages::docs))
        .routes(routes!(mail::mailbox))
        .routes(routes!(mail::mailbox_json))
        .routes(routes!(mail::message))
        .routes(routes!(post::list))
        .routes(routes!(post::list_json))
        .routes(routes!(post::letter))
        .routes(routes!(health::get))
        .routes(routes!(sign_in::post))
        .routes(routes!(entrance::go_on))
        .routes(routes!(opening::proof))
        .routes(routes!(opening::finish))
        .routes(routes!(franceconnect::identify))
        .routes(routes!(franceconnect::sign_in))
        .routes(routes!(renewal::forgotten))
        .routes(routes!(renewal::open, renewal::choose))
        .routes(routes!(renewal::ask, renewal::confirm))
        .routes(routes!(session::refresh))
        .routes(routes!(session::end))
        .routes(routes!(devices::end))
        .routes(routes!(closing::close))
        .routes(routes!(changes::get))
        .routes(routes!(contents::get))
        .routes(routes!(profile::change))
        .routes(routes!(debts::begin))
        .routes(routes!(debts::get))
        .routes(routes!(debts::ask, debts::decide))
        .routes(routes!(franceconnect::list))
        .routes(routes!(franceconnect::configuration))
        .routes(routes!(franceconnect::keys))
        .routes(routes!(franceconnect::ask, franceconnect::decide))
        .routes(routes!(franceconnect::exchange))
        .routes(routes!(franceconnect::userinfo))
}

fn faults() -> OpenApiRouter<State> {
    OpenApiRouter::new().routes(routes!(faults::order, faults::clear))
}

/// The route, never what fills it nor the query: nothing personal is logged.
fn span(request: &Request) -> Span {
    let route = request.extensions().get::<MatchedPath>().map_or("no route", MatchedPath::as_str);
    tracing::info_span!("request", method = %request.method(), route)
}
