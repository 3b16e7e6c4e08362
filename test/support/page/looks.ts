import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { coveredPart, motionOf, namedOtherwise, sideways, smallTargets, withoutEdge } from './measured.js'
import { LAPTOP, PHONE } from './stage.js'

/** Every level of WCAG and what axe holds to be good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** 7 : 1 for every text is not promised: `tokens.spec.ts` holds 4.5 : 1. */
const WITHOUT = { 'color-contrast-enhanced': { enabled: false } }
/**
 * While something is open over it, the page below is kept from screen readers as a whole: it has no heading and no landmark
 * then, and its focus is led away. A list of choices is gone through from its field, which keeps the focus.
 */
const WITHOUT_OVER_A_PAGE = {
  ...WITHOUT,
  region: { enabled: false },
  'landmark-one-main': { enabled: false },
  'page-has-heading-one': { enabled: false },
  'aria-hidden-focus': { enabled: false },
  'scrollable-region-focusable': { enabled: false }
}

export const LOCALES = { 'left to right': 'en', 'right to left': 'ar-XB' } as const
export type Direction = keyof typeof LOCALES
export const DIRECTIONS = Object.keys(LOCALES) as Direction[]
export const COLOURS = ['light', 'dark'] as const
export type Colours = (typeof COLOURS)[number]

export const DEVICES = {
  laptop: { viewport: LAPTOP },
  phone: { viewport: PHONE, hasTouch: true, isMobile: true }
} as const satisfies Record<string, BrowserContextOptions>
export type Device = keyof typeof DEVICES

/** A target for a mouse, and one for a finger, in CSS pixels. */
const SMALLEST = { laptop: 24, phone: 44 } as const
/** A laptop's window of 1280 by 1024 px at 400 %. */
const AT_400_PERCENT = { width: 320, height: 256 }

export interface Look {
  readonly device: Device
  readonly colours: readonly Colours[]
  /** Something is open over the page: a change of the window's size would close it. */
  readonly isOverlay?: boolean
}

/**
 * In `npm test` two opposite looks at each screen, other ones from screen to screen, so that every direction, device and
 * colour is seen of each kind of screen; `npm run test:screens` looks at all.
 */
export function looksAt(index: number, direction: Direction): readonly Look[] {
  if (process.env.SCREENS === 'whole')
    return [
      { device: 'laptop', colours: COLOURS },
      { device: 'phone', colours: COLOURS }
    ]
  const isFirst = direction === 'left to right'
  const isLight = index % 4 < 2 === isFirst
  return [{ device: (index % 2 === 0) === isFirst ? 'laptop' : 'phone', colours: [isLight ? 'light' : 'dark'] }]
}

/** The screen as people get to see it: nothing is being fetched or prepared any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(
    () =>
      document.querySelector(
        '.waiting:not(.specimens *), .rich--waiting, .format-bar:empty, [data-save-state="saving"], [data-save-state="reconnecting"]'
      ) === null
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** All that is looked for on what a page shows, in these colours; what is wrong, by what was looked for. */
export async function problems(page: Page, { device, colours, isOverlay = false }: Look): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  const note = (what: string, wrong: readonly unknown[]) => wrong.length > 0 && (found[`${device}: ${what}`] = wrong)
  for (const colorScheme of colours) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor()
    note(`axe, ${colorScheme}`, await violations(page, isOverlay ? WITHOUT_OVER_A_PAGE : WITHOUT))
  }
  // axe has an experimental rule for it, which takes the initials beside a name for words.
  note('named otherwise than shown', await namedOtherwise(page))
  note('targets too small', await smallTargets(page, SMALLEST[device]))
  note('wider than the screen', await sideways(page))
  note('moves', await motionOf(page))
  if (device === 'phone') return found
  await page.emulateMedia({ forcedColors: 'active' })
  note('no edge in forced colours', await withoutEdge(page))
  await page.emulateMedia({ forcedColors: 'none' })
  if (isOverlay) return found
  await page.setViewportSize(AT_400_PERCENT)
  note('wider than the screen at 400 %', await sideways(page))
  note('covered at 400 %', await coveredPart(page))
  await page.setViewportSize(LAPTOP)
  return found
}

/** In axe's legacy mode, which needs no second page for each look: there are no frames here. */
async function violations(page: Page, rules: typeof WITHOUT): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], runOnly: RULES, rules })
    .setLegacyMode()
    .analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`))
}
