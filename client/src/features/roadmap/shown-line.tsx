import { useEffect, useRef } from 'react'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Button } from '../../ui/button.js'

interface ShownLineProps {
  readonly shown: number
  readonly total: number
  /** Why not all are shown, in words; empty where all are asked for. */
  readonly reasons: readonly string[]
  readonly onClear: () => void
}

/** That not all tasks are shown, how many and why, and the way back to all. Said when the reader changes it, not when others work. */
export function ShownLine({ shown, total, reasons, onClear }: ShownLineProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const why = reasons.join(' · ')
  const sentence = t('look.shown', { n: shown, total })
  const said = useRef(why)
  useEffect(() => {
    if (said.current === why) return
    said.current = why
    announce(sentence)
  }, [why, sentence, announce])
  if (reasons.length === 0) return null
  return (
    <div className="row shown no-print">
      <p>
        <strong>{sentence}</strong> <bdi className="muted">{why}</bdi>
      </p>
      <Button onPress={onClear}>{t('look.clear')}</Button>
    </div>
  )
}
