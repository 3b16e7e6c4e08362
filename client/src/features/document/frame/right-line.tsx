import type { Because } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Icon } from '../../../ui/icon.js'
import { BecauseLine } from '../../workspace/index.js'

/** You can read this, not change it: said where the text begins, with the reason and what it stands on. */
export function RightLine({ because }: { readonly because: Because }) {
  const { t } = useText()
  return (
    <div className="right-line">
      <Icon name="readOnly" />
      <div>
        <strong>{t('opened.readOnly')}</strong> <BecauseLine because={because} />
      </div>
    </div>
  )
}
