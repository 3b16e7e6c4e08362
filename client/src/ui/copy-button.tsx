import { useState } from 'react'
import { copyText } from '../lib/hand-over-text.js'
import { useText } from '../locales/use-text.js'
import { useAnnounce } from './announcer.js'
import { Button } from './button.js'

interface CopyButtonProps {
  /** Where they change while the button stands there, they are asked for when it is pressed. */
  readonly words: string | (() => string)
  readonly label: string
  /** What is said when it is on the clipboard. */
  readonly done: string
}

/** Puts words on the clipboard and says whether that worked, to eyes and ears: some browsers refuse. */
export function CopyButton({ words, label, done }: CopyButtonProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const [said, setSaid] = useState('')

  async function copy() {
    const outcome = (await copyText(typeof words === 'string' ? words : words())) ? done : t('copy.refused')
    setSaid(outcome)
    announce(outcome)
  }

  return (
    <span className="row no-print">
      <Button icon="copy" onPress={() => void copy()}>
        {label}
      </Button>
      {said !== '' && <span className="caption muted">{said}</span>}
    </span>
  )
}
