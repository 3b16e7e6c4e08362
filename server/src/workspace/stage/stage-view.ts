import { type Decision, ruleReason } from '@roundtable/shared/ability'
import { SIDES, STAGES, tableOne } from '@roundtable/shared/framework'
import type { StagesView } from '@roundtable/shared/protocol'
import { type Ask, type Member, type Query, ask } from '../../ability/index.js'
import { type SaidRow, engagementsOf, partsOf } from './stage.store.js'

/** Each side speaks for itself: its own part is its own, whatever else of the plan it may write. */
export const SAY: Ask = { action: 'edit-own', artefact: 'METH', object: { ownership: 'own' } }

/** Table 1 for the modality with what each side says of itself: beside each other, never put together (A7, A8). */
export async function stagesView(query: Query, member: Member): Promise<StagesView> {
  const [parts, engagements] = [await partsOf(query, member.workspaceId), await engagementsOf(query, member.workspaceId)]
  const { modality, leadKind } = member.workspace
  const { allowed, rule, paragraph, sentence } = maySay(member)
  return {
    stages: STAGES.map((stage) => ({
      stage,
      parts: SIDES.map((side) => {
        const isOf = (row: SaidRow): boolean => row.stage === stage && row.side === side
        return {
          side,
          usual: tableOne(modality, stage, leadKind)[side],
          answer: shown(parts.find(isOf)),
          degreeAndQuality: shown(engagements.find(isOf)),
          isMine: side === member.seat.side
        }
      })
    })),
    mayAnswer: { allowed, because: { rule, paragraph, sentence } }
  }
}

function maySay(member: Member): Decision {
  return member.seat.side === null ? { allowed: false, ...ruleReason('WORK-12') } : ask(member, SAY)
}

function shown<Row extends SaidRow>(row: Row | undefined): (Omit<Row, 'stage' | 'side' | 'answeredAt'> & { answeredAt: string }) | null {
  if (!row) return null
  const { stage: _stage, side: _side, answeredAt, ...said } = row
  return { ...said, answeredAt: answeredAt.toISOString() }
}
