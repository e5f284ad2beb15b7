//! Drawn signs; words always stand beside them or name them.

use dioxus::prelude::*;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    Home,
    Payments,
    Documents,
    Person,
    Settings,
    Lock,
    Leave,
    Offline,
    Refresh,
    Alert,
    Forward,
    Back,
    Erase,
    Save,
    Share,
    Print,
    Remove,
    Eye,
    EyeOff,
    Filter,
    Close,
    Info,
    Check,
    Letter,
    Add,
    Device,
    People,
    Search,
    Chart,
    Leaves,
    Sum,
    Files,
    Clock,
}

/// The sign, hidden from screen readers.
#[component]
pub(crate) fn IconView(icon: Icon) -> Element {
    rsx! {
        svg { class: "icon", view_box: "0 0 24 24", "aria-hidden": "true",
            path { d: outline(icon) }
        }
    }
}

fn outline(icon: Icon) -> &'static str {
    match icon {
        Icon::Home => "M3 11 12 4l9 7v8a1 1 0 0 1-1 1h-5v-6H9v6H4a1 1 0 0 1-1-1z",
        Icon::Payments => {
            "M5.5 6h13A2.5 2.5 0 0 1 21 8.5v7a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 15.5v-7A2.5 2.5 0 0 1 5.5 6zM3 10h18M7 15h3"
        }
        Icon::Documents => "M7 3h7l5 5v12a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM14 3v5h5M9 13h6M9 17h4",
        Icon::Person => "M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4 21c1-4 4-6 8-6s7 2 8 6",
        Icon::Settings => {
            "M4 7h9M19 7h1M4 17h1M11 17h9M13 7a3 3 0 1 0 6 0 3 3 0 1 0-6 0M5 17a3 3 0 1 0 6 0 3 3 0 1 0-6 0"
        }
        Icon::Lock => "M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3",
        Icon::Leave => "M10 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h4M15 8l4 4-4 4M19 12H10",
        Icon::Offline => "M3 3l18 18M5 12a10 10 0 0 1 4-2.5M12 8c3 0 5.5 1.2 7.5 3.2M8.5 15.5a5 5 0 0 1 6 0M12 19h.01",
        Icon::Refresh => "M20 11a8 8 0 0 0-14.5-4L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 4l1.5-2M20 20v-5h-5",
        Icon::Alert => "M12 4 2.5 20h19zM12 10v4M12 17h.01",
        Icon::Forward => "m9 6 6 6-6 6",
        Icon::Back => "m15 6-6 6 6 6",
        Icon::Erase => "M9 5h11v14H9l-6-7zM12 9l5 6M17 9l-5 6",
        Icon::Save => "M12 4v11m-5-5 5 5 5-5M5 20h14",
        Icon::Share => "M12 15V4m-4 4 4-4 4 4M6 12v7a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-7",
        Icon::Print => {
            "M7 9V4h10v5M7 17H5a1 1 0 0 1-1-1v-5a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v5a1 1 0 0 1-1 1h-2M7 14h10v6H7z"
        }
        Icon::Remove => "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5",
        Icon::Eye => "M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0",
        Icon::EyeOff => {
            "M3 3l18 18M10 5.2A9.5 9.5 0 0 1 12 5c6 0 10 7 10 7a17 17 0 0 1-3 3.7M6.5 6.5C3.7 8.3 2 12 2 12s4 7 10 7a9.6 9.6 0 0 0 5-1.5M9.9 9.9a3 3 0 0 0 4.2 4.2"
        }
        Icon::Filter => "M4 6h16M7 12h10M10 18h4",
        Icon::Close => "M6 6l12 12M18 6 6 18",
        Icon::Info => "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 11v5M12 8h.01",
        Icon::Check => "m5 13 4 4L19 7",
        Icon::Letter => "M4 6h16v12H4zM4 7l8 6 8-6",
        Icon::Search => "M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15.5 15.5 21 21",
        Icon::Chart => "M4 4v16h16M8 16v-5M12 16V7M16 16v-7",
        Icon::Device => "M4 5h16v11H4zM9 20h6M12 16v4",
        Icon::Leaves => "M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 10h16M8 3v4M16 3v4",
        Icon::Sum => {
            "M7 3h10a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM9 7h6M9 12h.01M12 12h.01M15 12h.01M9 16h.01M12 16h.01M15 16h.01"
        }
        Icon::Files => "M3 7a1 1 0 0 1 1-1h5l2 2h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z",
        Icon::Clock => "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 7v5l3 2",
        Icon::Add => "M12 5v14M5 12h14",
        Icon::People => {
            "M5 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M2 20c.7-3.5 3.3-5.3 7-5.3s6.3 1.8 7 5.3M16 4.3a4 4 0 0 1 0 7.4M18.5 15.3c1.9.8 3.1 2.3 3.5 4.7"
        }
    }
}
