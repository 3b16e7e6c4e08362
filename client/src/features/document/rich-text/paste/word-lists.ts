/** How deep a paragraph of Word stands in a list, from 1; null where it stands in none. */
function levelOf(element: Element): number | null {
  const [, level] = /mso-list:[^;"]*\blevel(\d)/.exec(element.getAttribute('style') ?? '') ?? []
  return level === undefined ? null : Number(level)
}

/** A list's sign that counts: `1.`, `a)`, `iv.`; every other one is a bullet. */
const COUNTS = /^\(?(?:\d+|[a-z]|[ivxlcdm]+)[.)]$/i

/**
 * Word writes a list as paragraphs that look like one: each with its sign as words, and its depth in a style. They become
 * the lists they are meant to be.
 */
export function withWordLists(page: Document): void {
  const open: Element[] = []
  let last: Element | null = null
  for (const paragraph of page.querySelectorAll('p[style*="mso-list"], h1[style*="mso-list"], h2[style*="mso-list"]')) {
    const level = levelOf(paragraph)
    if (level === null) continue
    if (paragraph.previousElementSibling !== last) open.length = 0
    const sign = [...paragraph.querySelectorAll('[style*="mso-list"]')].find((one) =>
      /mso-list:\s*ignore/i.test(one.getAttribute('style') ?? '')
    )
    const isCounted = COUNTS.test((sign?.textContent ?? '').trim())
    sign?.remove()
    if (paragraph.tagName !== 'P') continue
    open.length = Math.min(open.length, level)
    while (open.length < level) {
      const list = page.createElement(isCounted ? 'ol' : 'ul')
      const holder = open.at(-1)
      if (holder) itemOf(holder, page).append(list)
      else paragraph.before(list)
      open.push(list)
    }
    const item = page.createElement('li')
    item.append(...paragraph.childNodes)
    open.at(-1)!.append(item)
    last = open[0]!
    paragraph.remove()
  }
}

/** The last item of a list, for a list within it; a list that begins deeper gets an empty one. */
function itemOf(list: Element, page: Document): Element {
  if (!list.lastElementChild) list.append(page.createElement('li'))
  return list.lastElementChild!
}
