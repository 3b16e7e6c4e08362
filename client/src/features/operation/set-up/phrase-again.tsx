import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { KeepPhrase, NewPhraseForm, useRenewPhrase, useSession } from '../../identity/index.js'
import { useKeptPhrase } from './set-up.js'
import { StepPage } from './step-page.js'

/** The page with the phrase was left before anybody said that they keep it: they have it, or another one is made. */
export function PhraseAgain() {
  const { t } = useText()
  const session = useSession()
  const renew = useRenewPhrase()
  const kept = useKeptPhrase()

  if (renew.data && session.data)
    return (
      <KeepPhrase
        done={t('newPhrase.made')}
        lead={t('setUp.phraseLead')}
        handle={session.data.person.handle}
        phrase={renew.data.newPhrase}
        error={kept.error}
        isPending={kept.isPending}
        onKept={() => kept.mutate(null)}
      />
    )
  return (
    <StepPage step="operator">
      <p>{t('setUp.phraseAgain')}</p>
      <FormProblem error={kept.error} />
      <div className="row">
        <Button isPending={kept.isPending} onPress={() => kept.mutate(null)}>
          {t('setUp.phraseIsKept')}
        </Button>
      </div>
      <NewPhraseForm renew={renew} />
    </StepPage>
  )
}
