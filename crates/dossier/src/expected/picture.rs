//! The picture of a receipt: a real one, of a bounded size, as it was made.

use std::io::Cursor;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::{ImageFormat, ImageReader, Limits};
use protocol::expected::RECEIPT_BYTES;
use protocol::{ApiError, Field, Problem};

use crate::store::Picture;

/// Pixels in a row or column.
const MOST_PIXELS: u32 = 12_000;
/// Bytes of the picture laid open.
const MOST_MEMORY: u64 = 400_000_000;

/// The bytes of a JPEG or PNG, decoded to the last pixel to see that it is one.
pub(super) fn check(data: &str) -> Result<Picture, ApiError> {
    let wrong = |problem| ApiError::Invalid { field: Field::Receipt, problem };
    if data.len() / 4 * 3 > RECEIPT_BYTES {
        return Err(wrong(Problem::TooLong));
    }
    let bytes = STANDARD.decode(data).map_err(|_| wrong(Problem::Impossible))?;
    let format = image::guess_format(&bytes).map_err(|_| wrong(Problem::Impossible))?;
    let media_type = match format {
        ImageFormat::Png => "image/png",
        ImageFormat::Jpeg => "image/jpeg",
        _ => return Err(wrong(Problem::Impossible)),
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(&bytes), format);
    reader.limits(limits);
    reader.decode().map_err(|_| wrong(Problem::Impossible))?;
    Ok(Picture { media_type: media_type.to_owned(), bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        image::DynamicImage::new_rgb8(20, 30).write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn problem(bytes: &[u8]) -> Problem {
        match check(&STANDARD.encode(bytes)) {
            Err(ApiError::Invalid { field: Field::Receipt, problem }) => problem,
            other => panic!("{:?}", other.err()),
        }
    }

    #[test]
    fn keeps_pictures_as_they_are() {
        for (format, media_type) in [(ImageFormat::Png, "image/png"), (ImageFormat::Jpeg, "image/jpeg")] {
            let bytes = encoded(format);
            let picture = check(&STANDARD.encode(&bytes)).unwrap();
            assert_eq!((picture.media_type.as_str(), picture.bytes), (media_type, bytes));
        }
    }

    #[test]
    fn refuses_what_only_begins_as_a_picture_and_what_is_too_large() {
        let whole = encoded(ImageFormat::Png);
        assert_eq!(problem(b"%PDF-1.7"), Problem::Impossible);
        assert_eq!(problem(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Problem::Impossible);
        assert_eq!(problem(&whole[..whole.len() / 2]), Problem::Impossible);
        assert_eq!(problem(&vec![0; RECEIPT_BYTES + 9]), Problem::TooLong);
        assert!(check("not base64").is_err());
    }
}
