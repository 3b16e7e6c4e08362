import { ACTIONS } from '@roundtable/shared/ability'
import { ARTEFACTS, DOCUMENT_KINDS } from '@roundtable/shared/framework'
import { probesOf } from '../support/matrix/probes.js'
import type { MatrixWorld } from '../support/matrix/stage.js'
import { ACTOR_KINDS, MATRIX_DOCUMENTS, WORLD_KINDS } from '../support/matrix/kinds.js'

/** What the law grants or refuses and nobody can try yet: each later feature takes its acts off this list. */
const WITHOUT_A_DOOR = [
  'PROF: comment suggest edit-own sign publish withdraw',
  'OBJ: comment suggest edit-own opine sign manage-members invite-party publish withdraw',
  'METH: comment suggest opine sign manage-members invite-party publish withdraw',
  'PRIN: comment suggest edit-own opine sign manage-members invite-party publish withdraw',
  'DSA: comment suggest edit-own approve opine sign manage-members invite-party publish withdraw',
  'TASK: comment suggest approve opine sign manage-members invite-party publish withdraw',
  'COMM: view comment suggest edit edit-own approve opine sign manage-members invite-party publish withdraw',
  'APPR: view comment suggest edit edit-own approve opine sign manage-members invite-party publish withdraw',
  'PUBL: view comment suggest edit edit-own approve opine sign manage-members invite-party publish withdraw'
]

it('[ABIL-32] every kind of document is tried, plans of the design stage and of a later one, principles of both sides, and what a side keeps to itself', () => {
  expect(new Set(MATRIX_DOCUMENTS.map(({ kind }) => kind))).toEqual(new Set(DOCUMENT_KINDS))
  for (const part of [
    { kind: 'plan', stage: 'S1' },
    { kind: 'plan', stage: 'S4' },
    { kind: 'principles', side: 'civic' },
    { kind: 'principles', side: 'state' },
    { isKept: true }
  ])
    expect(MATRIX_DOCUMENTS).toContainEqual(expect.objectContaining(part))
})

it('[ABIL-32] every act of the matrix has a door that the walk tries, or is on the list of those without one', () => {
  const actors = ACTOR_KINDS.map((kind) => ({ ...kind, personId: kind.name, cookie: '' }))
  const documents = MATRIX_DOCUMENTS.map((document, index) => ({ ...document, id: String(index), hash: null }))
  const worlds: MatrixWorld[] = WORLD_KINDS.map((kind) => ({ ...kind, workspaceId: kind.name, actors, documents }))
  const tried = new Set(worlds.flatMap(probesOf).map(({ artefact, action }) => `${artefact} ${action}`))
  const without = ARTEFACTS.map((artefact) => `${artefact}: ${ACTIONS.filter((action) => !tried.has(`${artefact} ${action}`)).join(' ')}`)
  expect(without).toEqual(WITHOUT_A_DOOR)
  expect(ARTEFACTS.length * ACTIONS.length - tried.size).toBe(87)
})
