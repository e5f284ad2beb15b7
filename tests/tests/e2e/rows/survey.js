// Looks over the page on the screen for what keeps people out, and says what it found.
const found = [];
const say = (what, element) => found.push(`${what}: ${page.role(element)} « ${page.name(element)} » ${element.outerHTML.slice(0, 90)}`);
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
return found;
