import { RoundtableError } from '@roundtable/shared/error'
import type { DefinitionAnswer, DefinitionView } from '@roundtable/shared/protocol'
import type { DataSource } from 'typeorm'
import { type Intents, type Member, type Query, ask, queryOf, refusalBy, seated, seatsOf } from '../../ability/index.js'
import type { Changes } from '../../platform/changes.js'
import { heldAfter, testedBy } from '../domain/classified.js'
import { voiceKeyOf } from '../domain/voices.js'
import { memberAnew } from '../member-anew.js'
import { settle } from '../settle.js'
import { sideOf } from '../side-of.js'
import { votingSeat } from '../voting-seat.js'
import { definitionView } from './definition-view.js'
import { heldBy, insertAnswer, latestAnswers } from './definition.store.js'
import { answersByVoice } from './reclassify.js'

/** The definition test: is this citizen data, and under which modality? Each side answers for itself. */
export class DefinitionService {
  constructor(
    private readonly source: DataSource,
    private readonly intents: Intents,
    private readonly changes: Changes
  ) {}

  /** Throws `not_found`, also for a country programme, which has no test. */
  async view(personId: string, workspaceId: string): Promise<DefinitionView> {
    const member = await this.intents.member(personId, workspaceId, { action: 'view', artefact: 'PROF' })
    mustHaveTest(member)
    return viewFor(queryOf(this.source.manager), member)
  }

  /** One answer for one's own voice, kept beside the earlier ones, and in the same transaction what all answers come to then. */
  async answer(personId: string, workspaceId: string, answer: DefinitionAnswer): Promise<DefinitionView> {
    const { view, parts } = await this.intents.run(personId, workspaceId, null, async (manager, member) => {
      mustHaveTest(member)
      mustHaveVoice(member)
      const query = queryOf(manager)
      await insertAnswer(query, { workspaceId, voice: voiceKeyOf(member.seat), side: sideOf(member), seatId: member.seat.id, answer })
      const parts = await settle(query, workspaceId)
      return { view: await viewFor(query, await memberAnew(query, member)), parts }
    })
    this.changes.announce(workspaceId, 'definition', ...parts)
    return view
  }
}

function mustHaveTest({ kind }: Member): void {
  if (kind === 'country_programme') throw new RoundtableError('not_found')
}

/** Whoever decides about the profile answers, or whoever is heard about it; what is out of scope can be tested again. */
function mustHaveVoice({ actor, workspace }: Member): void {
  const tested = { actor, workspace: { ...workspace, outcome: null } }
  const approve = ask(tested, { action: 'approve', artefact: 'PROF' })
  if (!approve.allowed && !ask(tested, { action: 'opine', artefact: 'PROF' }).allowed) throw refusalBy(approve)
}

async function viewFor(query: Query, member: Member): Promise<DefinitionView> {
  const seats = await seatsOf(query, member.workspaceId)
  const answers = await latestAnswers(query, member.workspaceId)
  const opining = new Set(seats.filter((row) => ask(seated(row), { action: 'opine', artefact: 'PROF' }).allowed).map(({ id }) => id))
  const { voices, classification } = testedBy(seats.map(votingSeat), member.workspace, answersByVoice(answers))
  const { outcome, paragraph } = heldAfter(await heldBy(query, member.workspaceId), classification)
  return definitionView(member, {
    voices,
    // What the answers come to *here*: they may point at another modality than the one that holds (DEF-21).
    classification: { ...classification, outcome, paragraph },
    answers,
    mayOpine: ({ seatIds }) => seatIds.some((id) => opining.has(id))
  })
}
