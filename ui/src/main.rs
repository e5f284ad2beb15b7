//! The interface, as WebAssembly.

fn main() {
    ui::start();
}
