import { ruleReason } from '@roundtable/shared/ability'
import { SIDES, type Side } from '@roundtable/shared/framework'
import type { PrinciplesView } from '@roundtable/shared/protocol'
import { type Ask, type Member, type Query, ask } from '../../ability/index.js'
import { areShown, sidesThatFile } from '../domain/shown-filings.js'
import { documentsOf, filingsOf, textsOf } from './filing.store.js'

const MOST_OF_SIDE = 20

/** "We file ours": approval of one's own side's principles, and of no other's. */
export const askToFile = (side: Side): Ask => ({ action: 'approve', artefact: 'PRIN', object: { ownerSide: side } })

/** What each side has filed; a filed copy for its own people at once, for others while every side that files has filed. */
export async function principlesView(query: Query, member: Member): Promise<PrinciplesView> {
  const { workspaceId, workspace, seat } = member
  const filings = await filingsOf(query, workspaceId, MOST_OF_SIDE)
  const documents = await documentsOf(query, workspaceId)
  const filing = sidesThatFile(workspace)
  const isShown = areShown(filing, new Set(filings.map(({ side }) => side)))
  const readable = SIDES.filter((side) => isShown || side === seat.side)
  const texts = await textsOf(query, workspaceId, readable)
  const { allowed, rule, paragraph, sentence } =
    seat.side === null ? { allowed: false, ...ruleReason('PRIN-1') } : ask(member, askToFile(seat.side))
  return {
    sides: SIDES.map((side) => {
      const document = documents.find((each) => each.side === side)
      return {
        side,
        isMine: side === seat.side,
        files: filing.includes(side),
        documentId: document?.id ?? null,
        hasChanged: document?.hasChanged ?? false,
        filings: filings
          .filter((each) => each.side === side)
          .map(({ number, filedBy, filedAt, contentHash }) => ({
            number,
            filedBy,
            filedAt: filedAt.toISOString(),
            contentHash: readable.includes(side) ? contentHash : null
          })),
        content: texts.get(side) ?? null
      }
    }),
    isShown,
    mayFile: { allowed, because: { rule, paragraph, sentence } }
  }
}
