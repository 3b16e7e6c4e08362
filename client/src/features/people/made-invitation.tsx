import { useEffect, useRef } from 'react'
import type { InvitationMade } from '@roundtable/shared/protocol'
import { groupedCode } from '../../lib/invitation-code.js'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { Button } from '../../ui/button.js'
import { CopyButton } from '../../ui/copy-button.js'

interface MadeInvitationProps {
  readonly made: InvitationMade
  readonly onAnother: () => void
}

/** Link and code are known to the server as hashes only: this is the one time they can be read. */
export function MadeInvitation({ made, onAnother }: MadeInvitationProps) {
  const { t } = useText()
  const { moment } = useFormat()
  const heading = useRef<HTMLHeadingElement>(null)
  const link = new URL(made.link, window.location.origin).href
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="card stack">
      <h3 ref={heading} tabIndex={-1}>
        {t('invitations.made')}
      </h3>
      <p>{t('invitations.onlyNow')}</p>
      {made.mail !== 'not_asked' && <p>{t(`invitations.mail.${made.mail}`)}</p>}
      <dl className="handed-over">
        <dt>{t('invitations.link')}</dt>
        <dd>
          <bdi dir="ltr" translate="no" className="secret">
            {link}
          </bdi>
          <CopyButton words={link} label={t('invitations.copyLink')} done={t('invitations.linkCopied')} />
        </dd>
        <dt>{t('invitations.code')}</dt>
        <dd>
          <bdi dir="ltr" translate="no" className="secret secret--large">
            {groupedCode(made.code)}
          </bdi>
          <CopyButton words={groupedCode(made.code)} label={t('invitations.copyCode')} done={t('invitations.codeCopied')} />
        </dd>
      </dl>
      <p className="muted">{t('invitations.codeHow', { address: `${window.location.host}/join` })}</p>
      <p className="muted">{t('invitations.goodUntil', { at: moment(new Date(made.expiresAt)) })}</p>
      <div className="row no-print">
        <Button onPress={() => window.print()}>{t('invitations.print')}</Button>
        <Button icon="plus" onPress={onAnother}>
          {t('invitations.another')}
        </Button>
      </div>
    </div>
  )
}
