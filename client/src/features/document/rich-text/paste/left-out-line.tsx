import { createPortal } from 'react-dom'
import { useText } from '../../../../locales/use-text.js'
import { Button } from '../../../../ui/button.js'
import { EDITOR_SAID_ID } from '../desk.js'

interface LeftOutLineProps {
  readonly said: string
  readonly onForget: () => void
}

/** What the last paste could not bring along, until it is put away: at the bar, for the end of a long text is not in view. */
export function LeftOutLine({ said, onForget }: LeftOutLineProps) {
  const { t } = useText()
  const bar = document.getElementById(EDITOR_SAID_ID)
  const line = (
    <p className="rich__left-out row row--apart no-print">
      <span>{said}</span>
      <Button look="link" onPress={onForget}>
        {t('paste.forget')}
      </Button>
    </p>
  )
  return bar ? createPortal(line, bar) : line
}
