// What a person finds on the page: things by role and accessible name, and whether the page is still moving.
// Runs as the beginning of each script, so it makes itself only once.
const page = (window.__page ??= (() => {
  const plain = (text) => (text ?? '').replace(/[\u2018\u2019]/g, "'").replace(/\s+/gu, ' ').trim();
  const state = { changed: performance.now(), clicks: 0, errors: [] };
  new MutationObserver(() => (state.changed = performance.now())).observe(document, {
    subtree: true, childList: true, attributes: true, characterData: true,
  });
  document.addEventListener('click', () => (state.clicks += 1), true);
  addEventListener('error', (event) => state.errors.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => state.errors.push('unhandled: ' + String(event.reason)));
  for (const level of ['error', 'warn']) {
    const original = console[level].bind(console);
    console[level] = (...words) => (state.errors.push(words.map(String).join(' ')), original(...words));
  }

  const inputs = { checkbox: 'checkbox', radio: 'radio', button: 'button', submit: 'button', reset: 'button',
    image: 'button', range: 'slider', number: 'spinbutton', search: 'searchbox', hidden: '' };
  const tags = { BUTTON: 'button', SELECT: 'combobox', TEXTAREA: 'textbox', NAV: 'navigation', MAIN: 'main',
    TABLE: 'table', TR: 'row', TH: 'columnheader', TD: 'cell', DIALOG: 'dialog', LI: 'listitem', UL: 'list',
    OL: 'list', OPTION: 'option', SUMMARY: 'button', IMG: 'img', OUTPUT: 'status', ARTICLE: 'article',
    FIELDSET: 'group', SECTION: 'region', FORM: 'form', HEADER: 'banner', ASIDE: 'complementary',
    PROGRESS: 'progressbar', METER: 'meter', H1: 'heading', H2: 'heading', H3: 'heading', H4: 'heading' };
  const role = (element) => {
    const said = element.getAttribute('role');
    if (said) return said;
    if (element.tagName === 'INPUT') return inputs[element.type] ?? 'textbox';
    if (element.tagName === 'A') return element.hasAttribute('href') ? 'link' : '';
    return tags[element.tagName] ?? '';
  };
  // The text of a subtree as it is spoken: hidden parts out, pictures by their alternative.
  const spoken = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
    if (node.hidden || !node.checkVisibility({ visibilityProperty: true })) return '';
    const label = node.getAttribute('aria-label') ?? node.getAttribute('alt');
    if (label) return ` ${label} `;
    const text = [...node.childNodes].map(spoken).join('');
    return getComputedStyle(node).display.startsWith('inline') ? text : ` ${text} `;
  };
  // Roles that are named by what is in them.
  const named = new Set(['button', 'link', 'heading', 'option', 'cell', 'columnheader', 'row', 'listitem', 'tab', 'status',
    'menuitem', 'switch', 'checkbox', 'radio', 'alert', 'timer']);
  const name = (element) => {
    const by = element.getAttribute('aria-labelledby');
    if (by) return plain(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
    const label = element.getAttribute('aria-label');
    if (label) return plain(label);
    if (element.labels?.length) return plain([...element.labels].map(spoken).join(' '));
    if (element.tagName === 'FIELDSET') return plain(element.querySelector('legend')?.textContent);
    if (element.tagName === 'TABLE') return plain(element.caption?.textContent);
    const own = named.has(role(element)) ? plain([...element.childNodes].map(spoken).join('')) : '';
    return own || plain(element.getAttribute('alt') ?? element.getAttribute('title') ?? element.getAttribute('placeholder'));
  };
  const shown = (element) => {
    if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true })) return false;
    if (element.closest('[aria-hidden="true"], [inert]')) return false;
    return element.tagName === 'OPTION' || element.getClientRects().length > 0;
  };
  const usable = (element) =>
    !element.disabled && element.getAttribute('aria-disabled') !== 'true' && !element.closest('[aria-busy="true"]');
  // An open modal dialogue makes everything else unreachable.
  const reachable = () => [...document.querySelectorAll('dialog:modal')].pop() ?? document.body;
  const within = (region) => {
    if (!region) return reachable();
    return find(region[0], region[1], reachable())[0];
  };
  const find = (wantedRole, wantedName, root) => {
    if (!root) return [];
    const wanted = plain(wantedName);
    const same = [...root.querySelectorAll('*')].filter((element) => role(element) === wantedRole && shown(element));
    const named = same.map((element) => [element, name(element)]);
    const exact = named.filter(([, text]) => text === wanted);
    return (exact.length ? exact : named.filter(([, text]) => text.includes(wanted))).map(([element]) => element);
  };
  // Where a finger would go: a box that is drawn by its label is pressed on the label.
  const touched = (element) => {
    const { width, height } = element.getBoundingClientRect();
    const label = element.labels?.[0];
    const covered = width < 8 || height < 8 || getComputedStyle(element).opacity === '0';
    return label && covered && shown(label) ? label : element;
  };
  // The thing, and all that is around it.
  const lineage = function* (element) {
    for (let around = element; around; around = around.parentElement) yield around;
  };
  const quiet = () => performance.now() - state.changed;
  const text = (root = reachable()) => plain(root?.innerText);
  return { plain, state, role, name, shown, usable, within, find, touched, lineage, quiet, text };
})());
