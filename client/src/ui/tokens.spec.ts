import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCE = join(__dirname, '..')
const sheets = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, text: readFileSync(join(SOURCE, file), 'utf8').replace(/\/\*[^]*?\*\//g, '') }))
const tokens = sheets.find(({ file }) => file === 'ui/tokens.css')?.text ?? ''

type Colours = ReadonlyMap<string, string>
const declared = (block: string): Colours =>
  new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]))
const [, lightBlock = ''] = /:root \{([^}]*)\}/.exec(tokens) ?? []
const [, darkBlock = ''] = /:root\[data-theme='dark'\] \{([^}]*)\}/.exec(tokens) ?? []
const light = declared(lightBlock)
const THEMES: readonly (readonly [string, Colours])[] = [
  ['light', light],
  ['dark', new Map([...light, ...declared(darkBlock)])]
]

/** What stands on what: text needs 4.5 : 1, the edge of a control and a mark 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const GROUNDS = ['paper', 'surface', 'sunken'] as const
const TEXT = ['ink', 'muted', 'primary', 'primary-hover', 'voice', 'info', 'good', 'caution', 'danger'] as const
const PAIRS: readonly (readonly [front: string, ground: string, least: number])[] = [
  ...TEXT.flatMap((front) => GROUNDS.map((ground) => [front, ground, 4.5] as const)),
  ...['good', 'caution', 'danger', 'voice'].flatMap((front) => [
    [front, `${front}-tint`, 4.5] as const,
    ['ink', `${front}-tint`, 4.5] as const,
    ['primary', `${front}-tint`, 4.5] as const
  ]),
  ...['support', 'live-with', 'object'].map((front) => [front, `${front}-tint`, 4.5] as const),
  ...['on-tint', 'ink', 'muted', 'primary'].map((front) => [front, 'tint', 4.5] as const),
  ['on-primary', 'primary', 4.5],
  ['on-primary', 'primary-hover', 4.5],
  ['paper', 'ink', 4.5],
  ...[0, 1, 2].map((step) => ['on-heat-low', `heat-${step}`, 4.5] as const),
  ...[3, 4].map((step) => ['on-heat-high', `heat-${step}`, 4.5] as const),
  ...[0, 1, 2].map((person) => ['on-person-dark', `person-${person}`, 4.5] as const),
  ...[3, 4, 5].map((person) => ['on-person-light', `person-${person}`, 4.5] as const),
  ...[0, 1, 2, 3, 4, 5].flatMap((person) => ['paper', 'surface'].map((ground) => [`person-${person}`, ground, 3] as const)),
  ...GROUNDS.map((ground) => ['line', ground, 3] as const),
  ...GROUNDS.map((ground) => ['focus-ring', ground, 3] as const),
  ['focus-glow', 'focus-ring', 3]
]

/** Widths at which a page may change, in rem. */
const BREAKPOINTS = [20, 37.5, 60, 80]

function colour(colours: Colours, name: string): string {
  const value = colours.get(name)
  const [, other] = /^var\(--([\w-]+)\)$/.exec(value ?? '') ?? []
  if (other !== undefined) return colour(colours, other)
  if (!/^#[\da-f]{6}$/.test(value ?? '')) throw new Error(`--${name} is no colour: ${value}`)
  return value ?? ''
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Rules of any stylesheet that say both what colour their text has and on what it stands. */
const said = sheets.flatMap(({ file, text }) =>
  [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, body = '']) => {
    const [, front] = /(?:^|[\s;])color:\s*var\(--([\w-]+)\)/.exec(body) ?? []
    const [, ground] = /background(?:-color)?:\s*var\(--([\w-]+)\)/.exec(body) ?? []
    return front === undefined || ground === undefined || ground === 'person' ? [] : [{ file, front, ground }]
  })
)

describe('the tokens', () => {
  it.each(THEMES)('[UI-250] keep the contrast of every pair that is used, in %s', (_, colours) => {
    expect(PAIRS.length).toBeGreaterThan(70)
    const weak = PAIRS.map(([front, ground, least]) => ({
      front,
      ground,
      least,
      is: contrast(colour(colours, front), colour(colours, ground))
    }))
    expect(weak.filter(({ is, least }) => is < least)).toEqual([])
    expect(said.length).toBeGreaterThan(15)
    const unread = said.map((pair) => ({ ...pair, is: contrast(colour(colours, pair.front), colour(colours, pair.ground)) }))
    expect(unread.filter(({ is }) => is < 4.5)).toEqual([])
  })

  it('[UI-250] are where colours come from: no other stylesheet has one of its own, and none names a token that is not there', () => {
    const elsewhere = sheets.filter(({ file }) => file !== 'ui/tokens.css')
    const raw = elsewhere.flatMap(({ file, text }) =>
      [...text.matchAll(/:\s[^;{}]*(#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\()/gi)].map(([, value]) => `${file}: ${value}`)
    )
    expect(raw).toEqual([])
    const known = new Set(sheets.flatMap(({ text }) => [...text.matchAll(/--([\w-]+):/g)].map(([, name]) => name)))
    const GIVEN_BY_REACT_ARIA = 'trigger-width'
    const unknown = sheets.flatMap(({ file, text }) =>
      [...text.matchAll(/var\(--([\w-]+)/g)].flatMap(([, name]) =>
        known.has(name) || name === GIVEN_BY_REACT_ARIA ? [] : [`${file}: --${name}`]
      )
    )
    expect(unknown).toEqual([])
  })

  it('[UI-252] lay pages out by logical properties, and change them at four widths only', () => {
    const physical = sheets.flatMap(({ file, text }) =>
      [...text.matchAll(/[\s;{]((?:margin|padding|border)-(?:left|right)|left|right|(?:min-|max-)?width)\s*:/g)]
        .filter(({ index }) => !/@media[^{]*$/.test(text.slice(0, index + 1)))
        .map(([, name]) => `${file}: ${name}`)
    )
    expect(physical).toEqual([])
    const widths = sheets.flatMap(({ file, text }) =>
      [...text.matchAll(/@media[^{]*?width[^{]*?([\d.]+)(rem|px|em)/g)].map(([, size, unit]) => ({ file, size: Number(size), unit }))
    )
    expect(widths.length).toBeGreaterThan(4)
    expect(widths.filter(({ size, unit }) => unit !== 'rem' || !BREAKPOINTS.includes(size))).toEqual([])
  })
})
