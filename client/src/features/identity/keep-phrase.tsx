import { useState } from 'react'
import { useText } from '../../locales/use-text.js'
import { AskBeforeLeaving } from '../../ui/ask-before-leaving.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { CopyButton } from '../../ui/copy-button.js'
import { FormProblem } from '../../ui/form-problem.js'
import { Page } from '../../ui/page.js'

interface KeepPhraseProps {
  readonly title?: string
  /** What has been done, by which the phrase came to be. */
  readonly done: string
  readonly lead: string
  readonly handle: string
  readonly phrase: string
  /** Why the way did not go on. */
  readonly error?: unknown
  readonly isPending?: boolean
  readonly onKept: () => void
}

/** User name and phrase are the way back, and are shown this once: leaving the page before they are kept asks first. */
export function KeepPhrase({ title, done, lead, handle, phrase, error, isPending = false, onKept }: KeepPhraseProps) {
  const { t } = useText()
  const [isKept, setKept] = useState(false)
  const [wasSent, setSent] = useState(false)
  const both = `${t('keep.handle')}: ${handle}\n${t('keep.phrase')}: ${phrase}`

  function goOn() {
    setSent(true)
    if (isKept) onKept()
  }

  return (
    <Page title={title ?? t('keep.title')} width="narrow">
      {!isKept && <AskBeforeLeaving />}
      <Banner tone="good" role="status">
        <p>{done}</p>
      </Banner>
      <p>{lead}</p>
      <dl className="card handed-over">
        <dt>{t('keep.handle')}</dt>
        <dd>
          <bdi translate="no" className="secret">
            {handle}
          </bdi>
        </dd>
        <dt>{t('keep.phrase')}</dt>
        <dd>
          <bdi translate="no" className="secret">
            {phrase}
          </bdi>
        </dd>
      </dl>
      <div className="row no-print">
        <CopyButton words={both} label={t('keep.copy')} done={t('keep.copied')} />
        <Button onPress={() => window.print()}>{t('keep.print')}</Button>
      </div>
      <p className="muted">{t('keep.shared')}</p>
      <div className="no-print">
        <label className="check">
          <input
            type="checkbox"
            checked={isKept}
            aria-invalid={(wasSent && !isKept) || undefined}
            aria-describedby={wasSent && !isKept ? 'keep-error' : undefined}
            onChange={(event) => setKept(event.target.checked)}
          />
          {t('keep.writtenDown')}
        </label>
        {wasSent && !isKept && (
          <p id="keep-error" className="field__error" role="alert">
            {t('keep.notYet')}
          </p>
        )}
      </div>
      <FormProblem error={error} />
      <div className="row no-print">
        <Button look="primary" isPending={isPending} onPress={goOn}>
          {t('keep.goOn')}
        </Button>
      </div>
    </Page>
  )
}
