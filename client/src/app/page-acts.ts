interface PageAct {
  readonly id: string
  readonly name: string
  readonly run: () => void
}

/**
 * What the page itself marks by `data-act` as something people may look for by its words: what stands there is pressed, and a
 * field is gone into.
 */
export function pageActs(): readonly PageAct[] {
  return [...document.querySelectorAll('[data-act]')].flatMap((place, index) => {
    const control = place.querySelector<HTMLElement>('a, button, textarea')
    if (!control) return []
    const name = (control instanceof HTMLTextAreaElement ? control.labels[0] : control)?.textContent ?? ''
    return [{ id: `page/${index}`, name, run: () => take(control) }]
  })
}

function take(control: HTMLElement): void {
  control.scrollIntoView({ block: 'nearest' })
  control.focus()
  if (!(control instanceof HTMLTextAreaElement)) control.click()
}
