import { ARTEFACTS, ROLES, type Artefact, type Modality, type Role } from '../framework/index.js'
import { CELLS, COLUMNS } from './cells.js'

/** One right of a cell; what each means is said at `CELLS`. */
export const LETTERS = ['V', 'v', 'C', 'S', 'E', 'e', 'A', 'A1', 'o', 'G', 'M', 'P', 'p', 'W', 'w'] as const
export type Letter = (typeof LETTERS)[number]
export type Letters = ReadonlySet<Letter>

/**
 * Reads a cell such as `VCSeA1oW`.
 * @throws {Error} on a letter the matrix does not know, or one given twice: the data is wrong then, and nothing may be decided by it.
 */
export function readLetters(text: string): Letters {
  const letters: readonly string[] = text.match(/A1|./g) ?? []
  const set = new Set(LETTERS.filter((letter) => letters.includes(letter)))
  if (set.size !== letters.length) throw new Error(`not a cell of the permission matrix: "${text}"`)
  return set
}

/**
 * R-33: while nobody has answered the definition test, M3's symmetry holds and nothing is released: neither the whole (P) nor,
 * lest a contributor could release what the partners cannot, one's own part (p).
 */
function withoutRelease(letters: Letters): Letters {
  return new Set([...letters].filter((letter) => letter !== 'P' && letter !== 'p'))
}

type Column = Readonly<Record<Modality, Letters>>

function readRow(artefact: Artefact, role: Role): Column {
  const cells = CELLS[artefact][role].split(/\s+/)
  if (cells.length !== COLUMNS.length) throw new Error(`the matrix needs ${COLUMNS.length} cells for ${role} on ${artefact}`)
  const [m1, m2, m3, m4, m5] = cells.map(readLetters) as [Letters, Letters, Letters, Letters, Letters]
  return { M0: withoutRelease(m3), M1: m1, M2: m2, M3: m3, M4: m4, M5: m5 }
}

const MATRIX = new Map(ARTEFACTS.flatMap((artefact) => ROLES.map((role) => [`${artefact}/${role}`, readRow(artefact, role)] as const)))

/** The letters the table gives a role, before the amendments that depend on the initiative or the object. */
export function cellOf(role: Role, modality: Modality, artefact: Artefact): Letters {
  const row = MATRIX.get(`${artefact}/${role}`)
  if (!row) throw new Error(`the matrix has no row for ${role} on ${artefact}`)
  return row[modality]
}
