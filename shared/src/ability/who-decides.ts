import { MODALITIES, type Artefact, type Modality } from '../framework/index.js'

/** Every key `whoDecides` can return; the client's catalogue has a sentence for each. */
export const WHO_DECIDES = [
  ...MODALITIES.map((modality) => `decides.${modality}` as const),
  'decides.M4.METH',
  'decides.M5.METH',
  'decides.PRIN',
  'decides.COMM'
] as const
export type WhoDecides = (typeof WHO_DECIDES)[number]

/**
 * The catalogue key of "who decides here", printed on every object.
 * The modality answers it (R-03..R-06, R-33), but for three artefacts: each side files its own principles,
 * comments are nobody's to decide, and under M4 and M5 the civic side's approval of the plans counts at the design gate alone.
 */
export function whoDecides(artefact: Artefact, modality: Modality): WhoDecides {
  if (artefact === 'PRIN' || artefact === 'COMM') return `decides.${artefact}`
  if (artefact === 'METH' && (modality === 'M4' || modality === 'M5')) return `decides.${modality}.METH`
  return `decides.${modality}`
}
