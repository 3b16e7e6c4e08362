import { useRef, useState, type KeyboardEvent } from 'react'
import { clauseDefinition, setNotArising, type Clause } from '@roundtable/shared/document'
import { useFocusAfter } from '../../lib/use-focus-after.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'
import { CommittedField } from '../../ui/committed-field.js'
import { refusalOf, useOpenDocument } from '../document/index.js'

/** "We agree that this does not arise, because …" is an answer, and it needs its reason. */
export function NotArising({ clause }: { readonly clause: Clause }) {
  const { t } = useText()
  const announce = useAnnounce()
  const { doc, canEdit } = useOpenDocument()
  const [isAsking, setAsking] = useState(false)
  const [taken, setTaken] = useState<string | null>(null)
  const whole = useRef<HTMLDivElement>(null)
  const focusOn = useFocusAfter(() => whole.current?.querySelector<HTMLElement>('textarea, button'))
  const isShown = clause.notArising !== null || isAsking

  function record(because: string): string | null {
    const reason = because.trim() === '' ? null : because
    if (refusalOf(() => setNotArising(doc, clause.id, reason))) return t('field.refused.notArising')
    const asks = clauseDefinition(clause.code)?.fields.length ?? 0
    if (reason !== null && clause.notArising === null && asks > 0) announce(t('clause.leftOut'))
    return null
  }

  /** What was asked for by mistake goes again as long as nothing is written. */
  function leave({ key, nativeEvent }: KeyboardEvent) {
    if (key !== 'Escape' || nativeEvent.isComposing || clause.notArising !== null) return
    if (whole.current?.querySelector('textarea')?.value !== '') return
    setAsking(false)
    focusOn()
  }

  if (!isShown) {
    return canEdit ? (
      <div ref={whole} className="row no-print">
        {taken !== null && (
          <>
            <span role="status">{t('clause.arisesNow')}</span>
            <Button
              look="link"
              onPress={() => {
                record(taken)
                setTaken(null)
                focusOn()
              }}
            >
              {t('clause.takeBack')}
            </Button>
          </>
        )}
        <Button
          look="link"
          onPress={() => {
            setAsking(true)
            focusOn()
          }}
        >
          {t('clause.notArising')}
        </Button>
      </div>
    ) : null
  }
  return (
    <div ref={whole} className="stack stack--tight" onKeyDown={leave}>
      <CommittedField
        label={t('clause.notArisingBecause')}
        value={clause.notArising ?? ''}
        rows={3}
        isReadOnly={!canEdit}
        onCommit={record}
      />
      {canEdit && (
        <div className="row no-print">
          <Button
            look="link"
            onPress={() => {
              setAsking(false)
              setTaken(clause.notArising)
              record('')
              focusOn()
            }}
          >
            {t('clause.arises')}
          </Button>
        </div>
      )}
    </div>
  )
}
