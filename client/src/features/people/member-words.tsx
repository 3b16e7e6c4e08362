import type { MemberView } from '@roundtable/shared/protocol'
import { useText } from '../../locales/use-text.js'
import { MandateLines } from './mandate-lines.js'

/** What is said of a seat under its name: role, organisation, marks, mandate. */
export function MemberWords({ member }: { readonly member: MemberView }) {
  const { t } = useText()
  return (
    <>
      <p className="row caption">
        <span className="muted">
          {t(`role.${member.role}`)}
          {member.organisation !== null && (
            <>
              {' · '}
              <bdi>{member.organisation}</bdi>
            </>
          )}
        </span>
        {member.isProvisional && <span className="tag">{t('members.provisional')}</span>}
        {member.isFunder && <span className="tag">{t('members.funder')}</span>}
      </p>
      <MandateLines member={member} />
    </>
  )
}
