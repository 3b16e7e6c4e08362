import { ARTEFACTS, MODALITIES, ROLES, type Artefact, type Modality, type Role } from '../framework/index.js'
import { COLUMNS } from './cells.js'

/*
 * What each cell of the matrix rests on. Numbers are paragraphs of the Copenhagen Framework on Citizen Data v1.0,
 * `15.n` its nth modality, `12.1x` a part of its first stage; `T1a`, `T1b`, `T1c`, `T1e` the columns of its Table 1
 * and the sentence on equal decision-making there; `Ax` its annex.
 */

/** What the artefact itself rests on: the first paragraphs of every cell in its table. */
const ARTEFACT_GROUND: Readonly<Record<Artefact, string>> = {
  PROF: '13',
  OBJ: '12.1a,20',
  METH: '12,23',
  PRIN: '18,28',
  DSA: '12.1d,24',
  TASK: '41,45',
  COMM: '39',
  APPR: '21,39',
  PUBL: '27,31'
}

/** What a role's standing in each modality rests on, columns as in `COLUMNS`. */
const ROLE_GROUND: Readonly<Record<Role, string>> = {
  //    M1        M2        M3        M4        M5
  CIT: '15.1,T1a  15.2,T1b  15.3,T1e  15.4,T1c  15.5,T1c',
  COM: '15.1,T1a  15.2,T1b  15.3,T1e  15.4,T1c  15.5,T1c',
  CSO: '15.1,T1a  15.2,T1b  15.3,T1e  15.4,T1c  15.5,T1c',
  NSO: '15.1,33   15.2,T1b  15.3,T1e  15.4      T1c,33',
  OSA: '15.1,19   15.2,T1b  15.3,T1e  T1c,37    T1c,37',
  OTH: '15.1,37   T1b,37    15.3,37   T1c,37    15.5',
  FAC: '39,41     39,41     39,41     39,41     39,41',
  SEC: '45,19     45,19     45,19     45,19     45,19',
  OBS: '27,39     27,39     27,39     27,39     27,39',
  GST: '31,Ax     31,Ax     31,Ax     31,Ax     31,Ax'
}

/** What a role's cells on one artefact rest on besides, in every modality. */
const FURTHER_GROUND: Readonly<Partial<Record<Artefact, Readonly<Partial<Record<Role, string>>>>>> = {
  DSA: { CIT: '22', COM: '26', CSO: '20', FAC: '30', SEC: '30', OBS: '30', GST: '27' },
  PUBL: { CIT: '30', COM: '26' }
}

/** The paragraphs of one cell: the artefact's, then the role's in this modality, then those for both together. M0 rests on M3's (R-33). */
export function groundOf(role: Role, modality: Modality, artefact: Artefact): readonly string[] {
  const column = COLUMNS.findIndex((name) => name === (modality === 'M0' ? 'M3' : modality))
  const standing = ROLE_GROUND[role].split(/\s+/)[column] ?? ''
  const further = FURTHER_GROUND[artefact]?.[role]
  return [ARTEFACT_GROUND[artefact], standing, ...(further ? [further] : [])].flatMap((list) => list.split(','))
}

/** Paragraph codes as people read them: `¶12.1a, ¶20, ¶15.3, T1e`. */
export function paragraphText(codes: readonly string[]): string {
  return codes.map((code) => (/^\d/.test(code) ? `¶${code}` : code)).join(', ')
}

/** Read once: a decision is asked for every live update. */
const CELL_TEXTS = new Map(
  ARTEFACTS.flatMap((artefact) =>
    ROLES.flatMap((role) =>
      MODALITIES.map((modality) => [`${artefact}/${role}/${modality}`, paragraphText(groundOf(role, modality, artefact))] as const)
    )
  )
)

/** Every ground a cell of the matrix rests on. */
export const CELL_GROUNDS: readonly string[] = [...new Set(CELL_TEXTS.values())]

/** The paragraphs of one cell as people read them. */
export function cellParagraphs(role: Role, modality: Modality, artefact: Artefact): string {
  return CELL_TEXTS.get(`${artefact}/${role}/${modality}`) ?? ''
}
