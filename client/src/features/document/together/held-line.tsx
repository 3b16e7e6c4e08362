import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { Icon } from '../../../ui/icon.js'
import { TogetherLine } from './together-line.js'

interface HeldLineProps {
  readonly held: number | null
  readonly onRelease: () => void
  readonly onGone: () => void
}

/** That others' changes wait, how many, and the way to see them. Not spoken at each: whoever holds them wants quiet. */
export function HeldLine({ held, onRelease, onGone }: HeldLineProps) {
  const { t } = useText()
  if (held === null) return null
  return (
    <TogetherLine onGone={onGone}>
      <Icon name="info" />
      <span className="together__words">{t('hold.waiting', { n: held })}</span>
      <Button onPress={onRelease}>{t('hold.release')}</Button>
    </TogetherLine>
  )
}
