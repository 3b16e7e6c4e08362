import type { FollowEnd } from './follower.js'

const SCROLLING = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown', ' '])

/**
 * Hears that a person goes their own way: they write, or go into the text, scroll, or press Escape. What the page itself
 * scrolls is no such move, so not the scrolling is heard but what a person scrolls with.
 *
 * @returns a function that ends it
 */
export function listenForOwnMoves(onMove: (why: FollowEnd) => void): () => void {
  const stopped = new AbortController()
  const listen = { capture: true, passive: true, signal: stopped.signal }
  const isIn = (target: EventTarget | null, where: string) => target instanceof Element && target.closest(where) !== null
  const isTool = (target: EventTarget | null) => isIn(target, '.popover, .document__bar')
  const scrolls = ({ target }: Event) => isTool(target) || onMove('moved')
  window.addEventListener(
    'keydown',
    ({ key, target }) => {
      if (key === 'Escape') onMove('stopped')
      else if (!isTool(target) && (SCROLLING.has(key) || isIn(target, 'input, textarea, [contenteditable="true"]'))) onMove('moved')
    },
    listen
  )
  window.addEventListener('focusin', ({ target }) => isIn(target, '.document__body') && onMove('moved'), listen)
  window.addEventListener('wheel', scrolls, listen)
  window.addEventListener('touchmove', scrolls, listen)
  // The page's own scroll bar belongs to no element inside of it.
  window.addEventListener('pointerdown', ({ target }) => target === document.documentElement && onMove('moved'), listen)
  return () => stopped.abort()
}
