import start from "/ui.js";

start({ module_or_path: "/ui_bg.wasm" });
