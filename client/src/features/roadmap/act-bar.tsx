import { useText } from '../../locales/use-text.js'
import { Button, IconButton } from '../../ui/button.js'
import type { Acts } from './use-acts.js'

interface ActBarProps {
  readonly acts: Acts
  /** The focus has to go somewhere when the bar does. */
  readonly onGone: () => void
}

/** What was done last, with the way back. */
export function ActBar({ acts: { said, undo, dismiss }, onGone }: ActBarProps) {
  const { t } = useText()
  if (said === null) return null
  return (
    <div role="group" className="act-bar no-print" aria-label={t('arrange.last')}>
      <p className="act-bar__said caption">
        <bdi>{said}</bdi>
      </p>
      <Button
        icon="undo"
        onPress={() => {
          undo()
          onGone()
        }}
      >
        {t('arrange.undo')}
      </Button>
      <IconButton
        icon="close"
        label={t('arrange.dismiss')}
        onPress={() => {
          dismiss()
          onGone()
        }}
      />
    </div>
  )
}
