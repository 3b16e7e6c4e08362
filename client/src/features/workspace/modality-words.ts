import type { LeadKind, Modality, PartnerKind } from '@roundtable/shared/framework'
import type { WorkspaceView } from '@roundtable/shared/protocol'
import type { Translate } from '../../locales/use-text.js'

/** A modality with who leads or who the state partner is, where it has one. */
export interface Target {
  readonly modality: Modality
  readonly leadKind: LeadKind | null
  readonly namedPartner: PartnerKind | null
}

/** The short name of a way of working together: “Co-creation with the statistical office”. */
export function modalityName({ modality, leadKind, namedPartner }: Target, t: Translate): string {
  if (modality === 'M3' && namedPartner !== null) return t(`modalityName.M3.${namedPartner}`)
  if (modality === 'M5' && leadKind !== null) return t(`modalityName.M5.${leadKind}`)
  return t(`modalityName.${modality}`)
}

/** In a sentence, who started it and who leads. */
export function modalitySentence(
  workspace: Pick<WorkspaceView, 'kind' | 'modality'> & Partial<Pick<WorkspaceView, 'leadKind'>>,
  t: Translate
): string {
  if (workspace.kind === 'country_programme') return t('modality.programme')
  if (workspace.modality === 'M5' && workspace.leadKind === 'OSA') return t('modality.M5.OSA')
  return t(`modality.${workspace.modality}`)
}

export function isSameTarget(one: Target, other: Target): boolean {
  return one.modality === other.modality && one.leadKind === other.leadKind && one.namedPartner === other.namedPartner
}
