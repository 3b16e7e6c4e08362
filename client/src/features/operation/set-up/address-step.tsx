import type { SetUpView } from '@roundtable/shared/protocol'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { addressFinding } from './address-facts.js'
import { GoOn } from './go-on.js'
import { StepPage } from './step-page.js'

const SWITCHED_OFF = ['setUp.off.offline', 'setUp.off.install', 'setUp.off.cookies', 'setUp.off.clipboard', 'setUp.off.read'] as const

export function AddressStep({ view: { publicUrl } }: { readonly view: SetUpView }) {
  const { t } = useText()
  const { origin } = window.location
  const finding = addressFinding(publicUrl, { origin, isSecure: window.isSecureContext })
  const isEncrypted = origin.startsWith('https:')
  return (
    <StepPage step="address">
      <dl className="set-up__facts">
        <dt>{t('setUp.address.told')}</dt>
        <dd>{publicUrl === null ? t('setUp.address.nothing') : <bdi translate="no">{publicUrl}</bdi>}</dd>
        <dt>{t('setUp.address.here')}</dt>
        <dd>
          <bdi translate="no">{origin}</bdi>
        </dd>
        <dt>{t('setUp.address.line')}</dt>
        <dd>{t(isEncrypted ? 'setUp.address.https' : 'setUp.address.http')}</dd>
      </dl>
      <Banner tone={finding === 'good' ? 'good' : 'caution'}>
        <p>{t(`setUp.address.${finding}`)}</p>
      </Banner>
      {!isEncrypted && (
        <>
          <p>{t('setUp.off')}</p>
          <ul>
            {SWITCHED_OFF.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
          <p className="muted">{t('setUp.off.how')}</p>
        </>
      )}
      <GoOn step="address" />
    </StepPage>
  )
}
