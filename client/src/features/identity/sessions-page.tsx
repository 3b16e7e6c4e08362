import type { SessionView } from '@roundtable/shared/protocol'
import { sentenceOfError } from '../../lib/error-sentence.js'
import { useFocusWhenGone } from '../../lib/use-focus-when-gone.js'
import { useFormat } from '../../locales/use-format.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { Page } from '../../ui/page.js'
import { QueryState } from '../../ui/query-state.js'
import { KeepPhrase } from './keep-phrase.js'
import { NewPhraseForm } from './new-phrase-form.js'
import { useRevokeSession, useSession, useSessions } from './session.js'
import { useRenewPhrase } from './use-renew-phrase.js'

export function SessionsPage() {
  const { t } = useText()
  const sessions = useSessions()
  const revoke = useRevokeSession()
  const announce = useAnnounce()
  const person = useSession().data?.person
  const renew = useRenewPhrase()

  if (renew.data && person)
    return (
      <KeepPhrase
        title={t('newPhrase.title')}
        done={t('newPhrase.made')}
        lead={t('newPhrase.lead')}
        handle={person.handle}
        phrase={renew.data.newPhrase}
        onKept={renew.reset}
      />
    )
  return (
    <Page title={t('sessions.title')}>
      <p className="muted prose">{t('sessions.lead')}</p>
      {revoke.error && (
        <Banner tone="danger" role="alert">
          <p>{sentenceOfError(revoke.error, t)}</p>
        </Banner>
      )}
      <QueryState query={sessions} waitingFor={t('sessions.loading')}>
        {({ items }) => (
          <ul className="stack">
            {items.map((session) => (
              <SessionCard
                key={session.id}
                session={session}
                isEnding={revoke.isPending && revoke.variables === session.id}
                onEnd={() => revoke.mutate(session.id, { onSuccess: () => announce(t('sessions.ended', { device: session.device })) })}
              />
            ))}
          </ul>
        )}
      </QueryState>
      <section className="stack" aria-labelledby="phrase-title">
        <h2 id="phrase-title">{t('newPhrase.ask')}</h2>
        <p className="prose">{t('newPhrase.why')}</p>
        <NewPhraseForm renew={renew} />
      </section>
    </Page>
  )
}

interface SessionCardProps {
  readonly session: SessionView
  readonly isEnding: boolean
  readonly onEnd: () => void
}

function SessionCard({ session, isEnding, onEnd }: SessionCardProps) {
  const { t } = useText()
  const { moment } = useFormat()
  const card = useFocusWhenGone<HTMLLIElement>()
  return (
    <li ref={card} className="card row row--apart">
      <div className="stack stack--tight">
        <h2 className="card__title">
          <bdi>{session.device}</bdi>
        </h2>
        <p className="muted caption">
          {t('sessions.times', { started: moment(new Date(session.createdAt)), seen: moment(new Date(session.lastSeenAt)) })}
        </p>
      </div>
      {session.isThisOne ? (
        <span className="tag tag--state">{t('sessions.thisOne')}</span>
      ) : (
        <Button look="danger" isPending={isEnding} aria-label={t('sessions.endNamed', { device: session.device })} onPress={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}
