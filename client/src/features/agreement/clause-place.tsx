import type { Clause } from '@roundtable/shared/document'
import { useText } from '../../locales/use-text.js'
import { chapterOf } from './chapters.js'

interface ClausePlaceProps {
  readonly clause: Clause
  /** There is no other clause under its heading. */
  readonly isAlone: boolean
}

/** Why a clause stands where it does, for whoever looks for a way to move it. */
export function ClausePlace({ clause, isAlone }: ClausePlaceProps) {
  const { t } = useText()
  const chapter = chapterOf(clause)
  if (!isAlone && chapter !== 'own') return null
  const heading = t(`chapter.${chapter}`)
  return (
    <p className="caption muted no-print">
      {chapter !== 'own' ? t('agreement.alone', { heading }) : t(isAlone ? 'agreement.ownAlone' : 'agreement.ownTogether', { heading })}
    </p>
  )
}
