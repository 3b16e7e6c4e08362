import { useText } from '../../../../locales/use-text.js'
import { Button } from '../../../../ui/button.js'

interface LeftOutLineProps {
  readonly said: string
  readonly onForget: () => void
}

/** What the last paste could not bring along, until it is put away. */
export function LeftOutLine({ said, onForget }: LeftOutLineProps) {
  const { t } = useText()
  return (
    <p className="rich__left-out row no-print">
      <span>{said}</span>
      <Button look="link" onPress={onForget}>
        {t('paste.forget')}
      </Button>
    </p>
  )
}
