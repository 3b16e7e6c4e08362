import { MODALITIES, type LeadKind, type Modality, type PartnerKind } from '@roundtable/shared/framework'
import type { Translate } from '../../../locales/use-text.js'
import { isSameTarget, type Target } from '../modality-words.js'

export const TARGETS = MODALITIES.filter((modality): modality is Exclude<Modality, 'M0'> => modality !== 'M0')
export type TargetModality = (typeof TARGETS)[number]

export interface ProposalDraft {
  readonly modality: TargetModality | null
  readonly leadKind: LeadKind | null
  readonly namedPartner: PartnerKind | null
  readonly reason: string
}

export const EMPTY_PROPOSAL: ProposalDraft = { modality: null, leadKind: null, namedPartner: null, reason: '' }

/** Where the change would lead; null until it is said whole. Lead and partner belong to M5 and M3 alone. */
export function targetOf({ modality, leadKind, namedPartner }: ProposalDraft): (Target & { readonly modality: TargetModality }) | null {
  if (modality === null || (modality === 'M5' && leadKind === null) || (modality === 'M3' && namedPartner === null)) return null
  return { modality, leadKind: modality === 'M5' ? leadKind : null, namedPartner: modality === 'M3' ? namedPartner : null }
}

export type ProposalProblems = Partial<Readonly<Record<keyof ProposalDraft, string>>>

export function problemsOf(draft: ProposalDraft, present: Target, t: Translate): ProposalProblems {
  const target = targetOf(draft)
  return {
    ...(draft.modality === null && { modality: t('form.chooseOne') }),
    ...(target !== null && isSameTarget(target, present) && { modality: t('modalityPage.same') }),
    ...(draft.modality === 'M5' && draft.leadKind === null && { leadKind: t('form.chooseOne') }),
    ...(draft.modality === 'M3' && draft.namedPartner === null && { namedPartner: t('form.chooseOne') }),
    ...(draft.reason.trim() === '' && { reason: t('form.sayWhy') })
  }
}
