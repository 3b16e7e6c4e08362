import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { Icon } from '../../../ui/icon.js'
import { useOpenDocument } from '../open-document.js'

/** That others' changes wait, how many, and the way to see them. Not spoken at each: whoever holds them wants quiet. */
export function HeldLine({ held }: { readonly held: number | null }) {
  const { t } = useText()
  const { live } = useOpenDocument()
  if (held === null) return null
  return (
    <div className="together__line">
      <Icon name="info" />
      <span className="together__words">{t('hold.waiting', { n: held })}</span>
      <Button onPress={() => live.release()}>{t('hold.release')}</Button>
    </div>
  )
}
