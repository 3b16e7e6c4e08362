import { artefactOf } from '@roundtable/shared/ability'
import type { NewDocumentBody } from '@roundtable/shared/protocol'
import type { ObjectiveCode, Side } from '@roundtable/shared/framework'
import type { Ask } from '../../ability/index.js'
import type { NewDocument } from '../../live/index.js'

/** A document to be made, when it is settled whether its side keeps it to itself. */
export type SettledDocument = Omit<NewDocumentBody, 'isKept'> & { readonly isKept: boolean }

/**
 * Objectives that question official data (O4) begin with the civic side alone, since the office may be the party that is
 * questioned; the civic side shares them when it wants to (domain.md A4). Everything else begins shared.
 */
export function settled(body: NewDocumentBody, makersSide: Side | null, objectives: readonly ObjectiveCode[]): SettledDocument {
  const isSensitive = body.kind === 'objectives' && makersSide === 'civic' && objectives.includes('O4')
  return { ...body, isKept: body.isKept ?? isSensitive }
}

/** Whose a new document is: what a side says of itself or keeps to itself is its maker's side's, the rest is everybody's. */
export function ownerOf({ kind, isKept }: Pick<SettledDocument, 'kind' | 'isKept'>, makersSide: Side | null): Side | null {
  return kind === 'principles' || isKept ? makersSide : null
}

/** What must be allowed to add this document: to edit it once it is there. */
export function askToAdd(body: Pick<SettledDocument, 'kind' | 'stage' | 'isKept'>, makersSide: Side | null): Ask {
  const ownerSide = ownerOf(body, makersSide)
  return {
    action: 'edit',
    artefact: artefactOf(body.kind),
    object: { stage: body.stage, ownerSide, privateTo: body.isKept ? ownerSide : null }
  }
}

export function documentFrom(workspaceId: string, { kind, title, stage, isKept }: SettledDocument, makersSide: Side | null): NewDocument {
  return { workspaceId, kind, title, stage, isKept, side: ownerOf({ kind, isKept }, makersSide) }
}
