import { useState } from 'react'
import { useText } from '../../../locales/use-text.js'
import { AskBeforeLeaving } from '../../../ui/ask-before-leaving.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { CopyButton } from '../../../ui/copy-button.js'
import { Page } from '../../../ui/page.js'

interface OperatorPhraseProps {
  readonly handle: string
  readonly phrase: string
  readonly onKept: () => void
}

/** The phrase is told once and is the only way back without the password: leaving before it is kept asks first. */
export function OperatorPhrase({ handle, phrase, onKept }: OperatorPhraseProps) {
  const { t } = useText()
  const [isKept, setKept] = useState(false)
  const [wasTried, setTried] = useState(false)

  function goOn() {
    setTried(true)
    if (isKept) onKept()
  }

  return (
    <Page title={t('setUp.phraseTitle')} width="narrow">
      {!isKept && <AskBeforeLeaving />}
      <Banner tone="good" role="status">
        <p>{t('setUp.operatorMade')}</p>
      </Banner>
      <p>{t('setUp.phraseLead')}</p>
      <dl className="card set-up__secrets">
        <dt>{t('setUp.handle')}</dt>
        <dd>
          <bdi translate="no">{handle}</bdi>
        </dd>
        <dt>{t('setUp.phrase')}</dt>
        <dd>
          <bdi translate="no" className="set-up__phrase">
            {phrase}
          </bdi>
        </dd>
      </dl>
      <div className="row no-print">
        <Button onPress={() => window.print()}>{t('setUp.print')}</Button>
        <CopyButton
          words={`${t('setUp.handle')}: ${handle}\n${t('setUp.phrase')}: ${phrase}`}
          label={t('setUp.copyBoth')}
          done={t('setUp.copied')}
        />
      </div>
      <div className="no-print">
        <label className="check">
          <input
            type="checkbox"
            checked={isKept}
            aria-invalid={(wasTried && !isKept) || undefined}
            aria-describedby={wasTried && !isKept ? 'phrase-error' : undefined}
            onChange={(event) => setKept(event.target.checked)}
          />
          {t('setUp.kept')}
        </label>
        {wasTried && !isKept && (
          <p id="phrase-error" className="field__error" role="alert">
            {t('setUp.notKept')}
          </p>
        )}
      </div>
      <div className="row no-print">
        <Button look="primary" onPress={goOn}>
          {t('setUp.goOn')}
        </Button>
      </div>
    </Page>
  )
}
