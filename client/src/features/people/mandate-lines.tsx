import { MANDATED_ROLES } from '@roundtable/shared/framework'
import type { MemberView } from '@roundtable/shared/protocol'
import { lastDayBefore, shownDay } from '../../lib/days.js'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Icon } from '../../ui/icon.js'
import { Said } from '../../ui/said.js'

/** By whose word a seat speaks, until when, and what is lost when that has run out; nothing for seats that need no mandate. */
export function MandateLines({ member }: { readonly member: MemberView }) {
  const { t } = useText()
  const { day } = useFormat()
  const { mandateGivenBy, mandateNote, mandateExpiresAt, mandateExpired, mandateWarning } = member
  if (mandateGivenBy === null) {
    return MANDATED_ROLES.includes(member.role) ? <p className="caption muted">{t('mandate.none')}</p> : null
  }
  const until = mandateExpiresAt === null ? null : day(shownDay(lastDayBefore(mandateExpiresAt)))
  return (
    <>
      <p className="caption muted">
        {until === null
          ? t('mandate.givenBy', { by: mandateGivenBy })
          : t(mandateExpired ? 'mandate.givenByEnded' : 'mandate.givenByUntil', { by: mandateGivenBy, until })}
      </p>
      {mandateNote !== '' && <Said>{mandateNote}</Said>}
      {mandateExpired && (
        <p className="member__note member__note--danger caption">
          <Icon name="attention" />
          <span>{t('mandate.expired')}</span>
        </p>
      )}
      {!mandateExpired && mandateWarning !== null && (
        <p className="member__note member__note--caution caption">
          <Icon name="attention" />
          <span>{t('mandate.warning', { days: mandateWarning })}</span>
        </p>
      )}
    </>
  )
}
