//! Devices of the account, and who was in it: as the service tells, and what this device alone knows (I3).

mod apply;
mod devices;
#[cfg(test)]
mod ended_tests;
mod own;
#[cfg(test)]
mod tests;
mod view;

pub(crate) use apply::{take_device, take_event};
pub(crate) use own::note;
