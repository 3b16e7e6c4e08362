import type { Clause } from '@roundtable/shared/document'
import { useText, type Text } from '../../locales/use-text.js'
import { useBeGuide } from '../document/index.js'
import { clauseNumber } from './chapters.js'
import { clauseTitle } from './clause-words.js'

/** The guide to an agreement's places, in the editor and in the text alike; `open` shows a clause where one is shown at a time. */
export function useClauseGuide(clauses: readonly Clause[], open: (id: string) => void): void {
  const text = useText()
  const find = (entry: string | null) => clauses.find(({ id }) => id === entry)
  useBeGuide({
    nameOf: ({ entry }) => {
      const clause = find(entry)
      return clause ? clauseTitle(clause, text) : null
    },
    fieldOf: ({ entry, part, field }) => {
      const clause = find(entry)
      return clause ? fieldWords(clause, part, field, text) : null
    },
    numberOf: (entry) => {
      const clause = find(entry)
      return clause ? clauseNumber(clauses, clause) : null
    },
    open: ({ entry }) => entry !== null && find(entry) && open(entry)
  })
}

/** What is answered or written in a clause, as it is called there. */
function fieldWords({ code }: Clause, part: string | null, field: string | null, { t, sentence }: Text): string | null {
  switch (part) {
    case 'fields':
      return field === null ? null : sentence(`clause.${code}.${field}`, 'field.unknownField', { name: field })
    case 'text':
      return t('clause.itsText')
    case 'heading':
      return t('clause.heading')
    case 'notArising':
      return t('clause.itsNotArising')
    default:
      return null
  }
}
