import type { SaveState } from '../../../connection/index.js'
import { isSpoken, SAVE_LOOK, saveWords } from './save-words.js'

const text = {
  t: (key: string, args?: object) => `${key} ${JSON.stringify(args ?? {})}`,
  sentence: (key: string) => key
}
const because = { rule: 'R-05', paragraph: '¶15.3', sentence: 'ability.because.R-05' }
const STATES: readonly SaveState[] = [
  { kind: 'saved', at: new Date(0) },
  { kind: 'saving' },
  { kind: 'unfinished', fields: 1 },
  { kind: 'on_device', waiting: 3 },
  { kind: 'reconnecting' },
  { kind: 'read_only', because },
  { kind: 'needs_attention', reason: 'device_full' }
]

describe('the save state', () => {
  it('[UI-10] has words and an icon of its own in each of its seven kinds', () => {
    const words = STATES.map((state) => saveWords(state, text, () => '14:02'))
    const icons = STATES.map((state) => SAVE_LOOK[state.kind].icon)
    expect(new Set(words).size).toBe(7)
    expect(new Set(icons).size).toBe(7)
    expect(words[0]).toContain('14:02')
    expect(words[3]).toContain('"n":3')
  })

  it('[SAVE-12] names no time when nothing of this visit was saved', () => {
    expect(saveWords({ kind: 'saved', at: null }, text, () => '14:02')).not.toContain('14:02')
  })

  it.each([
    ['the first state of a page', null, 'saved', false],
    ['every pause in typing', 'saving', 'saved', false],
    ['writing in a field', 'saved', 'unfinished', false],
    ['leaving it', 'unfinished', 'saved', false],
    ['saved after trouble', 'on_device', 'saved', true],
    ['changes that wait', 'saving', 'on_device', true],
    ['a dropped line, at first', 'saved', 'reconnecting', false],
    ['losing the right to write', 'saved', 'read_only', true],
    ['gaining it', 'read_only', 'saved', true],
    ['what needs attention', 'saving', 'needs_attention', true],
    ['no change', 'on_device', 'on_device', false]
  ] as const)('[UI-11] %s is spoken: %s → %s: %s', (_, before, after, spoken) => {
    expect(isSpoken(before, after)).toBe(spoken)
  })
})
