import type { InvitationPreview } from '@roundtable/shared/protocol'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'

/** What the invitation leads to, before anything is asked. */
export function InvitationWords({ invitation }: { readonly invitation: InvitationPreview }) {
  const { t } = useText()
  const { country, moment } = useFormat()
  const { title, role, side, organisation, invitedBy, expiresAt } = invitation
  return (
    <div className="card stack stack--tight">
      <p className="caption muted">{country(invitation.country)}</p>
      <h2 className="card__title">
        <bdi>{title}</bdi>
      </h2>
      <dl className="facts">
        <div>
          <dt>{t('join.youBecome')}</dt>
          <dd>{side === null ? t(`role.${role}`) : t('seat.roleAndSide', { role: t(`role.${role}`), side: t(`side.${side}`) })}</dd>
        </div>
        {organisation !== null && (
          <div>
            <dt>{t('join.youSpeakFor')}</dt>
            <dd>
              <bdi>{organisation}</bdi>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('join.invitedBy')}</dt>
          <dd>
            <bdi>{invitedBy}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('join.until')}</dt>
          <dd>{moment(new Date(expiresAt))}</dd>
        </div>
      </dl>
    </div>
  )
}
