import type { Page } from 'playwright-core'

/** What can be used on a page: by its element, as far as it is seen. */
const USABLE =
  'a[href], button, input, select, textarea, summary, [contenteditable="true"], [role="button"], [role="menuitem"], [role="menuitemradio"], [role="option"], [role="tab"], [tabindex="0"]'

/** Targets smaller than this in either direction, a link within a sentence excepted (WCAG 2.2, 2.5.8 and 2.5.5). */
export function smallTargets(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate(
    ({ usable, least }) => {
      const isHidden = (element: Element) =>
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.getBoundingClientRect().width <= 1 ||
        element.closest('.visually-hidden, [aria-hidden="true"], [inert]') !== null ||
        // What React Aria has for screen readers alone: the way out of an overlay, the next month.
        element.matches('button[tabindex="-1"][style*="1px"], [style*="inset(50%)"] > button[tabindex="-1"]')
      const isInSentence = (element: Element) => {
        if (!getComputedStyle(element).display.startsWith('inline')) return false
        let block = element.parentElement
        while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement
        const rest = block?.cloneNode(true) as HTMLElement | undefined
        for (const other of rest?.querySelectorAll(usable) ?? []) other.remove()
        return /\p{L}/u.test(rest?.textContent ?? '')
      }
      // A press beside it counts as one on it: on a box's label, and on the whole card a link is spread over.
      const areaOf = (element: Element): DOMRect => {
        const own = element.getBoundingClientRect()
        const after = getComputedStyle(element, '::after')
        const spread = after.position === 'absolute' && after.content !== 'none' ? (element as HTMLElement).offsetParent : null
        const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
        const isBox = element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type)
        return (isBox ? label : spread)?.getBoundingClientRect() ?? own
      }
      return [...document.querySelectorAll(usable)].flatMap((element) => {
        if (isHidden(element) || isInSentence(element)) return []
        const { width, height } = areaOf(element)
        if (width >= least - 0.5 && height >= least - 0.5) return []
        return [`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 140)}`]
      })
    },
    { usable: USABLE, least }
  )
}

/** What makes the page wider than its window, and by how many pixels. */
export function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement
    // A phone's window grows with what is too wide for it; its screen does not.
    const clientWidth = Math.min(document.documentElement.clientWidth, window.screen.width)
    if (scrollWidth <= clientWidth) return []
    const outside = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 1 && (right > clientWidth + 1 || left < -1)
    })
    return [`${scrollWidth - clientWidth} px`, ...outside.slice(-3).map((element) => element.outerHTML.slice(0, 140))]
  })
}

/** What moves although less motion is asked for. */
export function motionOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) return ['less motion is not asked for']
    const moving = document.getAnimations().filter((animation) => {
      const { duration, iterations } = animation.effect?.getTiming() ?? {}
      return animation.playState === 'running' && (Number(duration) > 1 || iterations === Infinity)
    })
    return moving.map((animation) => (animation.effect as KeyframeEffect).target?.outerHTML.slice(0, 140) ?? 'something')
  })
}

/** Where the system's few colours are forced: controls that nothing sets apart from the page around them. */
export function withoutEdge(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll('.button:not(.button--link, .button--quiet), .field__input, .tag, .pill, .banner, .card')
    return [...controls].flatMap((control) => {
      const { borderBlockStartStyle, borderBlockStartWidth, forcedColorAdjust } = getComputedStyle(control)
      const hasEdge = borderBlockStartStyle !== 'none' && parseFloat(borderBlockStartWidth) >= 1 && forcedColorAdjust === 'auto'
      return hasEdge || !control.checkVisibility() ? [] : [control.outerHTML.slice(0, 140)]
    })
  })
}

/** Where a page is much enlarged: what stays in place while it scrolls, when that leaves less than two thirds of the window. */
export function coveredPart(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const staying = [...document.querySelectorAll('body *')].filter((element) => {
      const { position } = getComputedStyle(element)
      return (position === 'fixed' || position === 'sticky') && element.checkVisibility() && !element.closest('.scrim, .popover')
    })
    const covered = staying.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0)
    return covered <= innerHeight / 3 ? [] : staying.map((element) => element.outerHTML.slice(0, 140))
  })
}

/** Controls whose spoken name does not hold the words that stand on them (WCAG 2.5.3); initials and keys that are drawn are no words. */
export function namedOtherwise(page: Page): Promise<readonly string[]> {
  return page.evaluate((usable) => {
    const plain = (words: string) => ` ${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.replace(/ +/g, ' ')
    const shown = (node: Node): string => {
      if (node instanceof Text) return node.data
      if (!(node instanceof Element) || node.matches('[aria-hidden="true"], .visually-hidden') || !node.checkVisibility()) return ''
      return [...node.childNodes].map(shown).join(' ')
    }
    return [...document.querySelectorAll(usable)].flatMap((control) => {
      const name = control.getAttribute('aria-label')
      // A part of the page that scrolls by keyboard is no control, and a menu is named apart from what stands in it.
      if (name === null || control.matches('[role="region"], [role="menu"]')) return []
      const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [control]
      const words = plain(labels.map(shown).join(' '))
      return plain(name).includes(words) ? [] : [`${words.trim()}: ${control.outerHTML.slice(0, 140)}`]
    })
  }, USABLE)
}
