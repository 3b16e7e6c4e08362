import { REST, WORKSPACE_PARTS, type WorkspacePart } from '@roundtable/shared/protocol'
import { type Ask, type Member, ask } from '../ability/index.js'

/** What the door of each part asks: what it would refuse is not shown. */
const READING = {
  people: REST.listPeople.asks,
  definition: REST.getDefinition.asks,
  modality: REST.getModality.asks,
  stages: REST.getStages.asks,
  principles: REST.getPrinciples.asks
} as const satisfies Record<WorkspacePart, Ask>

/** What of a workspace a member does not see, whatever there is of it (WORK-80). */
export function partsNotShownTo(member: Member): WorkspacePart[] {
  return WORKSPACE_PARTS.filter((part) => !ask(member, READING[part]).allowed)
}
