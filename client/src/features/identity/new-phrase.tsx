import { useText } from '../../locales/use-text.js'
import { AskBeforeLeaving } from '../../ui/ask-before-leaving.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { Page } from '../../ui/page.js'

interface NewPhraseProps {
  readonly phrase: string
  readonly onKept: () => void
}

/** The phrase is shown once: the old one is spent, the server keeps only a hash of the new one. */
export function NewPhrase({ phrase, onKept }: NewPhraseProps) {
  const { t } = useText()
  return (
    <Page title={t('newPhrase.title')} width="narrow">
      <AskBeforeLeaving />
      <Banner tone="good" role="status">
        <p>{t('newPhrase.done')}</p>
      </Banner>
      <p>{t('newPhrase.lead')}</p>
      <p className="phrase" translate="no">
        {phrase}
      </p>
      <div className="row">
        <Button look="primary" onPress={onKept}>
          {t('newPhrase.kept')}
        </Button>
      </div>
    </Page>
  )
}
