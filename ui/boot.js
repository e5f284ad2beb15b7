import start from "/ui.js";

// All at once: the words are read while the module is compiled.
const text = async (name) => (await fetch(`/messages/${name}.txt`)).text();
const module = fetch("/ui_bg.wasm");
[globalThis.messagesFr, globalThis.messagesEn] = await Promise.all([text("fr"), text("en")]);
start({ module_or_path: module });
