import type { Artefact, Role } from '../framework/index.js'
import { cellOf, type Letter, type Letters } from './matrix.js'
import type { Actor, DecisionContext, WorkspaceFacts } from './question.js'

/*
 * The amendments that move or change letters. The others act elsewhere: A-2 takes away (`limits.ts`), as do the rules;
 * A-3 is in the table already (A on TASK under M4 and M5, never A for the NSO under M2); A-6 is about clauses, not rights.
 */

/**
 * whose row of the table a seat reads.
 * Under M5 the lead's row goes to the role that leads; the other takes a contributor's. Under M3 (and M0, made from it)
 * a state actor that is not the named partner takes part like an other actor. Civic rows never move.
 */
export function rowOf(role: Role, { modality, leadKind, namedPartner }: WorkspaceFacts): Role {
  if (modality === 'M5' && leadKind === 'OSA') {
    if (role === 'OSA') return 'OTH'
    if (role === 'OTH') return 'OSA'
  }
  const isStateActor = role === 'NSO' || role === 'OSA'
  if ((modality === 'M3' || modality === 'M0') && isStateActor && namedPartner !== null && role !== namedPartner) return 'OTH'
  return role
}

/** under M4 and M5 the community and the CSOs write the plan of the design stage itself, not only their parts of it. */
function withDesignStageEdit(letters: Letters, role: Role, artefact: Artefact, { modality, stage }: DecisionContext): Letters {
  const civicDesign = artefact === 'METH' && stage === 'S1' && (role === 'COM' || role === 'CSO')
  return civicDesign && (modality === 'M4' || modality === 'M5') ? exchanged(letters, 'e', 'E') : letters
}

/** "full read" lets the secretariat read everything shared: the one exception to INV-9. */
function withFullRead(letters: Letters, role: Role, { registry }: WorkspaceFacts): Letters {
  return role === 'SEC' && registry === 'full_read' ? exchanged(letters, 'v', 'V') : letters
}

/** The letters a seat holds on an artefact in this context: the table as amended. */
export function lettersOf({ role }: Pick<Actor, 'role'>, artefact: Artefact, context: DecisionContext): Letters {
  const letters = cellOf(rowOf(role, context), context.modality, artefact)
  return withFullRead(withDesignStageEdit(letters, role, artefact, context), role, context)
}

function exchanged(letters: Letters, from: Letter, to: Letter): Letters {
  return letters.has(from) ? new Set([...letters].map((letter) => (letter === from ? to : letter))) : letters
}
