import { isSafeHref } from '@roundtable/shared/document'
import { coloursIn } from './colours.js'
import { withRaised } from './raised.js'
import { withWordLists } from './word-lists.js'

/** What of a paste a text cannot hold, counted: sorts that people would miss. Typefaces and sizes are not among them. */
export interface LeftOut {
  readonly pictures: number
  readonly media: number
  readonly comments: number
  readonly controls: number
  readonly links: number
  readonly colours: number
  readonly scripts: number
}

export const NOTHING_LEFT_OUT: LeftOut = { pictures: 0, media: 0, comments: 0, controls: 0, links: 0, colours: 0, scripts: 0 }

const PICTURES = 'img, svg, canvas'
const MEDIA = 'video, audio, iframe, object, embed'
const CONTROLS = 'input:not([type=hidden]), select, textarea, button'
/** Where word processors put a comment's own words: Word into a list below the text, Google Docs into blocks with a way back. */
const COMMENT_BODIES = '[style*="mso-element:comment"]:not([style*="comment-list"])'
const COMMENT_SIGNS = 'a.msocomanchor, .MsoCommentReference, a[href^="#cmnt"]'

/**
 * Pasted HTML, cut down to what a text may hold as far as the editor's own schema does not do that, and what was left out.
 * What was copied from a text of Roundtable comes back as it is.
 */
export function cleanPasted(html: string): { readonly html: string; readonly leftOut: LeftOut } {
  if (html.includes('data-pm-slice')) return { html, leftOut: NOTHING_LEFT_OUT }
  const page = new DOMParser().parseFromString(html, 'text/html')
  const { body } = page
  // Before the pictures: a comment may hold one, and is one thing.
  const comments = takeComments(body)
  const media = take(body, MEDIA)
  const pictures = take(body, PICTURES)
  const controls = take(body, CONTROLS)
  // Those that stand before the first word are in the page's head.
  const scripts = take(page.documentElement, 'script')
  const colours = coloursIn(body)
  const links = takeAddresses(body)
  withWordLists(page)
  withRaised(page)
  return { html: body.innerHTML, leftOut: { pictures, media, comments, controls, links, colours, scripts } }
}

function take(body: HTMLElement, selector: string): number {
  const found = [...body.querySelectorAll(selector)].filter((element) => element.parentElement?.closest(selector) === null)
  for (const element of found) element.remove()
  return found.length
}

function takeComments(body: HTMLElement): number {
  const bodies = new Set<Element>(body.querySelectorAll(COMMENT_BODIES))
  for (const back of body.querySelectorAll('a[href^="#cmnt_ref"]')) bodies.add(back.closest('div') ?? back)
  for (const one of bodies) one.remove()
  for (const list of body.querySelectorAll('[style*="comment-list"]')) list.remove()
  const signs = [...body.querySelectorAll(COMMENT_SIGNS)].filter((sign) => sign.parentElement?.closest(COMMENT_SIGNS) === null)
  for (const sign of signs) (sign.closest('sup') ?? sign).remove()
  return Math.max(bodies.size, signs.length)
}

/** A link that leads nowhere from here keeps its words; that its address goes is said, save for a way within its own page. */
function takeAddresses(body: HTMLElement): number {
  let taken = 0
  for (const link of body.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? ''
    const isWithinItsPage = href.startsWith('#')
    if (isSafeHref(href)) continue
    if (!isWithinItsPage) taken += 1
    link.replaceWith(...link.childNodes)
  }
  return taken
}
