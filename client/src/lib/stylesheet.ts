/**
 * Adds a stylesheet to the page; resolved when it is applied. One that does not come leaves nothing behind, so that it can be
 * asked for again (Vite's own preloading remembers the failure and goes on without).
 */
export function addStylesheet(href: string): Promise<void> {
  const added = [...document.head.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  if (added.some((link) => link.getAttribute('href') === href && link.sheet !== null)) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = href
    link.onload = () => resolve()
    link.onerror = () => {
      link.remove()
      reject(new Error(`The stylesheet ${href} did not come`))
    }
    document.head.append(link)
  })
}
