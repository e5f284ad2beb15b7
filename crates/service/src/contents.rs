//! The bytes of documents, by their hash; whole, or from where a fetch broke off.

use std::ops::Range;

use axum::body::Bytes;
use axum::extract;
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_NONE_MATCH, IF_RANGE, RANGE,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use protocol::documents::Content;
use sha2::{Digest, Sha256};

use crate::extract::Bearer;
use crate::store::contents;
use crate::{Error, State};

/// Sends a document's bytes.
#[utoipa::path(
    get, path = "/v1/contents/{sha256}", tag = "contents", security(("bearer" = [])),
    params(
        ("sha256" = String, Path, description = "Lower-case hexadecimal SHA-256, as the document's change says it"),
        ("Range" = Option<String>, Header, description = "One range of bytes, such as `bytes=4096-`"),
    ),
    responses(
        (status = 200, description = "The whole", content_type = "application/pdf", body = [u8]),
        (status = 206, description = "The range asked for", content_type = "application/pdf", body = [u8]),
        (status = 304, description = "The client has it already"),
        (status = 401, description = "The session is over: refresh it", body = crate::error::Said),
        (status = 404, description = "No such content belongs to this member", body = crate::error::Said),
        (status = 416, description = "The range begins after the end", body = crate::error::Said),
    )
)]
pub(crate) async fn get(
    extract::State(state): extract::State<State>,
    bearer: Bearer,
    extract::Path(sha256): extract::Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let etag = format!("\"{sha256}\"");
    let bytes = state.store(move |tx| contents::bytes(tx, bearer.member, &sha256)).await?;
    let bytes = Bytes::from(bytes.ok_or(Error::NotFound)?);
    let common = [(ETAG, etag.clone()), (ACCEPT_RANGES, "bytes".to_owned()), (CACHE_CONTROL, "private".to_owned())];
    if headers.get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == etag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, common).into_response());
    }
    let same = headers.get(IF_RANGE).is_none_or(|known| known.as_bytes() == etag.as_bytes());
    let asked = headers.get(RANGE).and_then(|range| range.to_str().ok()).filter(|_| same);
    match asked.map_or(Asked::Whole, |range| read_range(range, bytes.len())) {
        Asked::Whole => Ok((common, [(CONTENT_TYPE, "application/pdf")], bytes).into_response()),
        Asked::Nothing => Err(Error::RangeNotSatisfiable { bytes: bytes.len() }),
        Asked::Part(part) => {
            let range = format!("bytes {}-{}/{}", part.start, part.end - 1, bytes.len());
            let content = [(CONTENT_TYPE, "application/pdf".to_owned()), (CONTENT_RANGE, range)];
            Ok((StatusCode::PARTIAL_CONTENT, common, content, bytes.slice(part)).into_response())
        }
    }
}

/// How a document's change names these bytes.
pub(crate) fn describe(bytes: &[u8]) -> Content {
    let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Content { sha256, bytes: bytes.len() as u64 }
}

#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Whole,
    Part(Range<usize>),
    Nothing,
}

/// One range of a whole of `total` bytes. What is not understood asks for the whole (RFC 9110, 14.2).
fn read_range(header: &str, total: usize) -> Asked {
    let Some((first, last)) = header.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Asked::Whole;
    };
    let part = match (first.trim().parse::<usize>(), last.trim().parse::<usize>()) {
        (Ok(first), Ok(last)) if first <= last => first..last.saturating_add(1).min(total),
        (Ok(first), Err(_)) if last.trim().is_empty() => first..total,
        (Err(_), Ok(count)) if first.trim().is_empty() => total.saturating_sub(count)..total,
        _ => return Asked::Whole,
    };
    if part.start < part.end { Asked::Part(part) } else { Asked::Nothing }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_three_forms_of_a_range() {
        assert_eq!(read_range("bytes=2-4", 10), Asked::Part(2..5));
        assert_eq!(read_range("bytes=7-", 10), Asked::Part(7..10));
        assert_eq!(read_range("bytes=-3", 10), Asked::Part(7..10));
        assert_eq!(read_range("bytes=8-99", 10), Asked::Part(8..10));
    }

    #[test]
    fn a_range_after_the_end_has_nothing_and_a_strange_one_asks_for_the_whole() {
        assert_eq!(read_range("bytes=10-", 10), Asked::Nothing);
        assert_eq!(read_range("bytes=-0", 10), Asked::Nothing);
        for strange in ["lines=1-2", "bytes=4-2", "bytes=1-2,4-5", "bytes=x-"] {
            assert_eq!(read_range(strange, 10), Asked::Whole, "{strange}");
        }
    }
}
