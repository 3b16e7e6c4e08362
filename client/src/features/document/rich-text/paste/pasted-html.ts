/**
 * Pasted HTML as the editor's lists need it: an item that begins with a list of its own gets an empty first line. Without
 * it the inner list would be taken out of its item and stand beside it.
 */
export function withItemsBegun(html: string): string {
  if (!/<li[^>]*>\s*<[ou]l/i.test(html)) return html
  const pasted = new DOMParser().parseFromString(html, 'text/html')
  for (const list of pasted.querySelectorAll('li > :is(ol, ul):first-child')) {
    const item = list.parentElement
    const isFirst = [...(item?.childNodes ?? [])].find((node) => node === list || node.textContent?.trim() !== '') === list
    if (isFirst) list.before(pasted.createElement('p'))
  }
  return pasted.body.innerHTML
}
