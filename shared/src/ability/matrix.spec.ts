import { digest } from 'lib0/hash/sha256'
import { toHexString } from 'lib0/buffer'
import { encodeUtf8 } from 'lib0/string'
import { ARTEFACTS, MODALITIES, ROLES, type Artefact, type Modality, type Role } from '../framework/index.js'
import { lettersOf } from './amendments.js'
import { contextOf, pick, seatOf, seeded } from './actor.fixture.js'
import { groundOf } from './ground.js'
import { LETTERS, cellOf, readLetters, type Letter, type Letters } from './matrix.js'

type Table = (role: Role, modality: Modality, artefact: Artefact) => Letters
interface Cell {
  readonly role: Role
  readonly modality: Modality
  readonly artefact: Artefact
}

const CELLS: readonly Cell[] = ARTEFACTS.flatMap((artefact) =>
  MODALITIES.flatMap((modality) => ROLES.map((role) => ({ role, modality, artefact })))
)
const has = (letters: Letters, ...wanted: Letter[]): boolean => wanted.some((letter) => letters.has(letter))
const text = (letters: Letters): string => [...letters].sort().join('')
const sha256 = (lines: readonly string[]): string => toHexString(digest(encodeUtf8(lines.join('\n'))))
const linesOf = (table: Table): string[] =>
  CELLS.map((c) => `${c.artefact} ${c.modality} ${c.role} ${text(table(c.role, c.modality, c.artefact))}`)
const countsOf = (table: Table): Record<string, string> =>
  Object.fromEntries(
    LETTERS.map((letter) => [
      letter,
      MODALITIES.map(
        (modality) => CELLS.filter((c) => c.modality === modality && table(c.role, modality, c.artefact).has(letter)).length
      ).join(' ')
    ])
  )

/** What INV-1..INV-8 say of one cell; INV-3 compares it with the community's. */
const INVARIANTS: Record<string, (cell: Cell, letters: Letters, table: Table) => boolean> = {
  'INV-1': ({ role, modality }, l) => !(modality === 'M1' && ['NSO', 'OSA', 'OTH'].includes(role) && has(l, 'E', 'A', 'A1', 'P', 'M')),
  'INV-2': ({ role }, l) => !(['FAC', 'SEC', 'OBS', 'GST'].includes(role) && has(l, 'E', 'A', 'A1', 'G', 'P', 'W')),
  'INV-3': ({ role, modality, artefact }, l, table) =>
    !(['M0', 'M3'].includes(modality) && ['CSO', 'NSO', 'OSA'].includes(role)) || text(l) === text(table('COM', modality, artefact)),
  'INV-4': ({ role, modality }, l) => !(modality === 'M2' && ['NSO', 'OSA', 'OTH'].includes(role) && has(l, 'A', 'A1', 'P')),
  'INV-5': ({ role, artefact }, l) => (role !== 'COM' || l.has('W')) && (role !== 'CIT' || artefact === 'APPR' || l.has('w')),
  'INV-6': ({ role, modality, artefact }, l) =>
    !(['M4', 'M5'].includes(modality) && ['COM', 'CSO'].includes(role)) || artefact === 'COMM' || has(l, 'A', 'A1'),
  'INV-7': ({ artefact }, l) => !(artefact === 'APPR' && has(l, 'E', 'e')),
  'INV-8': ({ role }, l) => role !== 'GST' || [...l].every((letter) => letter === 'v' || letter === 'C')
}

/** How many of the 90 cells of each modality (M0 to M5) hold a letter: counted once in the law's own tables. */
const COUNTS: Record<string, string> = {
  V: '71 62 71 71 71 71',
  v: '19 28 19 19 19 19',
  C: '71 62 71 71 71 71',
  S: '61 37 61 61 61 61',
  E: '30 16 16 30 14 14',
  e: '23 20 35 23 38 38',
  A: '32 16 16 32 22 22',
  A1: '0 0 0 0 2 2',
  o: '9 1 25 9 19 19',
  G: '5 5 5 5 5 5',
  M: '14 7 10 14 12 12',
  P: '0 16 16 32 8 8',
  p: '0 0 3 1 4 4',
  W: '40 21 30 40 35 35',
  w: '9 8 11 9 10 10'
}
const LINES = linesOf(cellOf)

/** Where the named invariants fail: `INV-4 NSO M2 DSA`. */
function broken(table: Table, ids: readonly string[]): string[] {
  return ids.flatMap((id) =>
    CELLS.filter((cell) => !INVARIANTS[id]!(cell, table(cell.role, cell.modality, cell.artefact), table)).map(
      ({ role, modality, artefact }) => `${id} ${role} ${modality} ${artefact}`
    )
  )
}

function withFlip(flipped: Cell, letter: Letter): Table {
  return (role, modality, artefact) => {
    const letters = cellOf(role, modality, artefact)
    if (role !== flipped.role || modality !== flipped.modality || artefact !== flipped.artefact) return letters
    return letters.has(letter) ? new Set([...letters].filter((one) => one !== letter)) : new Set([...letters, letter])
  }
}

describe('the permission matrix', () => {
  it('[ABIL-1] holds the same number of each letter in every modality (M0..M5) as the law', () => {
    expect(countsOf(cellOf)).toEqual(COUNTS)
  })

  it('[ABIL-1] holds in its 540 cells the letters and the paragraphs of the law', () => {
    expect(LINES).toHaveLength(540)
    expect(sha256(LINES)).toBe('d3f2375f8f80681335ea784c1e29f448b97aed11d87c520ab65e4780cfb83135')
    const grounds = CELLS.map(
      ({ artefact, modality, role }) => `${artefact} ${modality} ${role} ${groundOf(role, modality, artefact).join(',')}`
    )
    expect(sha256(grounds)).toBe('f07339b6f14c6cae6537a0a60e2ef9c62cc02cefd7ff40ae784c355da7089302')
  })

  it.each(['VCX', 'VV', 'A2'])('[ABIL-1] refuses the cell %s, which it cannot read', (cell) => {
    expect(() => readLetters(cell)).toThrow(`not a cell of the permission matrix: "${cell}"`)
  })

  it.each(Object.keys(INVARIANTS))('[ABIL-2] %s holds in every cell, as written and as amended', (id) => {
    expect(broken(cellOf, [id])).toEqual([])
    for (const stage of [null, 'S1', 'S3'] as const) {
      expect(broken((role, modality, artefact) => lettersOf(seatOf(role), artefact, contextOf({ modality, stage })), [id])).toEqual([])
    }
  })

  it('[ABIL-1] [ABIL-2] a single changed cell is noticed: 200 random changes, seed 20251121', () => {
    const random = seeded(20251121)
    const law = sha256(LINES)
    const noticed = Array.from({ length: 200 }, () => {
      const cell = pick(random, CELLS)
      const letter = pick(random, LETTERS)
      const flipped = withFlip(cell, letter)
      return {
        change: `${letter} of ${cell.role} on ${cell.artefact} under ${cell.modality}`,
        byDigest: sha256(linesOf(flipped)) !== law,
        byCounts: countsOf(flipped)[letter] !== COUNTS[letter],
        byInvariants: broken(flipped, Object.keys(INVARIANTS)).length > 0
      }
    })
    expect(noticed.filter(({ byDigest, byCounts }) => !byDigest || !byCounts)).toEqual([])
    // The invariants guard power, not convenience: they alone notice a good part of the changes, by no means all.
    expect(noticed.filter(({ byInvariants }) => byInvariants).length).toBeGreaterThan(50)
  })

  it('[ABIL-11] R-33: M0 gives what M3 gives, without release', () => {
    for (const role of ROLES) {
      for (const artefact of ARTEFACTS) {
        const joint = [...cellOf(role, 'M3', artefact)]
        expect([...cellOf(role, 'M0', artefact)]).toEqual(joint.filter((letter) => letter !== 'P' && letter !== 'p'))
      }
    }
  })
})
