import type { LiveDocument, LiveState } from '../../../connection/index.js'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { CopyButton } from '../../../ui/copy-button.js'

/** That this browser keeps no copy, or has no room for one now; then what the server does not have can be copied from here. */
export function CopyBanner({ live, state }: { readonly live: LiveDocument; readonly state: LiveState }) {
  const { t } = useText()
  if (state.keepsCopy && !state.isFull) return null
  return (
    <Banner tone="caution" role="status">
      <p>{t(state.isFull ? 'opened.deviceFull' : 'opened.copyOff')}</p>
      {state.isFull && live.unsent > 0 && (
        <CopyButton words={() => live.unsentWords()} label={t('opened.copyUnsent')} done={t('recovered.copied')} />
      )}
    </Banner>
  )
}
