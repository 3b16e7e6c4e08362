import { sideOfRole, type Artefact, type Modality, type Role } from '../framework/index.js'
import { cellOf, type Letter, type Letters } from './matrix.js'

/** The letters that already give what a small one gives. */
const WIDER: Readonly<Partial<Record<Letter, Letter>>> = { v: 'V', e: 'E', A1: 'A', p: 'P', w: 'W' }

function covers(letters: Letters, letter: Letter): boolean {
  const wider = WIDER[letter]
  return letters.has(letter) || (wider !== undefined && letters.has(wider))
}

/**
 * INV-9: a workspace may change a cell only to add to civic rights or to take from the others'; the reverse is a change of modality (R-16).
 * The one exception, the secretariat's full read (A-4), is a setting of the registry, not a customisation. The decision log stays
 * append-only (INV-7), whoever asks.
 */
export function isLawfulCustomisation(role: Role, modality: Modality, artefact: Artefact, letters: Letters): boolean {
  if (artefact === 'APPR' && (letters.has('E') || letters.has('e'))) return false
  const lawful = cellOf(role, modality, artefact)
  return sideOfRole(role) === 'civic'
    ? [...lawful].every((letter) => covers(letters, letter))
    : [...letters].every((letter) => covers(lawful, letter))
}
