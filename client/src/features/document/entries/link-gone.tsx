import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'

/** The address names an entry that is not here: said where the entries begin. */
export function LinkGone({ isGone }: { readonly isGone: boolean }) {
  const { t } = useText()
  return (
    <div role="status" className="no-print">
      {isGone && (
        <Banner tone="caution">
          <p>{t('link.gone')}</p>
        </Banner>
      )}
    </div>
  )
}
