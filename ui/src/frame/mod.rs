//! The frame around the screens of an open account: navigation, state of synchronisation, headings.

mod head;
mod menu;
mod nav;
mod strip;
mod sync_words;

pub(crate) use head::ScreenHead;
pub(crate) use menu::Menu;
pub(crate) use nav::SideBar;
pub(crate) use strip::SyncStrip;
