import { queryOptions } from '@tanstack/react-query'
import type { Side } from '@roundtable/shared/framework'
import type { OpenAnswers } from '@roundtable/shared/protocol'
import { entryAddress } from '../../../lib/entry-address.js'
import { request } from '../../../lib/request.js'
import type { Text } from '../../../locales/use-text.js'
import { partKey } from '../workspace.js'

export type OpenDocument = OpenAnswers['documents'][number]
type OpenEntry = OpenDocument['open'][number]

/** Rows follow the writing by a second: asked anew whenever the page is come to. */
export function openAnswersQuery(id: string) {
  return queryOptions({ queryKey: partKey(id, 'open-answers'), queryFn: () => request('getOpenAnswers', { id }), staleTime: 0 })
}

/** How many clauses and questions nobody has answered. */
export const openIn = (documents: readonly OpenDocument[]): number =>
  documents.reduce((sum, { answered, total }) => sum + total - answered, 0)

/** The heading under which stands what one side, or everybody, can answer. */
export const placeOfOpen = (whose: Side | 'all'): string => `open-${whose}`

/** Where an open clause or question stands; of a clause that is not there yet, the document where it can be added. */
export function addressOf({ id, kind }: OpenDocument, { key, state }: OpenEntry): string {
  if (state === 'missing') return `/documents/${id}`
  return entryAddress(id, kind === 'agreement' ? 'clause' : 'question', key)
}

export function titleOf({ kind }: OpenDocument, { code, heading }: OpenEntry, { t, sentence }: Pick<Text, 't' | 'sentence'>): string {
  switch (kind) {
    case 'agreement':
      return code === 'own' ? heading || t('clause.own') : sentence(`clause.${code}.title`, 'clause.unknown', { code })
    case 'principles':
      return sentence(`principleName.${code}`, 'openAnswers.unknown', { code })
    default:
      return sentence(`plan.${code}.heading`, 'openAnswers.unknown', { code })
  }
}
