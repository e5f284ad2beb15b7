import start from "/ui.js";

// All at once: the words are read while the module is compiled.
const text = async (name) => (await fetch(`/messages/${name}.txt`)).text();
const module = fetch("/ui_bg.wasm");
[globalThis.messagesFr, globalThis.messagesEn] = await Promise.all([text("fr"), text("en")]);
start({ module_or_path: module });

// The browser brings what the keyboard reaches to the window's edge only, where tabs and notices lie over it: the rest
// of the way is said by `scroll-padding` and `scroll-margin`. WebKit leaves a row of which only the edge shows where it is.
addEventListener("focusin", ({ target }) => {
  if (!target.matches(":focus-visible")) return;
  const shown = target.closest("label") ?? target;
  shown.scrollIntoView({ block: "nearest" });
  const { top, bottom, height } = shown.getBoundingClientRect();
  if (height < innerHeight && (top < 0 || bottom > innerHeight)) shown.scrollIntoView({ block: "center" });
});
