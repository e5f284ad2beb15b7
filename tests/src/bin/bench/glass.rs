//! The desktop as a person has it before them: a part of the screen to watch, and a keyboard. No driver is needed.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt, ImageFormat, InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, Window};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// A picture that does not change for so long is whole.
const STILL: Duration = Duration::from_millis(1500);
const PATIENCE: Duration = Duration::from_secs(30);
const ENTER: u32 = 0xff0d;

/// Left, top, width and height of a part of the screen, in pixels.
#[derive(Clone, Copy)]
pub(crate) struct Part(pub(crate) [u16; 4]);

/// What a part of the screen shows.
pub(crate) type Picture = Vec<u8>;

/// A connection to the screen and its keyboard.
pub(crate) struct Glass {
    screen: RustConnection,
    root: Window,
}

impl Glass {
    /// Looks at this display.
    pub(crate) fn on(display: &str) -> Result<Self> {
        let (screen, number) = x11rb::connect(Some(display))?;
        let root = screen.setup().roots.get(number).context("no screen")?.root;
        Ok(Self { screen, root })
    }

    /// What this part of the screen shows now.
    pub(crate) fn look(&self, Part([left, top, width, height]): Part) -> Result<Picture> {
        let (left, top) = (i16::try_from(left)?, i16::try_from(top)?);
        Ok(self.screen.get_image(ImageFormat::Z_PIXMAP, self.root, left, top, width, height, !0)?.reply()?.data)
    }

    /// The picture that this part of the screen comes to rest at, other than `before`.
    pub(crate) fn settled(&self, part: Part, before: &Picture) -> Result<Picture> {
        let (start, mut seen, mut since) = (Instant::now(), self.look(part)?, Instant::now());
        while start.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(20));
            let now = self.look(part)?;
            if now != seen {
                (seen, since) = (now, Instant::now());
            } else if seen != *before && since.elapsed() > STILL {
                return Ok(seen);
            }
        }
        bail!("the screen does not come to rest")
    }

    /// Waits until this part of the screen shows this picture.
    pub(crate) fn until(&self, part: Part, picture: &Picture) -> Result<()> {
        let start = Instant::now();
        while self.look(part)? != *picture {
            if start.elapsed() > PATIENCE {
                bail!("the picture does not come");
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        Ok(())
    }

    /// Types these digits and « Enter » into the window in front, which gets the keyboard as a window manager would give it.
    pub(crate) fn enter(&self, digits: &str) -> Result<()> {
        let windows = self.screen.query_tree(self.root)?.reply()?.children;
        for window in windows.into_iter().rev() {
            let is_seen = self.screen.get_window_attributes(window)?.reply()?.map_state;
            if is_seen == x11rb::protocol::xproto::MapState::VIEWABLE {
                self.screen.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME)?.check()?;
                break;
            }
        }
        // The symbols of digits are their characters.
        for symbol in digits.chars().map(u32::from).chain([ENTER]) {
            let key = self.key(symbol)?;
            for event in [KEY_PRESS_EVENT, KEY_RELEASE_EVENT] {
                self.screen.xtest_fake_input(event, key, x11rb::CURRENT_TIME, self.root, 0, 0, 0)?.check()?;
            }
        }
        Ok(())
    }

    fn key(&self, symbol: u32) -> Result<u8> {
        let setup = self.screen.setup();
        let count = setup.max_keycode - setup.min_keycode + 1;
        let keys = self.screen.get_keyboard_mapping(setup.min_keycode, count)?.reply()?;
        let place = keys
            .keysyms
            .chunks(usize::from(keys.keysyms_per_keycode))
            .position(|symbols| symbols.first() == Some(&symbol))
            .context("no key for this symbol")?;
        Ok(setup.min_keycode + u8::try_from(place)?)
    }
}
