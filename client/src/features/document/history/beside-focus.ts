import { focusPage } from '../../../lib/focus-page.js'
import { headingOf } from '../entries/focus-on-entry.js'

/**
 * Notes the entry in which the focus is, before a step that may take it out.
 *
 * @returns what then leads the focus to what stands in the entry's place: the next one, else the one before, else their title
 */
export function besideFocus(): () => void {
  const had = document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset.entry
  if (had === undefined) return () => undefined
  const order = [...document.querySelectorAll<HTMLElement>('[data-entry]')].map(({ dataset }) => dataset.entry!)
  const others = [...order.slice(order.indexOf(had)), ...order.slice(0, order.indexOf(had)).reverse()]
  return () => {
    const isGone = document.querySelector(`[data-entry="${CSS.escape(had)}"]`) === null
    if (!isGone || document.activeElement !== document.body) return
    const beside = others.find((id) => headingOf(document.body, id) !== null) ?? null
    const target = headingOf(document.body, beside) ?? document.querySelector<HTMLElement>('.document h2[tabindex="-1"]')
    if (target) target.focus()
    else focusPage()
  }
}
