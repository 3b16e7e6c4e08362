import { DOCUMENT_SCHEMA, type OperationName, REST, type Operation } from '@roundtable/shared/protocol'
import type { Action, ObjectFacts } from '@roundtable/shared/ability'
import type { Artefact, DocumentKind, DocumentState, Side, Stage } from '@roundtable/shared/framework'
import { v4 } from 'uuid'
import * as Y from 'yjs'
import { EventsClient } from '../events-client.js'
import { RawClient, updateOf } from '../raw-client.js'
import {
  expectedOf,
  expectedOfAct,
  expectedOfDocument,
  showsRoadmapAlone,
  artefactOfDocument,
  ownRoleOf,
  type Expectation
} from './expectation.js'
import { CANARY, type MatrixActor, type MatrixDocument, type MatrixStage, type MatrixWorld, writeInto } from './stage.js'

/* Long, for it is a table: what is tried of every act at every door is read in one place, beside each other. */

/*
 * One table, however long: whoever asks whether a cell of the matrix is tried at a door reads it here, beside the others.
 */

/** One cell at one door. `run` tries it and answers what is wrong, or null. */
export interface Probe {
  readonly door: 'REST' | 'socket.io' | '/live'
  readonly action: Action
  readonly artefact: Artefact
  readonly state: DocumentState | null
  readonly world: MatrixWorld
  readonly actor: MatrixActor
  readonly what: string
  readonly expected: () => Expectation
  readonly run: (stage: MatrixStage, expected: Expectation) => Promise<string | null>
}

const ABSENT = '01999999-9999-7999-8999-999999999999'

interface Tried {
  readonly what: OperationName
  readonly action: Action
  readonly artefact: Artefact
  /** What it is tried on, where that is not the workspace. */
  readonly id?: (world: MatrixWorld, actor: MatrixActor) => string
  readonly body?: (actor: MatrixActor) => unknown
  readonly expected?: (world: MatrixWorld, actor: MatrixActor) => Expectation
}

const profileBody = (title: string) => ({
  version: 0,
  title,
  summary: 'changed',
  objectives: [],
  otherObjective: '',
  dataClass: null,
  populations: [],
  populationLabel: '',
  identification: '',
  stage: null,
  interests: []
})

const roadmapOf = ({ documents }: MatrixWorld): MatrixDocument =>
  documents.find(({ kind, state }) => kind === 'roadmap' && state === 'draft')!

/** What is said of a task: whoever sees its roadmap is told why they may not; for others there is none. */
const expectedOfTask = (world: MatrixWorld, actor: MatrixActor, action: 'edit' | 'edit-own'): Expectation => {
  const seen = showsRoadmapAlone(world, actor.actor) ? 'absent' : expectedOfDocument(world, actor, roadmapOf(world), 'view')
  return seen === 'allowed' ? expectedOf(world, actor, action, 'TASK', { ownership: action === 'edit' ? 'other' : 'own' }) : seen
}

const invitation = (role: string) => ({ role, organisation: null, uses: 1, expiresInDays: 1 })

/** What REST lets people do with a workspace as a whole, and which cell each stands for. */
const OPERATIONS: readonly Tried[] = [
  { what: 'getWorkspace', action: 'view', artefact: 'PROF' },
  { what: 'getProfile', action: 'view', artefact: 'PROF' },
  {
    what: 'listPeople',
    action: 'view',
    artefact: 'PROF',
    expected: (world, actor) => expectedOf(world, actor, 'view', 'PROF', {}, { whole: true })
  },
  {
    what: 'getDefinition',
    action: 'view',
    artefact: 'PROF',
    expected: (world, actor) => expectedOf(world, actor, 'view', 'PROF', {}, { whole: true })
  },
  {
    what: 'getModality',
    action: 'view',
    artefact: 'PROF',
    expected: (world, actor) => expectedOf(world, actor, 'view', 'PROF', {}, { whole: true })
  },
  { what: 'getStages', action: 'view', artefact: 'METH' },
  { what: 'getPrinciples', action: 'view', artefact: 'PRIN' },
  { what: 'updateProfile', action: 'edit', artefact: 'PROF', body: () => profileBody(`other ${CANARY}`) },
  {
    what: 'agreePopulation',
    action: 'approve',
    artefact: 'PROF',
    // Taken back, since nothing is said that could be agreed to: a row all the same.
    body: () => ({ version: 0, agrees: false })
  },
  { what: 'wishRegistry', action: 'approve', artefact: 'PROF', body: () => ({ level: 'country' }) },
  {
    what: 'proposeModality',
    action: 'approve',
    artefact: 'PROF',
    body: () => ({ modality: 'M2', leadKind: null, namedPartner: null, reason: 'to try' }),
    // Before the definition test has named one there is none to change; M2 to M2 is no change.
    expected: (world, actor) => {
      const asked = expectedOf(world, actor, 'approve', 'PROF')
      return asked === 'allowed' && (world.modality === 'M2' || world.modality === 'M0') ? 'refused' : asked
    }
  },
  {
    what: 'answerDefinition',
    action: 'opine',
    artefact: 'PROF',
    body: () => ({ question: 'Q6', value: 'yes', reason: 'to try', evidence: [] }),
    expected: (world, actor) => {
      // What is out of scope can be tested again: the test itself asks as if there were no outcome.
      const tested = { ...world, outcome: null }
      const [approve, opine] = [expectedOf(tested, actor, 'approve', 'PROF'), expectedOf(tested, actor, 'opine', 'PROF')]
      return opine === 'allowed' ? opine : approve
    }
  },
  {
    what: 'sayStagePart',
    action: 'edit-own',
    artefact: 'METH',
    body: () => ({ stage: 'S1', engagement: 'lead', note: 'to try', seenAt: null }),
    expected: (world, actor) => {
      const asked = expectedOf(world, actor, 'edit-own', 'METH', { ownership: 'own' })
      return asked === 'allowed' && actor.actor?.side === null ? 'refused' : asked
    }
  },
  {
    what: 'sayEngagement',
    action: 'edit-own',
    artefact: 'METH',
    body: () => ({
      stage: 'S1',
      seenAt: null,
      degree: { extent: 'some', durationDays: null, effortHours: null, groups: [], intensity: null },
      quality: { needsFit: null, impact: null, influence: null },
      evidence: [],
      note: 'to try'
    }),
    expected: (world, actor) => {
      const asked = expectedOf(world, actor, 'edit-own', 'METH', { ownership: 'own' })
      return asked === 'allowed' && actor.actor?.side === null ? 'refused' : asked
    }
  },
  {
    what: 'createInvitation',
    action: 'manage-members',
    artefact: 'PROF',
    body: (actor) => invitation(ownRoleOf(actor)),
    expected: (world, actor) => {
      const targetRole = ownRoleOf(actor)
      const own = expectedOf(world, actor, 'manage-members', 'PROF', { targetRole })
      // Without a side there is no side of one's own to invite to; the civic side is here and invites itself.
      return own === 'allowed' && actor.actor?.side === null ? 'refused' : own
    }
  },
  { what: 'createInvitation', action: 'invite-party', artefact: 'PROF', body: () => invitation('OBS') },
  {
    what: 'askForTask',
    action: 'edit',
    artefact: 'TASK',
    id: (world) => roadmapOf(world).id,
    body: () => ({ taskId: CANARY, version: 1, side: 'civic' }),
    expected: (world, actor) => expectedOfTask(world, actor, 'edit')
  },
  {
    what: 'answerTask',
    action: 'edit-own',
    artefact: 'TASK',
    id: (_world, { assignmentId }) => assignmentId ?? ABSENT,
    body: () => ({ version: 1, answer: 'accepted', reason: '' }),
    expected: (world, actor) => expectedOfTask(world, actor, 'edit-own')
  }
]

/** Adding each kind that can be added; a plan of a stage that has none, and a document that a side keeps to itself. */
const ADDING: readonly Tried[] = [
  ...(['objectives', 'agreement', 'roadmap'] as const).map((kind) => adding({ kind })),
  adding({ kind: 'plan', stage: 'S6' }, () => ({ stage: 'S6' })),
  adding({ kind: 'objectives', isKept: true }, (side) => ({ ownerSide: side, privateTo: side })),
  {
    ...adding({ kind: 'principles' }),
    expected: (world, actor) => {
      const side = actor.actor?.side ?? null
      const asked = expectedOf(world, actor, 'edit', 'PRIN', { ownerSide: side })
      // These sides have theirs, and one a side is all there is.
      return asked === 'allowed' && (side === 'civic' || side === 'state') ? 'refused' : asked
    }
  }
]

function adding(
  body: { readonly kind: DocumentKind; readonly stage?: Stage; readonly isKept?: boolean },
  objectFor: (side: Side | null) => Partial<ObjectFacts> = () => ({})
): Tried {
  const artefact = artefactOfDocument(body)
  return {
    what: 'createDocument',
    action: 'edit',
    artefact,
    body: () => ({ ...body, title: `new ${CANARY}` }),
    expected: (world, actor) => expectedOf(world, actor, 'edit', artefact, objectFor(actor.actor?.side ?? null))
  }
}

export function probesOf(world: MatrixWorld): Probe[] {
  return world.actors.flatMap((actor) => [
    ...OPERATIONS.map((tried) => restProbe(world, actor, tried)),
    watchProbe(world, actor),
    ...ADDING.map((tried) => restProbe(world, actor, tried)),
    ...world.documents.flatMap((document) => [
      cardProbe(world, actor, document, 'getDocument'),
      cardProbe(world, actor, document, 'getDocumentText'),
      liveProbe(world, actor, document, 'view'),
      liveProbe(world, actor, document, 'edit'),
      ...(document.kind === 'principles' ? [actProbe(world, actor, document, 'filePrinciples', { contentHash: document.hash })] : []),
      ...(document.isKept ? [actProbe(world, actor, document, 'releaseDocument', undefined)] : [])
    ])
  ])
}

interface Seen {
  readonly status: number
  readonly text: string
  readonly headers: string
}

async function send(stage: MatrixStage, actor: MatrixActor, name: OperationName, id: string, body: unknown): Promise<Seen> {
  const { method, path }: Operation = REST[name]
  const answer = await fetch(`${stage.server.url}${path.replace('{id}', id)}`, {
    method: method.toUpperCase(),
    headers: { cookie: actor.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
  const headers = [...answer.headers].filter(([header]) => header !== 'date').map((header) => header.join(': '))
  return { status: answer.status, text: await answer.text(), headers: headers.join('\n') }
}

function restProbe(world: MatrixWorld, actor: MatrixActor, { what, action, artefact, id, body, expected }: Tried): Probe {
  return {
    door: 'REST',
    action,
    artefact,
    state: null,
    world,
    actor,
    what,
    expected: () => expected?.(world, actor) ?? expectedOf(world, actor, action, artefact),
    run: async (stage, expectation) => {
      const isWrite = body !== undefined
      const before = isWrite ? await stage.fingerprint(world) : ''
      const sent = body?.(actor)
      const seen = await send(stage, actor, what, id?.(world, actor) ?? world.workspaceId, sent)
      const after = isWrite ? await stage.fingerprint(world) : ''
      if (before !== after) await stage.reset(world)
      const wrong = isWrite ? wrongWrite(expectation, before !== after, seen) : wrongRead(expectation, seen)
      if (wrong || expectation !== 'absent') return wrong
      return wrongAbsence(seen, await send(stage, actor, what, ABSENT, sent))
    }
  }
}

function cardProbe(world: MatrixWorld, actor: MatrixActor, document: MatrixDocument, what: OperationName): Probe {
  return {
    door: 'REST',
    action: 'view',
    artefact: artefactOfDocument(document),
    state: document.state,
    world,
    actor,
    what: `${what} ${called(document)}`,
    expected: () => expectedOfDocument(world, actor, document, 'view'),
    run: async (stage, expectation) => {
      const seen = await send(stage, actor, what, document.id, undefined)
      const wrong = wrongRead(expectation, seen)
      if (wrong || expectation !== 'absent') return wrong
      return wrongAbsence(seen, await send(stage, actor, what, ABSENT, undefined))
    }
  }
}

/** What goes by intent on one document and needs approval: filing principles, sharing what a side has kept to itself. */
function actProbe(world: MatrixWorld, actor: MatrixActor, document: MatrixDocument, what: OperationName, body: unknown): Probe {
  return {
    door: 'REST',
    action: 'approve',
    artefact: artefactOfDocument(document),
    state: document.state,
    world,
    actor,
    what: `${what} ${called(document)}`,
    expected: () => expectedOfAct(world, actor, document, 'approve'),
    run: async (stage, expectation) => {
      const before = await stage.fingerprint(world)
      const seen = await send(stage, actor, what, document.id, body)
      const hasChanged = before !== (await stage.fingerprint(world))
      if (hasChanged) await stage.reset(world)
      const wrong = wrongWrite(expectation, hasChanged, seen)
      if (wrong || expectation !== 'absent') return wrong
      return wrongAbsence(seen, await send(stage, actor, what, ABSENT, body))
    }
  }
}

/** A document as a probe's name has it. */
const called = ({ kind, stage, side, isKept }: MatrixDocument): string =>
  [kind, stage, side && `of the ${side} side`, isKept && 'kept'].filter(Boolean).join(' ')

const wrongRead = (expected: Expectation, { status, text }: Seen): string | null => {
  if (expected === 'allowed') return status === 200 ? null : `was not shown: ${status} ${text}`
  return text.includes(CANARY) ? `a canary in a refusal: ${status}` : status < 400 ? `was answered: ${status} ${text}` : null
}

/** Judged by what changed; the status only tells why nothing did. */
const wrongWrite = (expected: Expectation, hasChanged: boolean, { status, text }: Seen): string | null => {
  if (expected === 'allowed') return hasChanged ? null : `changed nothing: ${status} ${text}`
  if (hasChanged) return `changed something: ${status}`
  // Who may know of the thing is told why; who may not is told of nothing.
  if (text.includes('"code":"not_found"') !== (expected === 'absent'))
    return expected === 'signed out' ? null : `was answered: ${status} ${text}`
  return text.includes(CANARY) ? `a canary in a refusal: ${status}` : null
}

const wrongAbsence = (seen: Seen, ofAbsent: Seen): string | null =>
  JSON.stringify(seen) === JSON.stringify(ofAbsent) ? null : `an absent thing is answered otherwise: ${JSON.stringify([seen, ofAbsent])}`

function watchProbe(world: MatrixWorld, actor: MatrixActor): Probe {
  return {
    door: 'socket.io',
    action: 'view',
    artefact: 'PROF',
    state: null,
    world,
    actor,
    what: 'watch',
    expected: () => expectedOf(world, actor, 'view', 'PROF'),
    run: async (stage, expectation) => {
      const ear = new EventsClient(stage.server, actor)
      try {
        await ear.opened()
        if (ear.refusal !== null) return expectation === 'signed out' ? null : `was refused at the door: ${ear.refusal}`
        if (expectation === 'signed out') return 'came in without a session'
        const seen = await ear.watch(world.workspaceId)
        if (expectation === 'allowed') return seen.ok ? null : `may not watch: ${JSON.stringify(seen)}`
        return JSON.stringify(seen) === JSON.stringify(await ear.watch(ABSENT)) ? null : `answered: ${JSON.stringify(seen)}`
      } finally {
        ear.close()
      }
    }
  }
}

function liveProbe(world: MatrixWorld, actor: MatrixActor, document: MatrixDocument, action: 'view' | 'edit'): Probe {
  return {
    door: '/live',
    action,
    artefact: artefactOfDocument(document),
    state: document.state,
    world,
    actor,
    what: `${action} ${called(document)}`,
    expected: () => expectedOfDocument(world, actor, document, action),
    run: (stage, expectation) =>
      action === 'view' ? seeLive(stage, actor, document, expectation) : writeLive(stage, actor, document, expectation)
  }
}

function connect(stage: MatrixStage, actor: MatrixActor, { id }: MatrixDocument): RawClient {
  return new RawClient(`${stage.server.liveUrl}/live/${id}?schema=${DOCUMENT_SCHEMA}`, {
    headers: { cookie: actor.cookie, origin: stage.server.url }
  })
}

async function seeLive(stage: MatrixStage, actor: MatrixActor, document: MatrixDocument, expected: Expectation): Promise<string | null> {
  const client = connect(stage, actor, document)
  try {
    await client.opened
    client.greet()
    await client.until(() => client.durable >= 1 || client.received.includes(CANARY))
    const isShown = client.received.includes(CANARY)
    if (expected === 'allowed' || expected === 'refused') return isShown ? null : 'the text was not shown'
    return isShown ? 'a canary reached the socket' : null
  } finally {
    client.end()
  }
}

async function writeLive(stage: MatrixStage, actor: MatrixActor, document: MatrixDocument, expected: Expectation): Promise<string | null> {
  const before = await stage.seqOf(document.id)
  const client = connect(stage, actor, document)
  const doc = new Y.Doc()
  try {
    await client.opened
    client.greet()
    client.update(updateOf(doc, () => writeInto(doc, document.kind, `words ${v4()}`)))
    await client.until(() => client.durable >= 2 || client.rejection !== null)
    const isStored = (await stage.seqOf(document.id)) > before
    if (expected === 'allowed') return isStored ? null : `was not stored: ${JSON.stringify(client.rejection)}`
    if (isStored) return 'was stored'
    if (client.durable >= 2) return 'was acknowledged and not stored'
    return (client.rejection !== null) === (expected === 'refused') ? null : `was told ${JSON.stringify(client.rejection)}`
  } finally {
    client.end()
    doc.destroy()
  }
}
