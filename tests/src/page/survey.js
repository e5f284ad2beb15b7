// Looks over the page on the screen for what keeps people out, and says what it found.
const found = [];
const say = (what, element) =>
  found.push(`${what}: ${page.role(element)} « ${page.name(element).slice(0, 60)} » ${element.outerHTML.slice(0, 90)}`);
const root = [...document.querySelectorAll('dialog:modal')].pop() ?? document.body;
const all = [...root.querySelectorAll('*')].filter((element) => page.shown(element));

if (!document.documentElement.lang) found.push('the page does not say its language');
if (!document.title) found.push('the page has no title');
if (root === document.body) {
  if (all.filter((element) => page.role(element) === 'main').length !== 1) found.push('there is not one main part');
  if (all.filter((element) => element.tagName === 'H1').length !== 1) found.push('there is not one heading of the first level');
}
const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) found.push(`two things have the id ${id}`);
for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls']) {
  for (const element of root.querySelectorAll(`[${attribute}]`)) {
    for (const id of element.getAttribute(attribute).split(/\s+/)) {
      if (!document.getElementById(id)) say(`${attribute} names nothing (${id})`, element);
    }
  }
}
let last = 0;
for (const heading of all.filter((element) => /^H[1-6]$/.test(element.tagName))) {
  const level = Number(heading.tagName[1]);
  if (last && level > last + 1) say('a level of headings is left out', heading);
  last = level;
}
const controls = new Set(['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'switch', 'img', 'dialog', 'navigation']);
for (const element of all.filter((element) => controls.has(page.role(element)))) {
  if (!page.name(element)) say('no name', element);
}

// Where a finger goes: 44 pixels, but for links inside a text.
for (const element of all) {
  const role = page.role(element);
  if (!['button', 'link', 'checkbox', 'radio', 'textbox', 'combobox'].includes(role)) continue;
  if (role === 'link' && getComputedStyle(element).display === 'inline') continue;
  const touched = element.closest('label') ?? element;
  const { width, height } = touched.getBoundingClientRect();
  if (element.matches('.skip') || (height >= 43.5 && (width >= 43.5 || role === 'link'))) continue;
  // A small thing may have a wide edge that is not drawn: a finger 21 pixels off still meets it.
  touched.scrollIntoView({ block: 'center', inline: 'center' });
  const box = touched.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const meets = (dx, dy) => touched.contains(document.elementFromPoint(x + dx, y + dy));
  const tall = height >= 43.5 || (meets(0, -21) && meets(0, 21));
  const wide = width >= 43.5 || role === 'link' || (meets(-21, 0) && meets(21, 0));
  if (!tall || !wide) say(`too small for a finger, ${Math.round(width)} × ${Math.round(height)}`, element);
}

// Contrast of text on its ground: 4.5, or 3 for large letters.
const parse = (colour) => {
  const parts = colour.match(/-?[\d.]+%?/g)?.map((part) => (part.endsWith('%') ? parseFloat(part) / 100 : Number(part))) ?? [];
  const scale = colour.startsWith('color(') ? 255 : 1;
  return { rgb: parts.slice(0, 3).map((part) => part * scale), alpha: parts[3] ?? 1 };
};
const over = (top, ground) => top.rgb.map((part, at) => part * top.alpha + ground[at] * (1 - top.alpha));
const groundOf = (element) => {
  if (!element) return parse(getComputedStyle(document.documentElement).backgroundColor).alpha
    ? over(parse(getComputedStyle(document.documentElement).backgroundColor), [255, 255, 255]) : [255, 255, 255];
  const own = parse(getComputedStyle(element).backgroundColor);
  return own.alpha === 1 ? own.rgb : over(own, groundOf(element.parentElement));
};
const light = (rgb) => {
  const [r, g, b] = rgb.map((part) => part / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
for (const element of all) {
  const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (!words || !page.usable(element) || element.closest('[disabled], svg, .skip, .heard')) continue;
  const style = getComputedStyle(element);
  const ground = groundOf(element);
  const [a, b] = [light(over(parse(style.color), ground)), light(ground)].sort((x, y) => y - x);
  const ratio = (a + 0.05) / (b + 0.05);
  const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
  if (ratio < (large ? 3 : 4.5)) say(`contrast ${ratio.toFixed(2)}, ${style.color} on ${ground.map(Math.round)}`, element);
}

// Nothing is wider than the window, no text sticks out of what it stands in, and nothing lies over anything else.
const wide = document.documentElement.scrollWidth - innerWidth;
if (wide > 0) found.push(`the page is ${wide} px too wide`);
const floating = (element) =>
  [...page.lineage(element)].some((around) => ['fixed', 'sticky'].includes(getComputedStyle(around).position));
const lines = [];
const floats = (element) =>
  element.closest('.skip, .heard, svg, .code-box, .notices, select, option') || [...page.lineage(element)].some((around) => getComputedStyle(around).clipPath !== 'none');
const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true }) || floats(element)) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  // What is scrolled out of the part that it is in lies over nothing.
  const scrollers = [...page.lineage(element)].filter((around) => getComputedStyle(around).overflowY !== 'visible' && around !== document.body);
  const frames = scrollers.map((around) => around.getBoundingClientRect());
  const boxes = [...range.getClientRects()].filter(
    (box) => box.width > 1 && frames.every((frame) => box.bottom > frame.top + 1 && box.top < frame.bottom - 1),
  );
  if (!boxes.length) continue;
  const fixed = floating(element);
  for (const box of boxes) lines.push({ box, element, fixed });
  const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
  const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))];
  for (const around of page.lineage(element)) {
    if (around.matches('html, body, dialog')) break;
    const style = getComputedStyle(around);
    if (style.display === 'inline' || style.display === 'contents') continue;
    const own = around.getBoundingClientRect();
    const pressed = ['button', 'link'].includes(page.role(around)) || around.matches('.tag, .chip, .face');
    if (right > own.right + 1.5 || left < own.left - 1.5) say(`text sticks out of it by ${Math.round(Math.max(right - own.right, own.left - left))} px`, around);
    else if (pressed && (bottom > own.bottom + 2 || top < own.top - 2)) say('text is higher than it', around);
    else continue;
    break;
  }
}
const overlap = (a, b, by) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > by && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;
for (const [at, one] of lines.entries()) {
  const other = lines.slice(at + 1).find((other) => other.element !== one.element && other.fixed === one.fixed && overlap(one.box, other.box, 4));
  if (other) say(`text lies over « ${page.plain(other.element.textContent).slice(0, 40)} »`, one.element);
}
const pressables = all.filter((element) => ['button', 'link', 'checkbox', 'radio', 'textbox', 'combobox'].includes(page.role(element)) && !floats(element));
for (const [at, one] of pressables.entries()) {
  for (const other of pressables.slice(at + 1)) {
    if (one.contains(other) || other.contains(one) || floating(one) !== floating(other)) continue;
    if (one.closest('.nav') || other.closest('.nav')) continue;
    if (overlap(one.getBoundingClientRect(), other.getBoundingClientRect(), 3)) say(`lies over « ${page.name(other)} »`, one);
  }
}

// Whatever the keyboard reaches can then be seen: tabs and strips do not lie over it.
const held = document.activeElement;
for (const element of pressables.filter((element) => page.usable(element))) {
  element.focus();
  // The app scrolls so far by itself; it may do so a moment later.
  const shown = element.closest('label') ?? element;
  shown.scrollIntoView({ block: 'nearest' });
  const at = shown.getBoundingClientRect();
  if (at.height < innerHeight && (at.top < 0 || at.bottom > innerHeight)) shown.scrollIntoView({ block: 'center' });
  if (document.activeElement !== element) continue;
  const { left, top, width, height } = (element.closest('label') ?? element).getBoundingClientRect();
  let cover = null;
  const meets = (share) => {
    const there = document.elementFromPoint(left + width / 2, top + height * share);
    cover = there;
    return there && (there === element || element.contains(there) || there.contains(element) || element.closest('label')?.contains(there));
  };
  const seen = height > innerHeight / 2 ? meets(0.5) : meets(0.1) && meets(0.9);
  if (!seen) say(`at ${Math.round(top)} px of ${innerHeight}, ${cover?.className || cover?.tagName || 'the window’s edge'} lies over it when the keyboard is on it`, element);
}
if (held && held !== document.body) held.focus();
else document.activeElement?.blur();
return found;
