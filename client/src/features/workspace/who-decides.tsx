import { isMessageKey } from '../../locales/catalogue.js'
import { useText } from '../../locales/use-text.js'
import { BecauseLine } from './because-line.js'
import { decisionRule } from './decision-rule.js'

/** Printed on every object, because the five modalities distribute authority differently. */
export function WhoDecides({ decides }: { readonly decides: string }) {
  const { t } = useText()
  return (
    <div className="decides">
      <span className="decides__label">{t('decides.label')}</span> <BecauseLine because={decisionRule(decides, isMessageKey)} />
    </div>
  )
}
