import { useNavigate } from 'react-router'
import { useText } from '../../locales/use-text.js'
import { Page } from '../../ui/page.js'
import { KeepPhrase } from './keep-phrase.js'
import { NewPhraseForm } from './new-phrase-form.js'
import { useRenewPhrase, useSession } from './session.js'

/** Another recovery phrase, for whoever has lost theirs and knows the password. */
export function NewPhrasePage() {
  const { t } = useText()
  const navigate = useNavigate()
  const session = useSession()
  const renew = useRenewPhrase()

  if (renew.data && session.data)
    return (
      <KeepPhrase
        title={t('newPhrase.title')}
        done={t('newPhrase.made')}
        lead={t('newPhrase.lead')}
        handle={session.data.person.handle}
        phrase={renew.data.newPhrase}
        onKept={() => void navigate('/initiatives')}
      />
    )
  return (
    <Page title={t('newPhrase.ask')} width="narrow">
      <p>{t('newPhrase.why')}</p>
      <NewPhraseForm renew={renew} />
    </Page>
  )
}
