import { useState } from 'react'
import type { RecoveredText } from '../../../connection/index.js'
import { useFormat } from '../../../locales/use-format.js'
import { useText } from '../../../locales/use-text.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { Dialog } from '../../../ui/dialog.js'
import { copyText, downloadText } from '../../../lib/hand-over-text.js'
import { useAnnounce } from '../../../ui/announcer.js'

/** Longer texts are shown by their beginning: laying out megabytes would stop the page that hands them back (characters). */
const MOST_SHOWN = 20_000

interface RecoveredPanelProps {
  readonly recovered: readonly RecoveredText[]
  /** Of the document; the name of the file that is downloaded. */
  readonly title: string
  readonly onDismiss: (id: string) => void
}

/** Words that could not be added to the document. They wait here until their writer has taken them along. */
export function RecoveredPanel({ recovered, title, onDismiss }: RecoveredPanelProps) {
  const { t } = useText()
  const [leaving, setLeaving] = useState<string | null>(null)
  if (recovered.length === 0) return null
  return (
    <section className="recovered stack" aria-labelledby="recovered-title">
      <Banner tone="danger" role="alert">
        <h2 id="recovered-title" className="card__title">
          {t('recovered.title')}
        </h2>
        <p>{t('recovered.lead', { n: recovered.length })}</p>
      </Banner>
      <ul className="stack">
        {recovered.map((text) => (
          <li key={text.id}>
            <RecoveredItem text={text} title={title} onDismiss={() => setLeaving(text.id)} />
          </li>
        ))}
      </ul>
      <Dialog title={t('recovered.dismissTitle')} role="alertdialog" isOpen={leaving !== null} onClose={() => setLeaving(null)}>
        <p>{t('recovered.dismissLead')}</p>
        <div className="row">
          <Button
            look="danger"
            onPress={() => {
              if (leaving !== null) onDismiss(leaving)
              setLeaving(null)
            }}
          >
            {t('recovered.dismiss')}
          </Button>
          <Button look="primary" onPress={() => setLeaving(null)}>
            {t('recovered.keep')}
          </Button>
        </div>
      </Dialog>
    </section>
  )
}

interface RecoveredItemProps {
  readonly text: RecoveredText
  readonly title: string
  readonly onDismiss: () => void
}

function RecoveredItem({ text, title, onDismiss }: RecoveredItemProps) {
  const { t, sentence } = useText()
  const { moment } = useFormat()
  const announce = useAnnounce()
  const words = text.texts.join('\n\n')
  const at = moment(text.at)
  return (
    <article className="card stack stack--tight">
      <p className="caption muted">{at}</p>
      <p>{sentence(`recovered.${text.reason}`, 'recovered.unknown')}</p>
      <pre className="recovered__words" dir="auto" tabIndex={0} aria-label={t('recovered.words', { at })}>
        {words.slice(0, MOST_SHOWN)}
      </pre>
      {words.length > MOST_SHOWN && <p className="caption muted">{t('recovered.shortened', { total: words.length })}</p>}
      <div className="row">
        <Button
          icon="copy"
          onPress={() => void copyText(words).then((done) => announce(t(done ? 'recovered.copied' : 'recovered.notCopied'), 'assertive'))}
        >
          {t('recovered.copy')}
        </Button>
        <Button icon="download" onPress={() => downloadText(`${title} ${text.at.toISOString().slice(0, 10)}.txt`, words)}>
          {t('recovered.download')}
        </Button>
        <Button look="danger" onPress={onDismiss}>
          {t('recovered.dismiss')}
        </Button>
      </div>
    </article>
  )
}
