import start from "/ui.js";

// All at once: the words are read while the module is compiled.
const text = async (name) => (await fetch(`/messages/${name}.txt`)).text();
const module = fetch("/ui_bg.wasm");
[globalThis.messagesFr, globalThis.messagesEn] = await Promise.all([text("fr"), text("en")]);
start({ module_or_path: module });

// The browser brings what the keyboard reaches to the window's edge only, where tabs and notices lie over it: the rest
// of the way is said by `scroll-padding` and `scroll-margin`.
addEventListener("focusin", ({ target }) => {
  if (target.matches(":focus-visible")) (target.closest("label") ?? target).scrollIntoView({ block: "nearest" });
});
